"""UIMA's JSON CAS, read by dkpro-cassis."""

import json

import pytest
from cassis import load_cas_from_json
from runs import documents, run, spans, values
from texts import TEXTS

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."


@pytest.fixture(scope="module")
def read():
    lines = run("cas", "--nested").split("\n")[:-1]
    return [(load_cas_from_json(line), document) for line, document in zip(lines, documents("--nested"), strict=True)]


def _in_order(cas, type):
    return sorted(cas.select(type), key=lambda structure: structure.xmiID)


def test_named_entities_are_the_mentions(read):
    for cas, document in read:
        assert cas.sofa_string == TEXTS[document["id"]]
        found = [
            (entity.begin, entity.end, entity.get_covered_text(), entity.value)
            for entity in _in_order(cas, _DKPRO + "ner.type.NamedEntity")
        ]
        assert found == spans(document)


def test_identifiers_are_those_of_the_json(read):
    for cas, document in read:
        entities = {entity["id"]: entity for entity in document["entities"]}
        named = _in_order(cas, _DKPRO + "ner.type.NamedEntity")
        for structure, mention in zip(named, document["mentions"], strict=True):
            ids = entities[mention["entity"]]["ids"] if "entity" in mention else {}
            known = [id for scheme, id in ids.items() if scheme in ("wikidata", "geonames")]
            if known:
                assert structure.identifier.strip("/").split("/")[-1] == known[0]
            else:
                assert structure.identifier is None


def test_dates_have_their_values(read):
    for cas, document in read:
        found = [
            (timex.begin, timex.end, timex.timexType, timex.timexValue)
            for timex in _in_order(cas, "de.unihd.dbs.uima.types.heideltime.Timex3")
        ]
        assert found == [
            (mention["start"], mention["end"], mention["date"]["type"], value)
            for mention, value in zip(document["mentions"], values(document), strict=True)
            if "date" in mention
        ]


def test_chains_are_the_entities(read):
    for cas, document in read:
        found = []
        for chain in _in_order(cas, _DKPRO + "coref.type.CoreferenceChain"):
            found.append([])
            link = chain.first
            while link is not None:
                found[-1].append((link.begin, link.end))
                link = link.next
        assert found == [
            [spans(document)[number][:2] for number in entity["mentions"]]
            for entity in document["entities"]
            if len(entity["mentions"]) > 1
        ]


def test_mentions_are_whole_tokens(read):
    for cas, document in read:
        tokens = list(cas.select(_DKPRO + "segmentation.type.Token"))
        starts, ends = {token.begin for token in tokens}, {token.end for token in tokens}
        for span in spans(document):
            assert span.start in starts and span.end in ends
        for sentence in cas.select(_DKPRO + "segmentation.type.Sentence"):
            assert sentence.begin in starts and sentence.end in ends


def test_the_document_is_named(read):
    for cas, document in read:
        (data,) = cas.select(_DKPRO + "metadata.type.DocumentMetaData")
        assert data.documentId == document["id"]
        assert data.language == document.get("language", "en")
        assert (data.begin, data.end) == (0, document["length"]["codepoint"])


def test_offsets_in_the_file_count_utf_16(read):
    for line, document in zip(run("cas", "--nested").split("\n"), documents("--nested")):
        text = TEXTS[document["id"]].encode("utf-16-le")
        found = [
            text[2 * structure["begin"] : 2 * structure["end"]].decode("utf-16-le")
            for structure in json.loads(line)["%FEATURE_STRUCTURES"]
            if structure["%TYPE"].endswith(".NamedEntity")
        ]
        assert found == [span.text for span in spans(document)]

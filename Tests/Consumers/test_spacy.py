"""JSON of which spaCy makes a Doc, and which displaCy draws."""

import json
from html import escape

import pytest
import spacy
from runs import documents, run, spans, values
from spacy import displacy
from spacy.tokens import Doc
from texts import TEXTS


@pytest.fixture(scope="module")
def objects():
    return [json.loads(line) for line in run("spacy", "--nested").split("\n")[:-1]]


@pytest.fixture(scope="module")
def docs(objects):
    vocab = spacy.blank("en").vocab
    return [Doc(vocab).from_json(object, validate=True) for object in objects]


def _span(span):
    return (span.start_char, span.end_char, span.text, span.label_)


def test_the_text_is_the_text(docs):
    assert [doc.text for doc in docs] == list(TEXTS.values())


def test_entities_are_the_mentions(docs):
    for doc, document in zip(docs, documents("--nested"), strict=True):
        assert [_span(span) for span in doc.ents] == spans(document, outermost=True)
        assert [_span(span) for span in doc.spans["mentions"]] == spans(document)


def test_groups_say_what_mentions_stand_for(docs):
    for doc, document in zip(docs, documents("--nested"), strict=True):
        entities = {entity["id"]: entity for entity in document["entities"]}
        assert [span.kb_id_ for span in doc.spans["values"]] == values(document)
        for span, mention in zip(doc.spans["mentions"], document["mentions"], strict=True):
            ids = entities[mention["entity"]]["ids"] if "entity" in mention else {}
            others = [f"{scheme}:{id}" for scheme, id in ids.items()]
            assert span.kb_id_ == ids.get("wikidata", others[0] if others else "")
        clusters = [group for name, group in doc.spans.items() if name.startswith("coref_clusters_")]
        assert [[_span(span) for span in cluster] for cluster in clusters] == [
            [spans(document)[number] for number in entity["mentions"]]
            for entity in document["entities"]
            if len(entity["mentions"]) > 1
        ]


def test_sentences_are_all_tokens(docs):
    for doc in docs:
        assert "".join(sentence.text_with_ws for sentence in doc.sents) == doc.text


def test_a_doc_survives_its_own_bytes(docs):
    for doc in docs:
        again = Doc(doc.vocab).from_bytes(doc.to_bytes())
        assert [_span(span) for span in again.ents] == [_span(span) for span in doc.ents]


def test_displacy_draws_it_as_it_is(objects):
    for object, document in zip(objects, documents("--nested"), strict=True):
        if not object["ents"]:
            continue
        page = displacy.render(object, style="ent", manual=True, page=False, jupyter=False)
        assert escape(object["title"]) in page or object["title"] in page
        for span in spans(document, outermost=True):
            assert f">{span.label}<" in "".join(page.split())

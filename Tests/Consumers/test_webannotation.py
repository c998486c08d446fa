"""W3C Web Annotation, read as JSON-LD by PyLD, its selectors applied as the recommendation says."""

import json

import pytest
from pyld import jsonld
from runs import documents, run, spans, values
from texts import TEXTS

_OA = "http://www.w3.org/ns/oa#"
_AS = "http://www.w3.org/ns/activitystreams#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"

# What of http://www.w3.org/ns/anno.jsonld is in use: the tests load nothing.
_CONTEXT = {
    "id": "@id",
    "type": "@type",
    "AnnotationPage": _AS + "OrderedCollectionPage",
    "Annotation": _OA + "Annotation",
    "SpecificResource": _OA + "SpecificResource",
    "TextualBody": _OA + "TextualBody",
    "TextPositionSelector": _OA + "TextPositionSelector",
    "TextQuoteSelector": _OA + "TextQuoteSelector",
    "items": {"@id": _AS + "items", "@type": "@id", "@container": "@list"},
    "body": {"@id": _OA + "hasBody", "@type": "@id"},
    "target": {"@id": _OA + "hasTarget", "@type": "@id"},
    "source": {"@id": _OA + "hasSource", "@type": "@id"},
    "selector": {"@id": _OA + "hasSelector", "@type": "@id"},
    "purpose": {"@id": _OA + "hasPurpose", "@type": "@vocab"},
    "tagging": _OA + "tagging",
    "identifying": _OA + "identifying",
    "describing": _OA + "describing",
    "value": _RDF + "value",
    "start": {"@id": _OA + "start", "@type": _XSD + "nonNegativeInteger"},
    "end": {"@id": _OA + "end", "@type": _XSD + "nonNegativeInteger"},
    "exact": _OA + "exact",
    "prefix": _OA + "prefix",
    "suffix": _OA + "suffix",
}


def _load(url, options):
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": _CONTEXT},
    }


@pytest.fixture(scope="module")
def pages():
    lines = run("webannotation", "--nested").split("\n")[:-1]
    options = {"documentLoader": _load, "base": "http://corpus.example/"}
    return [jsonld.expand(json.loads(line), options)[0] for line in lines]


def _one(node, name):
    (value,) = node[_OA + name]
    return value


def _items(page):
    (items,) = page[_AS + "items"]
    return items["@list"]


def test_selectors_find_the_mentions(pages):
    for page, document in zip(pages, documents("--nested"), strict=True):
        text, found = TEXTS[document["id"]], []
        for item in _items(page):
            position, quote = _one(item, "hasTarget")[_OA + "hasSelector"]
            assert position["@type"] == [_OA + "TextPositionSelector"]
            assert quote["@type"] == [_OA + "TextQuoteSelector"]
            start, end = _one(position, "start")["@value"], _one(position, "end")["@value"]
            exact = _one(quote, "exact")["@value"]
            assert text[start:end] == exact
            assert _one(quote, "prefix")["@value"] == text[max(0, start - 32) : start]
            assert _one(quote, "suffix")["@value"] == text[end : end + 32]
            label = _bodies(item, "tagging")
            found.append((start, end, exact, *label))
        assert found == spans(document)


def _bodies(item, purpose):
    return [
        body[_RDF + "value"][0]["@value"] if _RDF + "value" in body else body
        for body in item[_OA + "hasBody"]
        if _one(body, "hasPurpose")["@id"] == _OA + purpose
    ]


def test_bodies_say_what_a_mention_stands_for(pages):
    for page, document in zip(pages, documents("--nested"), strict=True):
        entities = {entity["id"]: entity for entity in document["entities"]}
        for item, mention, value in zip(_items(page), document["mentions"], values(document), strict=True):
            known = _bodies(item, "identifying") + _bodies(item, "describing")
            assert known[0] == value
            ids = entities[mention["entity"]]["ids"] if "entity" in mention else {}
            sources = [_one(body, "hasSource")["@id"] for body in known[1:]]
            assert len(sources) == len({"wikidata", "geonames"} & ids.keys())
            for source in sources:
                assert source.strip("/").split("/")[-1] in ids.values()


def test_every_iri_is_one_thing(pages):
    ids = [page["@id"] for page in pages]
    ids += [item["@id"] for page in pages for item in _items(page)]
    assert len(ids) == len(set(ids))
    assert all(id.startswith("http://corpus.example/") for id in ids)
    for page in pages:
        sources = {_one(_one(item, "hasTarget"), "hasSource")["@id"] for item in _items(page)}
        assert sources <= {page["@id"].split("#")[0]}

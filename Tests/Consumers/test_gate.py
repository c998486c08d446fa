"""GATE's bdoc, read by gatenlp."""

import json

from gatenlp import Document
from runs import documents, run, spans, values
from texts import TEXTS


def _read():
    return [Document.from_dict(json.loads(line)) for line in run("gate", "--nested").split("\n")[:-1]]


def test_annotations_are_the_mentions():
    for doc, document in zip(_read(), documents("--nested"), strict=True):
        assert doc.name == document["id"]
        assert doc.text == TEXTS[document["id"]]
        annotations = sorted(doc.annset("dragoman"), key=lambda annotation: annotation.id)
        found = [(a.start, a.end, doc[a], a.type) for a in annotations]
        assert found == spans(document)


def test_features_say_what_a_mention_stands_for():
    for doc, document in zip(_read(), documents("--nested"), strict=True):
        entities = {entity["id"]: entity for entity in document["entities"]}
        annotations = sorted(doc.annset("dragoman"), key=lambda annotation: annotation.id)
        known = zip(annotations, document["mentions"], values(document), strict=True)
        for annotation, mention, value in known:
            features = annotation.features
            assert features["rule"] == mention["rule"]
            if "date" in mention:
                assert features["timexValue"] == value
                assert features["timexType"] == mention["date"]["type"]
            else:
                assert features["name"] == value
                assert features["entity"] == mention["entity"]
                for scheme, id in entities[mention["entity"]]["ids"].items():
                    assert features[scheme] == id


def test_a_line_is_a_file_that_gate_can_load(tmp_path):
    path = tmp_path / "last.bdocjs"
    path.write_text(run("gate", "--nested").split("\n")[len(TEXTS) - 1], newline="")
    doc = Document.load(str(path))
    again = Document.from_dict(doc.to_dict(offset_type="j"))
    again.to_offset_type("p")
    text = list(TEXTS.values())[-1]
    assert again.text == text
    found = [(a.start, a.end) for a in again.annset("dragoman")]
    assert found == [(a.start, a.end) for a in doc.annset("dragoman")]


def test_a_new_annotation_gets_a_new_id():
    for doc in _read():
        known = {annotation.id for annotation in doc.annset("dragoman")}
        assert doc.annset("dragoman").add(0, len(doc.text), "All").id not in known

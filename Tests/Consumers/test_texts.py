"""The texts are as hard as they should be."""

from runs import documents
from texts import TEXTS


def test_there_is_something_to_compare():
    mentions = [mention for document in documents("--nested") for mention in document["mentions"]]
    assert len(mentions) > 500
    assert {"PERSON", "ORGANIZATION", "PLACE", "DATE", "TREATY"} == {m["label"] for m in mentions}
    assert any("inside" in mention for mention in mentions)
    assert any("\n" in mention["text"] for mention in mentions)
    assert [document["id"] for document in documents()] == list(TEXTS)

"""What doccano imports for sequence labelling, read as its documentation says."""

import json

from runs import documents, run, spans
from texts import TEXTS


def test_labels_are_the_mentions():
    lines = run("doccano", "--nested").split("\n")[:-1]
    for line, document in zip(lines, documents("--nested"), strict=True):
        example = json.loads(line)
        assert example.keys() == {"id", "text", "label"}
        assert (example["id"], example["text"]) == (document["id"], TEXTS[document["id"]])
        found = [(start, end, example["text"][start:end], label) for start, end, label in example["label"]]
        assert found == spans(document, outermost=True)
        for (_, end, _), (start, _, _) in zip(example["label"], example["label"][1:]):
            assert end <= start

"""Predictions, judged by Label Studio's own SDK."""

import json

from label_studio_sdk.label_interface import LabelInterface
from runs import documents, run, spans, values
from texts import TEXTS

_INTERFACE = """
<View>
  <Text name="text" value="$text"/>
  <Labels name="label" toName="text">
    <Label value="PERSON"/><Label value="ORGANIZATION"/><Label value="PLACE"/><Label value="DATE"/>
    <Label value="TREATY"/>
  </Labels>
</View>
"""


def _tasks():
    return [json.loads(line) for line in run("labelstudio", "--nested").split("\n")[:-1]]


def test_the_sdk_finds_nothing_wrong():
    interface = LabelInterface(_INTERFACE)
    for task in _tasks():
        assert interface.validate_task({"data": task["data"]})
        for prediction in task["predictions"]:
            assert interface.validate_prediction(prediction)


def test_regions_are_the_mentions():
    for task, document in zip(_tasks(), documents("--nested"), strict=True):
        text = TEXTS[document["id"]]
        assert task["data"] == {"text": text, "document": document["id"]}
        (prediction,) = task["predictions"]
        found = []
        for region in prediction["result"]:
            value = region["value"]
            assert text[value["start"] : value["end"]] == value["text"]
            found.append((value["start"], value["end"], value["text"], *value["labels"]))
        assert found == spans(document)
        assert [region["meta"]["text"] for region in prediction["result"]] == [
            [value] for value in values(document)
        ]

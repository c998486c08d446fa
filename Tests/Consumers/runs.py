"""Runs of the command on all texts, and what its JSON says of them."""

import json
import os
import subprocess
from functools import cache
from typing import NamedTuple

from texts import TEXTS

DRAGOMAN = os.path.abspath(os.environ["DRAGOMAN"])


class Span(NamedTuple):
    """A mention as consumers have it; offsets are indices of the text as a Python string."""

    start: int
    end: int
    text: str
    label: str


@cache
def run(output: str, *options: str) -> str:
    """What `--output` gives of all texts, as JSON Lines in."""
    lines = "".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in TEXTS.items())
    return dragoman(lines.encode(), "--input", "jsonl", "--output", output, *options)


def dragoman(given: bytes, *options: str) -> str:
    done = subprocess.run([DRAGOMAN, *options], input=given, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode()


@cache
def documents(*options: str) -> list[dict]:
    """The JSON objects of all texts, whose offsets count code points."""
    return [json.loads(line) for line in run("jsonl", *options).split("\n")[:-1]]


def spans(document: dict, outermost: bool = False) -> list[Span]:
    """The mentions of a JSON object, as they stand in the text."""
    text = TEXTS[document["id"]]
    found = []
    for mention in document["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
        if not (outermost and "inside" in mention):
            found.append(Span(mention["start"], mention["end"], mention["text"], mention["label"]))
    return found


def values(document: dict) -> list[str]:
    """What each mention stands for: the value of a date, the name of an entity."""
    names = {entity["id"]: entity["name"] for entity in document["entities"]}
    return [
        mention["date"]["timex"] if "date" in mention else names[mention["entity"]]
        for mention in document["mentions"]
    ]

"""A newer engine does not break an older package."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman import Document, DragomanError


def with_news(value: Any) -> Any:
    """The same with a member `news` in each object whose members have fixed names."""
    if isinstance(value, list):
        return [with_news(element) for element in value]
    if not isinstance(value, dict):
        return value
    free = ("ids", "source")
    members = {k: v if k in free else with_news(v) for k, v in value.items()}
    return {**members, "news": 1}


OLD = {
    "schema": "dragoman/1",
    "offsets": "codepoint",
    "length": {"codepoint": 9, "utf16": 9, "utf8": 9},
    "anchor": {"value": "2019", "source": "given", "why": []},
    "mentions": [
        {
            "start": 0,
            "end": 9,
            "text": "8 Shawwal",
            "label": "DATE",
            "date": {
                "type": "DATE",
                "timex": "2019-06-11",
                "resolution": "explicit",
                "calendar": {"name": "islamic", "value": "1440-10-08"},
            },
            "rule": "date.calendar",
            "explanation": [{"source": "a", "weight": 1.5}],
        },
    ],
    "entities": [
        {
            "id": "e1",
            "label": "TREATY",
            "name": "Treaty",
            "mentions": [0],
            "ids": {"wikidata": "Q1"},
            "coordinates": {"latitude": 1, "longitude": 2},
            "roles": [{"title": "Minister", "evidence": []}],
            "treaty": {
                "kind": "treaty",
                "ratifications": [{"by": "JP"}],
                "contradictions": [{"field": "signed", "text": "1950", "lexicon": "1951"}],
                "candidates": [{"name": "Other"}],
                "source": {"lexicon": ["signed"]},
                "evidence": [],
            },
        }
    ],
    "warnings": [{"byteOffset": 0, "message": "none"}],
}


def test_unknown_members_are_kept() -> None:
    news = with_news(OLD)
    document = Document.from_json(json.dumps(news))
    assert repr(document).count("extra={'news': 1}") == json.dumps(news).count('"news": 1')
    assert repr(document).replace("extra={'news': 1}", "extra={}") == repr(
        Document.from_json(json.dumps(OLD))
    )


def test_labels_and_values_are_not_judged() -> None:
    mention = {"start": 0, "end": 1, "text": "a", "label": "SHIP", "rule": "r"}
    line = json.dumps({**OLD, "mentions": [mention]})
    assert Document.from_json(line).mentions[0].label == "SHIP"


def test_another_schema_is_refused() -> None:
    with pytest.raises(DragomanError, match="schema 'dragoman/2' is not 'dragoman/1'"):
        Document.from_json(json.dumps({**OLD, "schema": "dragoman/2"}))

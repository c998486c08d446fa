"""Every object that is written is what `dragoman schema` says, and every member that it lists is written."""

import copy
import json
from collections.abc import Iterator
from functools import cache

import pytest
from jsonschema import Draft202012Validator
from records import LEXICON, lines
from runs import dragoman

ALL_LABELS = "PERSON,ORGANIZATION,PLACE,DATE,TREATY,TIME,DURATION,SET"
OPTIONS = [
    (),
    ("--labels", ALL_LABELS, "--nested", "--explain", "--confidence", "--date", "1994-10-26"),
    ("--labels", ALL_LABELS, "--offsets", "utf8", "--profile", "timeml"),
    ("--confidence", "--offsets", "utf16", "--languages", "de,ja,en"),
    ("--nested", "--offsets", "grapheme", "--lexicon", "own.tsv"),
]
RUNS = [("jsonl", options) for options in OPTIONS]
RUNS += [(output, options) for output in ("rows", "timeline-jsonl") for options in OPTIONS[1:3]]
# A page has members of its own.
RUNS += [("jsonl", ("--input", "html"))]
PAGE = b"""<!doctype html><html lang=en><meta charset=windows-1252><title>Talks</title>
<nav><a href=/>Tokyo</a></nav><p>Taro Kono met Sergey Lavrov in M\xfcnchen on 16 February 2019.</p></html>"""
OUTPUTS = list(dict.fromkeys(output for output, _ in RUNS))
# A role without evidence is one that a lexicon gave, and none does today.
NEVER_WRITTEN = {".entities.roles.source"}


@cache
def schema(output: str) -> dict:
    return json.loads(dragoman(b"", "schema", output))


@pytest.fixture(autouse=True)
def own_lexicon(tmp_path, monkeypatch):
    (tmp_path / "own.tsv").write_text(LEXICON)
    monkeypatch.chdir(tmp_path)


@cache
def objects(output: str, options: tuple[str, ...] = ()) -> list[dict]:
    given = (PAGE,) if "html" in options else (lines(), "--input", "jsonl")
    written = dragoman(*given, "--output", output, *options)
    return [json.loads(line, object_pairs_hook=once) for line in written.split("\n")[:-1]]


def once(members: list[tuple[str, object]]) -> dict:
    """An object, none of whose members is there twice (RFC 8259, 4)."""
    assert len(dict(members)) == len(members), members
    return dict(members)


def errors(object: dict, schema: dict) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(object)]


def written(value: object, path: str = "") -> Iterator[str]:
    """The paths of all members of an object: `.mentions.date.timex`."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield f"{path}.{name}"
            yield from written(member, f"{path}.{name}")
    elif isinstance(value, list):
        for element in value:
            yield from written(element, path)


def listed(schema: dict, part: dict, path: str = "") -> Iterator[tuple[str, dict, str]]:
    """The members that a schema lists: path, the `properties` that it stands in, name."""
    while "$ref" in part and "properties" not in part and "items" not in part:
        part = schema["$defs"][part["$ref"].removeprefix("#/$defs/")]
    for name, member in part.get("properties", {}).items():
        yield f"{path}.{name}", part["properties"], name
        yield from listed(schema, member, f"{path}.{name}")
    if "items" in part:
        yield from listed(schema, part["items"], path)


@pytest.mark.parametrize("output", OUTPUTS)
def test_the_schema_is_one(output):
    Draft202012Validator.check_schema(schema(output))


@pytest.mark.parametrize(("output", "options"), RUNS)
def test_every_object_is_valid(output, options):
    assert len(objects(output, options)) > (0 if "html" in options else 100)
    for object in objects(output, options):
        assert errors(object, schema(output)) == []


@pytest.mark.parametrize("output", OUTPUTS)
def test_members_are_described_and_stand_in_the_order_of_the_schema(output):
    members = list(listed(schema(output), schema(output)))
    assert [path for path, properties, name in members if "description" not in properties[name]] == []
    places = {path: place for place, (path, _, _) in enumerate(members)}

    def check(value, path=""):
        if isinstance(value, dict):
            # Where a treaty was published comes in the order of the text.
            order = [places[f"{path}.{name}"] for name in value]
            assert order == sorted(order) or path == ".entities.ids"
            for name, member in value.items():
                check(member, f"{path}.{name}")
        elif isinstance(value, list):
            for element in value:
                check(element, path)

    for options in [options for name, options in RUNS if name == output]:
        check(objects(output, options))


def test_one_document_is_valid_as_it_is_printed():
    text = b"\xff\xfeT\x00o\x00k\x00y\x00o\x00, \x001\x009\x006\x000\x00"
    for given in (text, b"Tokyo \xff, 1960", b""):
        assert errors(json.loads(dragoman(given, "--pretty")), schema("json")) == []


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_schema_without_a_member_refuses_it(output):
    """So each is written in these runs, and none could be written that is not listed."""
    examples = {}
    for options in [options for name, options in RUNS if name == output]:
        for object in objects(output, options):
            for path in written(object):
                examples.setdefault(path, object)
    whole = schema(output)
    members = [path for path, _, _ in listed(whole, whole)]
    assert set(members) - NEVER_WRITTEN == examples.keys()
    for number, path in enumerate(members):
        if path in NEVER_WRITTEN:
            continue
        changed = copy.deepcopy(whole)
        _, properties, name = list(listed(changed, changed))[number]
        del properties[name]
        assert errors(examples[path], changed), path


def test_another_schema_is_a_usage_error():
    with pytest.raises(Exception) as failure:
        dragoman(b"", "schema", "tsv")
    assert failure.value.returncode == 2

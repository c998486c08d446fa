"""Brat's standoff, read by bioc and by a strict reader of what brat's documentation says."""

import io
import re
from functools import cache
from urllib.parse import quote

import pytest
from bioc import brat
from bioc.brat.validator import validate
from runs import documents, dragoman, run, spans
from texts import TEXTS

_LINE = re.compile(
    r"T(?P<span>\d+)\t(?P<type>[A-Z]+) (?P<parts>\d+ \d+(;\d+ \d+)*)\t(?P<text>[^\t]+)"
    r"|N\d+\tReference T(?P<named>\d+) (?P<scheme>[^\s:]+):(?P<id>\S+)\t(?P<name>[^\t]+)"
    r"|#\d+\tAnnotatorNotes T(?P<noted>\d+)\t(?P<note>[^\t]+)"
    r"|\*\tEquiv(?P<same>( T\d+){2,})"
)


@cache
def _ann(id):
    return dragoman(TEXTS[id].encode(), "--output", "brat", "--nested")


@cache
def _lines(id):
    """The lines as Python's `codecs` cuts them, which is how brat reads its files."""
    lines = _ann(id).splitlines()
    assert "".join(line + "\n" for line in lines) == _ann(id)
    return [_LINE.fullmatch(line) for line in lines]


@pytest.mark.parametrize("document", documents("--nested"), ids=lambda document: document["id"])
def test_lines_are_the_mentions(document):
    text, lines = TEXTS[document["id"]], _lines(document["id"])
    assert None not in lines
    found = []
    for line in lines:
        if line["span"]:
            assert int(line["span"]) == len(found) + 1
            parts = [tuple(map(int, part.split(" "))) for part in line["parts"].split(";")]
            assert line["text"] == " ".join(text[start:end] for start, end in parts)
            for (_, end), (start, _) in zip(parts, parts[1:]):
                assert re.fullmatch(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+", text[end:start])
            start, end = parts[0][0], parts[-1][1]
            found.append((start, end, text[start:end], line["type"]))
    assert found == spans(document)
    same = [[int(id[1:]) - 1 for id in line["same"].split()] for line in lines if line["same"]]
    assert same == [e["mentions"] for e in document["entities"] if len(e["mentions"]) > 1]
    notes = {int(line["noted"]) - 1: line["note"] for line in lines if line["noted"]}
    dates = {n: m["date"]["timex"] for n, m in enumerate(document["mentions"]) if "date" in m}
    assert notes == dates
    names = {e["id"]: e for e in document["entities"]}
    ids = [
        (number, scheme, id.replace(" ", "%20"), names[mention["entity"]]["name"])
        for number, mention in enumerate(document["mentions"])
        if "entity" in mention
        for scheme, id in names[mention["entity"]]["ids"].items()
    ]
    found = [(int(m["named"]) - 1, m["scheme"], m["id"], m["name"]) for m in lines if m["named"]]
    assert found == ids


@pytest.mark.parametrize("document", documents("--nested"), ids=lambda document: document["id"])
def test_bioc_reads_it(document):
    text = io.StringIO(TEXTS[document["id"]], newline="")
    read = brat.load(text, io.StringIO(_ann(document["id"]), newline=""))
    assert read.text == TEXTS[document["id"]]
    found = [
        (entity.total_span[0], entity.total_span[1], entity.type)
        for entity in sorted(read.entities, key=lambda entity: int(entity.id[1:]))
    ]
    assert found == [(span.start, span.end, span.label) for span in spans(document)]
    # It joins the parts of a span without the blank that brat puts between them.
    for entity in read.entities:
        if len(entity.locations) > 1:
            entity.text = "".join(read.text[part.begin : part.end] for part in sorted(entity.locations))
    validate(read)


def test_a_corpus_is_a_folder_of_both_files(tmp_path):
    folder = tmp_path / "corpus"
    assert run("brat", "--nested", "--output-dir", str(folder)) == ""
    assert len(list(folder.iterdir())) == 2 * len(TEXTS)
    for id, text in TEXTS.items():
        assert (folder / f"{quote(id, safe='')}.txt").read_bytes() == text.encode()
        assert (folder / f"{quote(id, safe='')}.ann").read_bytes() == _ann(id).encode()

"""Inputs of other makes, read as the tools read that made them: html5lib, Python's html and csv, warcio, iconv's charsets."""

import csv
import html
import io
import json
import random
import subprocess
from html.entities import html5

import pytest
from pages import folded, page, text
from runs import DRAGOMAN
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SENTENCE = "Taro Kono met Sergey Lavrov in M\xfcnchen on 16 February 2019."


def run(given: bytes, *options: str) -> subprocess.CompletedProcess:
    return subprocess.run([DRAGOMAN, *options], input=given, capture_output=True)


def spacy(given: bytes, *options: str) -> list[dict]:
    """The texts, which this format holds."""
    done = run(given, "--output", "spacy", *options)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.decode().split("\n")[:-1]]


def warc(write) -> bytes:
    buffer = io.BytesIO()
    write(WARCWriter(buffer, gzip=True))
    return buffer.getvalue()


def pages_as_archive(pages: list[str]) -> bytes:
    def write(writer):
        for number, content in enumerate(pages):
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            body = io.BytesIO(content.encode())
            writer.write_record(
                writer.create_warc_record(f"http://a/{number}", "response", payload=body, http_headers=head)
            )

    return warc(write)


def test_pages_have_the_text_that_html5lib_reads():
    pages = [page(seed) for seed in range(3000)]
    read = spacy(pages_as_archive(pages), "--input", "warc")
    assert len(read) == len(pages)
    for number, (content, document) in enumerate(zip(pages, read, strict=True)):
        assert document["title"] == f"http://a/{number}"
        assert folded(document["text"]) == text(content), content


def test_every_character_reference_is_known():
    names = sorted(html5) + [f"#{number}" for number in range(1, 0x3000)] + ["#x1F600;", "#55357;", "#1114112;"]
    references = ["&" + name for name in names]
    content = "".join(f"<pre>[{reference}]</pre>" for reference in references)
    (document,) = spacy(content.encode(), "--input", "html")
    expected = "\n\n".join(f"[{html.unescape(reference)}]" for reference in references)
    # Python leaves out control characters and code points that are no characters; the standard keeps them.
    controls = {0x0B, *range(1, 9), *range(0x0E, 0x20), *range(0x7F, 0xA0)}
    odd = {"&shy", "&shy;", "&#173", *(f"&#{number}" for number in controls | {10, 13, 173})}
    for reference, got, want in zip(references, document["text"].split("]\n\n["), expected.split("]\n\n["), strict=True):
        if reference not in odd:
            assert got.strip("[]") == want.strip("[]"), reference


def test_slices_of_a_page_are_its_mentions():
    content = f"<nav>Paris</nav><p>{html.escape(SENTENCE)}</p>".replace("\xfc", "&uuml;").replace("Taro ", "<b>Taro</b>&nbsp;")
    document = json.loads(run(content.encode(), "--input", "html").stdout)
    found = {mention["text"]: content[mention["start"] : mention["end"]] for mention in document["mentions"]}
    assert found["Taro\xa0Kono"] == "Taro</b>&nbsp;Kono" and found["M\xfcnchen"] == "M&uuml;nchen"
    assert [m["text"] for m in document["mentions"] if m.get("boilerplate")] == ["Paris"]


@pytest.mark.parametrize("dialect", ["csv", "tsv"])
def test_tables_are_those_that_python_wrote(dialect):
    chance = random.Random(dialect)
    pieces = ["Taro Kono", '"', "\n", "\r\n", "\r", ",", "\t", "\xe9", "\U0001f600", " ", "'", "Paris"]
    rows = [("".join(chance.choices(pieces, k=chance.randrange(12))), f"id {n}") for n in range(3000)]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, dialect="excel" if dialect == "csv" else "excel-tab")
    writer.writerows([("body", "key"), *rows])
    read = spacy(buffer.getvalue().encode(), "--input", dialect, "--field", "body", "--id-field", "key")
    assert [(document["text"], document["title"]) for document in read] == rows


def test_archives_are_those_that_warcio_wrote():
    texts = [f"{SENTENCE} {number}\r\n\r\n" * (number % 7) for number in range(200)]

    def write(writer):
        writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "x"}))
        for number, content in enumerate(texts):
            body = io.BytesIO(content.encode())
            writer.write_record(
                writer.create_warc_record(
                    f"http://a/{number}", "conversion", payload=body, warc_content_type="text/plain",
                    warc_headers_dict={"WARC-Date": "2019-02-12T10:00:00Z"},
                )  # fmt: skip
            )

    given = warc(write)
    read = spacy(given, "--input", "warc")
    assert [document["text"] for document in read] == texts
    documents = [json.loads(line) for line in run(given, "--input", "warc").stdout.splitlines()]
    assert {document["anchor"]["value"] for document in documents} == {"2019-02-12"}


def test_a_damaged_archive_loses_only_what_is_damaged():
    texts = [f"Paris {number}" for number in range(9)]

    def write(writer):
        for number, content in enumerate(texts):
            writer.write_record(
                writer.create_warc_record(
                    f"http://a/{number}", "conversion", payload=io.BytesIO(content.encode()), warc_content_type="text/plain"
                )
            )

    buffer = io.BytesIO()
    write(WARCWriter(buffer, gzip=False))
    given = buffer.getvalue().replace(b"Content-Length: 7", b"Content-Length: 70", 1)
    done = run(given, "--input", "warc", "--output", "spacy")
    assert done.returncode == 1
    assert done.stderr.startswith(b"dragoman: standard input: record at byte 0: ") and done.stderr.count(b"\n") == 1
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == texts[1:]


CHARSETS = {
    "big5": "\u6771\u4eac", "cp1250": "\u0141\xf3d\u017a", "cp1251": "\u041c\u043e\u0441\u043a\u0432\u0430", "cp1252": "M\xfcller \u2013 \u20ac",
    "cp1253": "\u0391\u03b8\u03ae\u03bd\u03b1", "cp1254": "\u0130stanbul", "cp1256": "\u0628\u0627\u0631\u064a\u0633", "cp437": "M\xfcller", "cp866": "\u041c\u043e\u0441\u043a\u0432\u0430",
    "euc-jp": "\u6771\u4eac", "euc-kr": "\uc11c\uc6b8", "gb18030": "\u5317\u4eac\U0001f600", "iso-2022-jp": "\u6771\u4eac", "iso-8859-15": "\u20ac",
    "iso-8859-2": "\u0141\xf3d\u017a", "iso-8859-7": "\u0391\u03b8\u03ae\u03bd\u03b1", "koi8-r": "\u041c\u043e\u0441\u043a\u0432\u0430", "macintosh": "M\xfcller",
    "shift_jis": "\u6771\u4eac", "utf-16be": "\u6771\U0001f600", "utf-16le": "\u6771\U0001f600", "utf-32le": "\u6771\U0001f600", "utf-8": "\u6771\U0001f600",
}  # fmt: skip


@pytest.mark.parametrize("charset", CHARSETS)
def test_charsets_are_those_of_python(charset):
    content = CHARSETS[charset] * 5000
    given = content.encode("mac-roman" if charset == "macintosh" else charset)
    assert spacy(given, "--encoding", charset)[0]["text"] == content
    assert spacy(given, "--encoding", charset, "--input", "lines")[0]["text"] == content

"""Offsets slice Python's strings."""

from __future__ import annotations

import random

import pytest

from dragoman import DragomanError, Extractor

NAME = "Taro Kono"
AROUND = {
    "an emoji": "😀 ",
    "a family of joined emoji": "👨‍👩‍👧‍👦 ",
    "a flag": "🇯🇵 ",
    "a combining mark": "Cafe\u0301 ",
    "many of them": "Z" + "\u0301" * 40 + " ",
    "another script": "東京 Москва القدس ",
    "a NUL": "a\0b ",
    "line ends": "a\r\nb\r\n\r\n",
    "a byte order mark": "\ufeff",
    "two of them": "\ufeff\ufeff",
    "a mark inside": "a \ufeff b ",
    "a character that is none": "\uffff \U0010ffff ",
    "the end of the lowest plane": "\ud7ff\ue000 ",
}


@pytest.mark.parametrize("before", AROUND.values(), ids=AROUND.keys())
def test_offsets_count_code_points(extractor: Extractor, before: str) -> None:
    text = f"{before}Foreign Minister {NAME} came to Munich. {before}"
    document = extractor.extract(text)
    found = {mention.text: mention for mention in document.mentions}
    assert text[found[NAME].start : found[NAME].end] == NAME
    assert text[found["Munich"].start : found["Munich"].end] == "Munich"
    assert document.length.codepoint == len(text)
    assert document.length.utf8 == len(text.encode())
    assert document.length.utf16 == len(text.encode("utf-16-le")) // 2
    assert document.warnings == ()


def test_every_mention_is_the_slice_of_its_offsets(extractor: Extractor, texts: list[str]) -> None:
    chance = random.Random(7)
    pieces = [*AROUND.values(), *(line for text in texts for line in text.splitlines(True))]
    mentions = 0
    for _ in range(100):
        text = "".join(chance.choices(pieces, k=12))
        document = extractor.extract(text)
        assert document.length.codepoint == len(text)
        for mention in document.mentions:
            assert text[mention.start : mention.end] == mention.text
            mentions += 1
    assert mentions > 100


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Kono\ud800", "U+D800, at 4"),
        ("😀\udfff!", "U+DFFF, at 1"),
        ("\ud83d\ude00", "U+D83D, at 0"),
    ],
)
def test_lone_surrogates_are_refused(extractor: Extractor, text: str, message: str) -> None:
    with pytest.raises(DragomanError) as caught:
        extractor.extract(text)
    assert message in str(caught.value)


def test_nothing_is_found_in_nothing(extractor: Extractor) -> None:
    for text in "", "\0", "\ufeff", " ":
        document = extractor.extract(text)
        assert (document.mentions, document.length.codepoint) == ((), len(text))

"""Text goes in, typed objects come out."""

from __future__ import annotations

import datetime
import errno
import pickle
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman import Document, DragomanError, Extractor, Input

TEXT = "Foreign Minister Taro Kono met Sergey Lavrov in Munich on 16 February 2019."


def test_mentions_are_typed(extractor: Extractor) -> None:
    document = extractor.extract(TEXT, id="a")
    assert document.id == "a"
    assert document.text == TEXT
    assert [(m.label, m.text) for m in document.mentions] == [
        ("PERSON", "Taro Kono"),
        ("PERSON", "Sergey Lavrov"),
        ("PLACE", "Munich"),
        ("DATE", "16 February 2019"),
    ]
    date = document.mentions[3].date
    assert date is not None
    assert (date.type, date.timex, date.grain) == ("DATE", "2019-02-16", "day")
    assert (date.earliest, date.latest) == ("2019-02-16", "2019-02-16")


def test_entities_are_found_by_their_mentions(extractor: Extractor) -> None:
    document = extractor.extract(TEXT)
    person, place, date = (document.mentions[index] for index in (0, 2, 3))
    kono = document.entity_of(person)
    assert kono is not None and kono.name == "Taro Kono"
    assert document.mentions_of(kono) == (person,)
    assert [role.title for role in kono.roles] == ["Foreign Minister"]
    munich = document.entity_of(place)
    assert munich is not None and munich.ids["iso3166"] == "DE"
    assert munich.coordinates is not None and round(munich.coordinates.latitude) == 48
    assert document.entity_of(date) is None


def test_treaties_have_records(extractor: Extractor) -> None:
    document = extractor.extract("The Treaty of Versailles was signed on 28 June 1919.")
    treaty = document.entities[0].treaty
    assert document.mentions[0].treaty_mention == "name"
    assert treaty is not None
    assert treaty.signed == "1919-06-28"
    assert set(treaty.source) <= {"lexicon"}


def test_all_that_the_engine_says_is_read(texts: list[str]) -> None:
    """No member of today's schema is left in `extra`."""
    labels: Any = ("PERSON", "ORGANIZATION", "PLACE", "DATE", "TREATY", "TIME", "DURATION", "SET")
    with Extractor(labels=labels, nested=True, confidence=True, explain=True) as extractor:
        for text in texts:
            assert "extra={}" in (shown := repr(extractor.extract(text)))
            assert shown.count("extra={") == shown.count("extra={}")


def test_the_json_is_the_engines(extractor: Extractor) -> None:
    line = extractor.extract_json(TEXT, id="a")
    assert line.startswith('{"schema":"dragoman/1","id":"a","offsets":"codepoint"')
    assert Document.from_json(line, TEXT) == extractor.extract(TEXT, id="a")


def test_documents_are_values(extractor: Extractor) -> None:
    first, second = extractor.extract(TEXT), extractor.extract(TEXT)
    assert first == second and hash(first) == hash(second)
    assert pickle.loads(pickle.dumps(first)) == first
    with pytest.raises(AttributeError):
        first.mentions[0].text = "other"  # type: ignore[misc]


@pytest.mark.parametrize("date", ["2019-02-13", datetime.date(2019, 2, 13)])
def test_dates_are_strings_or_dates(extractor: Extractor, date: str | datetime.date) -> None:
    by_call = extractor.extract("He came yesterday.", date=date)
    with Extractor(date=date) as dated:
        by_option = dated.extract("He came yesterday.")
    for document in (by_call, by_option):
        value = document.mentions[0].date
        assert value is not None and value.timex == "2019-02-12"
        assert document.anchor is not None and document.anchor.source == "given"


def test_what_is_no_date_is_a_warning(extractor: Extractor) -> None:
    (warning,) = extractor.extract("He came.", date="2019-02-30").warnings
    assert warning.message == "“2019-02-30” is no date"


def test_options_reach_the_engine(tmp_path: Path) -> None:
    with Extractor(labels=["ORGANIZATION"], explain=True) as extractor:
        document = extractor.extract("The United Nations met on 3 May 2001.")
        assert [mention.label for mention in document.mentions] == ["ORGANIZATION"]
        assert document.mentions[0].explanation
    with Extractor(profile="timeml", labels=["DATE"]) as extractor:
        spans = [mention.text for mention in extractor.extract("the war of 1939-45").mentions]
        assert spans == ["1939", "45"]
    names = tmp_path / "names.tsv"
    names.write_text("# Ours\n# source: a\n# license: b\n# date: 2019-02-12\n# class: org.igo\nname\nZorbland Guild\n")
    with Extractor(lexicons=[names]) as extractor:
        assert extractor.extract("She left the Zorbland Guild.").entities[0].source == "lexicon"


@pytest.mark.parametrize(
    ("options", "message", "code"),
    [
        ({"labels": ["ANIMAL"]}, "options: unknown label “ANIMAL”", errno.EINVAL),
        ({"date": "2019-02-30"}, "“2019-02-30” is no date", errno.EINVAL),
        ({"languages": ["english"]}, "options: “english” is no language", errno.EINVAL),
        ({"profile": "other"}, "options: “profile” must be house or timeml", errno.EINVAL),
        ({"lexicons": ["/nowhere.tsv"]}, "/nowhere.tsv: No such file", errno.EIO),
        ({"rules": [Path("/nowhere.rules")]}, "/nowhere.rules: No such file", errno.EIO),
    ],
)
def test_errors_are_the_engines(options: dict[str, Any], message: str, code: int) -> None:
    with pytest.raises(DragomanError) as caught:
        Extractor(**options)
    assert str(caught.value).startswith(message)
    assert caught.value.code == code
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("option", ["labels", "languages", "lexicons", "rules"])
def test_one_string_is_not_several(option: str) -> None:
    options: dict[str, Any] = {option: "DATE"}
    with pytest.raises(TypeError, match=f"{option} must be several strings"):
        Extractor(**options)


def test_what_is_no_string_is_refused(extractor: Extractor) -> None:
    arguments: Any
    for arguments in (b"bytes",), ("text", 7), ("text", None, 2019):
        with pytest.raises(TypeError):
            extractor.extract(*arguments)
    with pytest.raises(DragomanError, match="id holds a NUL"):
        extractor.extract("text", id="a\0b")


def test_a_closed_extractor_says_so() -> None:
    with Extractor() as extractor:
        assert extractor.extract(TEXT).mentions
    extractor.close()
    with pytest.raises(DragomanError, match="the extractor is closed"):
        extractor.extract(TEXT)


def test_other_processes_open_their_own() -> None:
    with Extractor(labels=["DATE"], date=datetime.date(2019, 2, 13)) as extractor:
        copy = pickle.loads(pickle.dumps(extractor))
    assert repr(copy) == "Extractor(profile='house', date='2019-02-13', labels=['DATE'])"
    assert [mention.text for mention in copy.extract(TEXT).mentions] == ["16 February 2019"]


def test_many_texts_keep_their_order(extractor: Extractor, texts: list[str]) -> None:
    alone = [extractor.extract(text, str(index)) for index, text in enumerate(texts)]
    inputs = [Input(text, str(index)) for index, text in enumerate(texts)]
    for workers in (1, 3, None):
        assert list(extractor.extract_many(inputs, workers=workers)) == alone
    assert [d.text for d in extractor.extract_many(texts[:3])] == texts[:3]


def test_many_texts_may_be_endless(extractor: Extractor) -> None:
    asked = 0

    def texts() -> Any:
        nonlocal asked
        while True:
            asked += 1
            yield f"He came in {1800 + asked}."

    documents = extractor.extract_many(texts(), workers=2)
    first = [next(documents).mentions[0].text for _ in range(20)]
    documents.close()
    assert first == [str(year) for year in range(1801, 1821)]
    assert asked < 40


def test_a_bad_text_among_many_fails_in_its_place(extractor: Extractor) -> None:
    documents = extractor.extract_many(["He came in 1919.", "a\ud800", "He left."], workers=2)
    assert next(documents).mentions[0].text == "1919"
    with pytest.raises(DragomanError, match="lone surrogate"):
        next(documents)
    with pytest.raises(ValueError, match="workers must be 1 or more"):
        extractor.extract_many([], workers=0)


def test_the_version_is_the_engines(repository: Path) -> None:
    source = (repository / "Sources/Dragoman/Extractor+Version.swift").read_text()
    assert f'version = "{dragoman.version}"' in source
    assert dragoman.__version__ == dragoman.version

"""Tables in, tables out, with pyarrow and whatever else holds tables as Arrow does."""

from __future__ import annotations

import datetime
import doctest
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from rows import command_lines, lines

import dragoman.arrow
from dragoman import DragomanError, Extractor
from dragoman.arrow import SCHEMA, extract

TEXT = "Foreign Minister Taro Kono met Sergey Lavrov in Munich on 16 February 2019. 😀"

HARD = [
    TEXT,
    "",
    "\ufeffA mark, 😀, and e\u0301 before Munich.",
    "Tabs\tand\nlines\r\n\r\nand \\ and \" and \u2028 and \x7f before Munich\u2029.",
    "He was in Mu\x00nich, and then in Oslo.",
    "Vor drei Tagen, am 12.02.2019, war er in München.",
]


@pytest.fixture(scope="module")
def table(texts: list[str]) -> pa.Table:
    """Some documents, with what is hard among them."""
    documents = HARD + [part for text in texts for part in text.split("\n\n")]
    numbers = range(len(documents))
    return pa.table(
        {
            "id": [f"{number:05}" for number in numbers],
            "text": documents,
            "date": [None if number % 3 else f"20{number % 90 + 10}-02-12" for number in numbers],
        }
    )


def test_rows_are_the_commands_byte_for_byte(table: pa.Table, tmp_path: Path) -> None:
    rows = extract(table, date="date").read_all()
    assert len(rows) > 500 and set(rows["label"].unique().to_pylist()) >= {"PERSON", "TREATY"}
    assert lines(rows) == command_lines(table.to_pylist(), tmp_path)


def test_rows_have_the_schema_and_are_valid(table: pa.Table) -> None:
    for batch in extract(table, date="date"):
        assert batch.schema == SCHEMA
        batch.validate(full=True)


@pytest.mark.parametrize("rows, size", [(1, 1), (7, 100), (4096, 1 << 30)])
def test_pieces_and_threads_change_nothing(
    table: pa.Table, monkeypatch: pytest.MonkeyPatch, rows: int, size: int
) -> None:
    expected = extract(table, date="date", workers=1).read_all()
    monkeypatch.setattr(dragoman.arrow, "_ROWS", rows)
    monkeypatch.setattr(dragoman.arrow, "_BYTES", size)
    assert extract(table, date="date", workers=4).read_all() == expected
    sliced = table.slice(3)
    chunked = pa.Table.from_batches(sliced.to_batches(max_chunksize=5))
    assert extract(chunked, date="date").read_all() == extract(sliced, date="date").read_all()


def test_a_text_that_fails_is_an_error_and_the_others_come_out() -> None:
    table = pa.table({"id": ["a", "b", None], "text": ["In Munich.", None, "In Oslo."]})
    rows = extract(table).read_all().to_pylist()
    assert [row["text"] for row in rows] == ["Munich", None, "Oslo"]
    assert [row["error"] for row in rows] == [None, "the text is null", None]
    assert [row["id"] for row in rows] == ["a", "b", ""]
    assert {name for name, value in rows[1].items() if value is not None} == {"id", "error"}


def test_bytes_have_their_byte_order_mark_honoured() -> None:
    texts = ["In Munich.".encode("utf-16"), b"\xef\xbb\xbfIn Munich.", b"\xff In Munich."]
    rows = extract(pa.table({"text": pa.array(texts, pa.binary())}), id=None).read_all()
    assert rows["start"].to_pylist() == [3, 3, 5]


def test_strings_need_not_be_utf_8() -> None:
    texts = pa.array([b"\xef\xbb\xbf\xff In Munich."]).view(pa.string())
    rows = extract(pa.table({"text": texts}), id=None).read_all()
    assert rows["start"].to_pylist() == [6]


def test_texts_may_have_any_type_of_strings() -> None:
    table = pa.table({"text": ["In Munich.", "In Oslo.", None]})
    expected = extract(table, id=None).read_all()
    types = [pa.large_string(), pa.string_view(), pa.dictionary(pa.uint32(), pa.large_string())]
    for kind in types:
        texts = pa.table({"text": table["text"].cast(kind)})
        assert extract(texts, id=None).read_all() == expected
    polars = pytest.importorskip("polars")
    for kind in (polars.Categorical, polars.Enum(["In Munich.", "In Oslo."])):
        frame = polars.DataFrame(table).cast({"text": kind})
        assert extract(frame, id=None).read_all() == expected
    (null,) = extract(pa.table({"text": pa.nulls(1)}), id=None).read_all().to_pylist()
    assert null["error"] == "the text is null"


def test_ids_and_dates_may_have_any_type() -> None:
    table = pa.table(
        {
            "key": [7, 8],
            "body": pa.array(["It was yesterday."] * 2).dictionary_encode(),
            "at": [datetime.date(2019, 2, 13), datetime.date(2020, 3, 1)],
            "time": [datetime.datetime(2019, 2, 13, 23, 59), None],
        }
    )
    rows = extract(table, text="body", id="key", date="at").read_all()
    assert rows["id"].to_pylist() == ["7", "8"]
    assert rows["value"].to_pylist() == ["2019-02-12", "2020-02-29"]
    rows = extract(table, text="body", id="key", date="time").read_all()
    assert rows["value"][0].as_py() == "2019-02-12"


def test_columns_that_cannot_be_are_refused() -> None:
    table = pa.table({"id": ["a"], "text": [1]})
    with pytest.raises(TypeError, match="column 'text' has int64, not strings or bytes"):
        extract(table).read_all()
    with pytest.raises(KeyError, match="date"):
        extract(pa.table({"id": ["a"], "text": ["b"]}), date="date").read_all()
    with pytest.raises(TypeError, match="list has neither __arrow_c_stream__"):
        extract(["a text"])
    with pytest.raises(ValueError, match="workers"):
        extract(table, workers=0)


def test_the_extractors_options_hold(extractor: Extractor) -> None:
    table = pa.table({"id": ["a"], "text": [TEXT]})
    rows = extract(table, Extractor(labels=["PLACE"])).read_all()
    assert rows["text"].to_pylist() == ["Munich"]
    closed = Extractor()
    closed.close()
    with pytest.raises(DragomanError, match="closed"):
        extract(table, closed)


def test_a_batch_is_read_in_place_and_given_back(extractor: Extractor) -> None:
    before = pa.total_allocated_bytes()
    batch = pa.record_batch({"id": ["a"] * 2000, "text": [TEXT] * 2000})
    for _ in range(3):
        rows = extract(batch, extractor).read_all()
    assert len(rows) == 8000
    del batch, rows
    assert pa.total_allocated_bytes() == before


def test_a_table_may_be_larger_than_memory(extractor: Extractor) -> None:
    """Of an endless one, few batches are held."""
    taken = 0

    def batches() -> Iterator[pa.RecordBatch]:
        nonlocal taken
        while True:
            taken += 1
            yield pa.record_batch({"id": [str(taken)], "text": [TEXT]})

    schema = pa.schema({"id": pa.string(), "text": pa.string()})
    reader = extract(pa.RecordBatchReader.from_batches(schema, batches()), extractor, workers=2)
    ids = [reader.read_next_batch()["id"][0].as_py() for _ in range(50)]
    assert ids == [str(number) for number in range(1, 51)]
    assert taken < 80
    reader.close()


def _polars(table: pa.Table) -> Any:
    polars = pytest.importorskip("polars")
    return polars.DataFrame(table)


def _duckdb(table: pa.Table) -> Any:
    duckdb = pytest.importorskip("duckdb")
    return duckdb.connect().from_arrow(table)


def _pandas(table: pa.Table) -> Any:
    pytest.importorskip("pandas")
    return table.to_pandas()


def _nanoarrow(table: pa.Table) -> Any:
    nanoarrow = pytest.importorskip("nanoarrow")
    return nanoarrow.Array(table.combine_chunks().to_batches()[0])


@pytest.mark.parametrize("of", [_polars, _duckdb, _pandas, _nanoarrow])
def test_tables_of_others_go_in(table: pa.Table, of: Callable[[pa.Table], Any]) -> None:
    assert extract(of(table), date="date").read_all() == extract(table, date="date").read_all()


def test_the_modules_example() -> None:
    assert doctest.testmod(dragoman.arrow).failed == 0

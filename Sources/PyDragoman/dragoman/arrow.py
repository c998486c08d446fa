"""Tables in, tables out: texts in a column of pyarrow, Polars, DuckDB, pandas or whatever else holds tables as Arrow does.

>>> import pyarrow
>>> from dragoman.arrow import extract
>>> table = pyarrow.table({"id": ["a"], "text": ["Taro Kono was in Munich on 16 February 2019."]})
>>> extract(table).read_all().select(["id", "text", "value"]).to_pylist()[1:]
[{'id': 'a', 'text': 'Munich', 'value': 'Munich'}, {'id': 'a', 'text': '16 February 2019', 'value': '2019-02-16'}]

It needs pyarrow: ``pip install 'dragoman[arrow]'``.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

import pyarrow as pa

from ._library import Handle
from ._threads import in_order, worker_count
from .extractor import Extractor

SCHEMA = pa.schema(
    {
        "id": pa.string(),
        "sentence": pa.int64(),
        "mention": pa.int64(),
        "outer": pa.int64(),
        "offsets": pa.string(),
        "start": pa.int64(),
        "end": pa.int64(),
        "text": pa.string(),
        "label": pa.string(),
        "entity": pa.string(),
        "name": pa.string(),
        "ids": pa.string(),
        "value": pa.string(),
        "edtf": pa.string(),
        "earliest": pa.string(),
        "latest": pa.string(),
        "grain": pa.string(),
        "resolution": pa.string(),
        "rule": pa.string(),
        "error": pa.string(),
    }
)
"""A mention a row.

``sentence`` counts from 1; ``mention`` is the mention's number in its document, from 0, and ``outer`` that of the mention
that it stands in, or its own. ``start`` and ``end`` count code points. ``entity``, ``name`` and ``ids``
(``wikidata:Q17|geonames:1861060``) are the entity's; ``edtf``, ``earliest``, ``latest``, ``grain`` and ``resolution`` a
date's; ``value`` is a date's TIMEX3 value or an entity's name.
"""

_ROWS = 4096
_BYTES = 1 << 22
"""How much goes to the engine at a time: what is under way is held in memory."""


class Columns(NamedTuple):
    """Where the texts are, and what is known of them."""

    text: str = "text"
    id: str | None = "id"
    date: str | None = None


def extract(
    table: Any,
    extractor: Extractor | None = None,
    *,
    text: str = "text",
    id: str | None = "id",
    date: str | None = None,
    workers: int | None = None,
) -> pa.RecordBatchReader:
    """Extracts from a column of texts: a row comes out for each mention, with the columns of :data:`SCHEMA`.

    They come in the order of the texts, and as they are asked for: a table may be larger than memory, if ``table`` hands
    it out batch by batch. The engine runs in threads, without the interpreter's lock.

    A text that fails, as a null does, is a row with its ``id`` and ``error``, in which all else is null. Where ``error``
    is null nothing else is: a text that there is none of is empty.

    :param table: anything with ``__arrow_c_stream__`` or ``__arrow_c_array__``: a table, data frame, relation or batch.
    :param extractor: by default one with the defaults of :class:`~dragoman.Extractor`.
    :param text: the column of texts: strings, or bytes in which a byte order mark is honoured.
    :param id: that of the documents' ids, of any type that can be a string; ``None`` if there is none.
    :param date: that of their creation times, in the same way; ``None`` if there is none.
    :param workers: how many threads; one for each processor by default.
    """
    read = rows_of(extractor or Extractor())
    pieces = documents(_batches(table), Columns(text, id, date))
    return pa.RecordBatchReader.from_batches(SCHEMA, in_order(read, pieces, worker_count(workers)))


def documents(batches: Iterable[pa.RecordBatch], columns: Columns) -> Iterator[pa.RecordBatch]:
    """The documents of pyarrow's batches as the engine reads them, a few at a time."""
    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS):
            yield from _halves(_documents(batch.slice(start, _ROWS), columns))


def rows_of(extractor: Extractor) -> Callable[[pa.RecordBatch], pa.RecordBatch]:
    """What makes rows of such documents; the extractor stays open meanwhile."""
    return partial(_rows, extractor._open_handle())


def _batches(table: Any) -> Iterable[pa.RecordBatch]:
    if hasattr(table, "__arrow_c_stream__"):
        reader: Iterable[pa.RecordBatch] = pa.RecordBatchReader.from_stream(table)
        return reader
    if hasattr(table, "__arrow_c_array__"):
        return [pa.record_batch(table)]
    raise TypeError(f"{type(table).__name__} has neither __arrow_c_stream__ nor __arrow_c_array__")


def _documents(batch: pa.RecordBatch, columns: Columns) -> pa.RecordBatch:
    texts = {"text": _texts(batch, columns.text)}
    for name, column in ("id", columns.id), ("date", columns.date):
        if column is not None:
            texts[name] = _column(batch, column).cast(pa.large_string())
    return pa.record_batch(texts)


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    """A column without a dictionary, as those of categories have one."""
    column = batch.column(name)
    if not pa.types.is_dictionary(column.type):
        return column
    values = column.dictionary
    if values.type == pa.string_view():
        # Polars has such, and pyarrow cannot take from them.
        values = values.cast(pa.large_string())
    return values.take(column.indices)


def _texts(batch: pa.RecordBatch, name: str) -> pa.Array:
    column = _column(batch, name)
    kind = column.type
    # Of pandas, a column in which all is null has no other type.
    if kind in (pa.string(), pa.large_string(), pa.string_view(), pa.null()):
        return column.cast(pa.large_string())
    if kind in (pa.binary(), pa.large_binary(), pa.binary_view()):
        return column.cast(pa.large_binary())
    raise TypeError(f"column {name!r} has {kind}, not strings or bytes")


def _halves(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """A batch in pieces of few bytes, or of one row."""
    if batch.nbytes <= _BYTES or batch.num_rows < 2:
        yield batch
    else:
        middle = batch.num_rows // 2
        yield from _halves(batch.slice(0, middle))
        yield from _halves(batch.slice(middle))


def _rows(handle: Handle, batch: pa.RecordBatch) -> pa.RecordBatch:
    # The capsules release what they hold when they go.
    schema_capsule, array_capsule = batch.__arrow_c_array__()
    rows, schema = _ArrowArray(), _ArrowSchema()
    places = ctypes.addressof(rows), ctypes.addressof(schema)
    handle.extract_arrow(
        _pointer(array_capsule, b"arrow_array"), _pointer(schema_capsule, b"arrow_schema"), *places
    )
    return pa.RecordBatch._import_from_c(*places)


# Room for the two structures; pyarrow reads them, and takes what they hold.
_ArrowArray = ctypes.c_int64 * 10
_ArrowSchema = ctypes.c_int64 * 9

_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
_pointer.restype = ctypes.c_void_p

"""Dragoman in Apache Spark: a table of texts in, a table of their mentions out.

    from dragoman.spark import extract
    mentions = extract(spark.read.parquet("pages"), text="text", id="url", date="crawled")
    mentions.where("error is null").groupBy("label", "name").count().show()

It needs pyspark and pyarrow, and the package on each worker: ``pip install 'dragoman[spark]'``.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, cast

from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import BinaryType, StringType

from .arrow import SCHEMA, Columns, documents, rows_of
from .extractor import Extractor

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame


def extract(
    df: DataFrame,
    text: str = "text",
    id: str | None = "id",
    date: str | None = None,
    *,
    extractor: Extractor | None = None,
) -> DataFrame:
    """Extracts from a column of texts: a row comes out for each mention, with the columns of :data:`dragoman.arrow.SCHEMA`.

    Each worker process opens one extractor, as ``extractor`` is here, for all its tasks; files that it names must be where
    the worker is. A text that fails, as a null does, is a row with its ``id`` and ``error``, in which all else is null, and
    fails no task. Rows of a document stand in their order; join them with what else is known of it by ``id``.

    :param text: the column of texts: strings, or bytes in which a byte order mark is honoured, as of ``binaryFile``.
    :param id: that of the documents' ids, of any type that can be a string; ``None`` if there is none.
    :param date: that of their creation times, in the same way; ``None`` if there is none.
    """
    columns = [df[text].alias("text")]
    for name, column in ("id", id), ("date", date):
        if column is not None:
            columns.append(df[column].cast("string").alias(name))
    chosen = df.select(columns)
    kind = chosen.schema["text"].dataType
    if not isinstance(kind, (StringType, BinaryType)):
        raise TypeError(f"column {text!r} has {kind.simpleString()}, not strings or bytes")
    work = partial(
        _work, pickle.dumps(extractor or Extractor()), Columns("text", id and "id", date and "date")
    )
    return chosen.mapInArrow(work, from_arrow_schema(SCHEMA))


def _work(
    extractor: bytes, columns: Columns, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    return map(rows_of(_opened(extractor)), documents(batches, columns))


@lru_cache(maxsize=4)
def _opened(extractor: bytes) -> Extractor:
    """The extractor of this process."""
    return cast(Extractor, pickle.loads(extractor))

"""A cluster finds what one process does, even where workers die. `bash .ci/python --spark` runs this.

The cluster is Spark's own of two executors with a core and 1 GiB each, in processes of their own.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="PySpark is not installed: bash .ci/python --spark")

import pyarrow as pa
import pyarrow.parquet
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from rows import command_lines, lines

from dragoman import Extractor
from dragoman.spark import _opened, extract

COUNT = 20_000

Documents = list[dict[str, str | None]]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder: Any = SparkSession.builder
    session: SparkSession = (
        builder.master("local-cluster[2,1,1024]")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def documents(texts: list[str]) -> Documents:
    """Paragraphs, each again and again with other dates."""
    parts = [part for text in texts for part in text.split("\n\n")]
    return [
        {
            "id": f"{number:05}",
            "date": f"{1950 + number // len(parts) % 70}-02-12" if number % 3 else None,
            "text": parts[number % len(parts)],
        }
        for number in range(COUNT)
    ]


@pytest.fixture(scope="module")
def expected(documents: Documents, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the command writes, in one process."""
    return command_lines(documents, tmp_path_factory.mktemp("command"))


@pytest.fixture(scope="module")
def df(
    spark: SparkSession, documents: Documents, tmp_path_factory: pytest.TempPathFactory
) -> DataFrame:
    """Them, in eight files of Parquet."""
    folder = tmp_path_factory.mktemp("documents")
    table = pa.Table.from_pylist(documents)
    for number in range(8):
        part = table.slice(number * COUNT // 8, COUNT // 8)
        pyarrow.parquet.write_table(part, folder / f"{number}.parquet")
    return spark.read.parquet(str(folder))


def in_order(found: pa.Table) -> pa.Table:
    """Partitions come in any order."""
    return found.sort_by([("id", "ascending"), ("mention", "ascending")])


def test_rows_are_those_of_one_process_byte_for_byte(df: DataFrame, expected: list[str]) -> None:
    found = extract(df, text="text", id="id", date="date").toArrow()
    assert len(expected) > COUNT
    assert lines(in_order(found)) == expected


def test_a_text_that_fails_is_a_row_and_fails_no_task(spark: SparkSession) -> None:
    texts = [(1, "In Munich."), (2, None), (3, "In Oslo.")]
    found = extract(spark.createDataFrame(texts, "number long, body string"), "body", "number")
    rows = found.orderBy("id").collect()
    assert [(row.id, row.text, row.error) for row in rows] == [
        ("1", "Munich", None),
        ("2", None, "the text is null"),
        ("3", "Oslo", None),
    ]


def test_the_extractors_options_go_to_the_workers(spark: SparkSession) -> None:
    texts = spark.createDataFrame([("Taro Kono was in Munich in 2019.",)], "text string")
    found = extract(texts, id=None, extractor=Extractor(labels=["PLACE"])).collect()
    assert [(row.id, row.text) for row in found] == [("", "Munich")]


def test_a_process_opens_one_extractor() -> None:
    first, second = (pickle.dumps(Extractor(labels=["PLACE"])) for _ in range(2))
    assert _opened(first) is _opened(second)
    assert _opened(first) is not _opened(pickle.dumps(Extractor()))


def test_columns_that_cannot_be_are_named_before_anything_runs(spark: SparkSession) -> None:
    df = spark.createDataFrame([(1, "a")], "number long, id string")
    with pytest.raises(AnalysisException, match="body"):
        extract(df, text="body")
    with pytest.raises(TypeError, match="column 'number' has bigint, not strings or bytes"):
        extract(df, text="number")


def test_files_that_spark_reads_as_bytes_may_have_a_byte_order_mark(
    spark: SparkSession, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes("In Munich.".encode("utf-16"))
    files = spark.read.format("binaryFile").load(str(tmp_path))
    (row,) = extract(files, "content", "path", "modificationTime").collect()
    assert (row.text, row.start) == ("Munich", 3) and row.id.endswith("/a.txt")


def processes(within: int) -> Iterator[int]:
    """The processes below one."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue
        children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(folder.name))
    below = children.get(within, [])
    for process in below:
        yield process
        below += children.get(process, [])


def has_engine(process: int) -> bool:
    """Whether it is a Python worker in which Dragoman is loaded."""
    return "libCDragoman" in Path(f"/proc/{process}/maps").read_text()


def is_executor(process: int) -> bool:
    return "CoarseGrainedExecutorBackend" in Path(f"/proc/{process}/cmdline").read_text()


def find(kind: Callable[[int], bool]) -> int:
    """The first such process of this one's cluster, once there is one."""
    end = time.monotonic() + 300
    while time.monotonic() < end:
        for process in processes(os.getpid()):
            try:
                if kind(process):
                    return process
            except OSError:
                pass
        time.sleep(0.05)
    raise TimeoutError(kind.__name__)


def slowly(df: DataFrame, folder: Path) -> DataFrame:
    """The same, but the first attempt at each partition stops after half of its rows until the file `go` is there."""
    place = str(folder)

    def wait(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pathlib
        import time

        from pyspark import TaskContext

        context: Any = TaskContext.get()
        mark = f"{context.partitionId()}.{context.attemptNumber()}"
        (pathlib.Path(place) / mark).touch()
        rows = 0
        for batch in batches:
            while rows > 1000 and not (pathlib.Path(place) / "go").exists():
                time.sleep(0.05)
            rows += batch.num_rows
            yield batch

    return df.mapInArrow(wait, df.schema)


@pytest.mark.parametrize("kind", [has_engine, is_executor])
def test_a_partition_whose_worker_is_killed_is_read_again(
    df: DataFrame, expected: list[str], tmp_path: Path, kind: Callable[[int], bool]
) -> None:
    found: list[pa.Table] = []
    mentions = extract(slowly(df, tmp_path), date="date")
    job = threading.Thread(target=lambda: found.append(mentions.toArrow()))
    job.start()
    # A worker of an earlier job may be there still: that of this one has read rows.
    while not list(tmp_path.iterdir()):
        time.sleep(0.05)
    find(has_engine)
    time.sleep(1)
    os.kill(find(kind), signal.SIGKILL)
    (tmp_path / "go").touch()
    job.join(timeout=600)
    attempts = {mark.name for mark in tmp_path.iterdir()} - {"go"}
    assert any(not mark.endswith(".0") for mark in attempts), attempts
    assert len(found) == 1
    assert lines(in_order(found[0])) == expected


@pytest.fixture
def transform(repository: Path) -> str:
    """The README's recipe for Spark SQL."""
    readme = (repository / "Sources/PyDragoman/README.md").read_text()
    blocks: list[str] = re.findall(r"```sql\n(.+?)```", readme, re.DOTALL)
    (query,) = blocks
    return query.replace("dragoman --", os.environ["DRAGOMAN"] + " --")


def test_spark_sql_transform(
    spark: SparkSession, df: DataFrame, expected: list[str], transform: str
) -> None:
    df.createOrReplaceTempView("documents")
    found = [row[0] for row in spark.sql(transform).collect()]
    assert sorted(found) == sorted(expected)


def test_spark_sql_transform_fails_where_the_command_does(
    spark: SparkSession, transform: str
) -> None:
    texts = spark.createDataFrame([("a", None, None)], "id string, date string, text string")
    texts.createOrReplaceTempView("documents")
    query, _, _ = transform.partition("where")
    with pytest.raises(Exception, match="(?s)subprocess.+exited"):
        spark.sql(query).collect()

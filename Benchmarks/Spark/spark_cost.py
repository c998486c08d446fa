"""What Spark adds to the command, in processor time: see `run`.

One after the other, round by round, in one run: the bare command, the same engine in one Python process over Arrow, and a
cluster of two executors with a core and 1 GiB each (`local-cluster[2,1,1024]`) that reads Parquet, that hands it to Python
as well, that extracts as well, and that writes the mentions to Parquet as well. What each step adds to the one before has a
name so. Before anything is timed, the rows of the cluster must be those of the command, byte for byte.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset
from documents import Corpus
from processes import peaks, taken
from pyspark.sql import DataFrame, SparkSession

from dragoman import Extractor
from dragoman.arrow import extract as extract_table
from dragoman.spark import extract

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "common"), str(HERE.parents[1] / "Tests/PyDragomanTests")]
import measure  # noqa: E402
from rows import lines  # noqa: E402


def cluster() -> SparkSession:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session: SparkSession = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session


def handed_over(df: DataFrame) -> DataFrame:
    """The texts go to Python, and nothing comes back."""

    def drop(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield batch.slice(0, 0)

    return df.select("text", "id", "date").mapInArrow(drop, "text string, id string, date string")


def check(df: DataFrame, corpus: Corpus, dragoman: Path) -> int:
    """Compares the cluster's rows with the command's; gives their number."""
    command = [str(dragoman), "--input", "jsonl", "--output", "rows", str(corpus.jsonl)]
    expected = measure.run(command, keep=True, core=-1).output.decode().split("\n")[:-1]
    found = extract(df, date="date").toArrow()
    found = found.sort_by([("id", "ascending"), ("mention", "ascending")])
    if lines(found) != expected:
        raise RuntimeError("the cluster's rows are not the command's")
    return len(expected)


Cost = dict[str, float]


def steps(
    df: DataFrame, corpus: Corpus, dragoman: Path, folder: Path, held: dict[str, int]
) -> dict[str, Callable[[], Cost]]:
    """What is timed, by name: each gives seconds of processor by part."""

    def command(output: str, path: Path) -> Callable[[], Cost]:
        words = [str(dragoman), "--input", "jsonl", "--output", output, "--jobs", "1", str(path)]

        def run() -> Cost:
            run = measure.run(words)
            held["command"] = max(held.get("command", 0), run.peak)
            return {"command": run.cpu}

        return run

    extractor = Extractor()

    def process() -> Cost:
        start = time.process_time()
        table = pyarrow.dataset.dataset(corpus.parquet).scanner().to_reader()
        for _ in extract_table(table, extractor, date="date", workers=1):
            pass
        return {"process": time.process_time() - start}

    def job(run: Callable[[], None]) -> Callable[[], Cost]:
        def timed() -> Cost:
            before = taken()
            run()
            return {part: seconds - before[part] for part, seconds in taken().items()}

        return timed

    def nowhere(rows: DataFrame) -> Callable[[], None]:
        return lambda: rows.write.format("noop").mode("overwrite").save()

    mentions = extract(df, date="date")
    written = str(folder / "mentions")
    return {
        "command, JSON": command("json", corpus.jsonl),
        "command, rows": command("rows", corpus.jsonl),
        "command, rows from .gz": command("rows", corpus.packed),
        "one Python process": process,
        "Spark: read": job(nowhere(df)),
        "Spark: read, hand over": job(nowhere(handed_over(df))),
        "Spark: read, hand over, extract": job(nowhere(mentions)),
        "Spark: read, hand over, extract, write": job(
            lambda: mentions.write.mode("overwrite").parquet(written)
        ),
    }


def least(costs: list[Cost]) -> Cost:
    """The run that took least in all."""
    return min(costs, key=lambda cost: sum(cost.values()))


def table(results: dict[str, list[Cost]], size: int) -> str:
    parts = ["workers", "executors", "driver"]
    rows = ["| step | ms a MB | Python | executors | driver | MB/s a core |", "| --- |" + " ---: |" * 5]
    for name, costs in results.items():
        cost = least(costs)
        total = sum(cost.values())
        shares = [f"{cost[part] * 1e9 / size:.1f}" if part in cost else "" for part in parts]
        figures = [f"{total * 1e9 / size:.1f}", *shares, f"{size / 1e6 / total:.1f}"]
        rows.append(f"| {name} | " + " | ".join(figures) + " |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON Lines with the members `text` and `date`")
    parser.add_argument("--dragoman", type=Path, required=True, help="the built command")
    parser.add_argument("--copies", type=int, default=1, help="how often the corpus is repeated")
    parser.add_argument("--runs", type=int, default=5, help="rounds")
    parser.add_argument("--json", type=Path, help="where to write the results")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(given.corpus, given.copies, Path(folder))
        spark = cluster()
        df = spark.read.parquet(str(corpus.parquet))
        mentions = check(df, corpus, given.dragoman)
        print(
            f"{corpus.count:,} documents, {corpus.bytes / 1e6:.1f} MB of text, {mentions:,} mentions: "
            "the cluster's rows are the command's, byte for byte",
            flush=True,
        )
        held: dict[str, int] = {}
        timed = steps(df, corpus, given.dragoman, Path(folder), held)
        results: dict[str, list[Cost]] = {name: [] for name in timed}
        for _ in range(given.runs):
            for name, step in timed.items():
                results[name].append(step())
        held |= peaks()
        spark.stop()
    print(table(results, corpus.bytes))
    print("peak MB: " + ", ".join(f"{part} {size / 1e6:.0f}" for part, size in held.items()))
    if given.json:
        about = {
            "benchmark": "Spark",
            "machine": measure.machine(),
            "command": f"bash Benchmarks/Spark/run {given.corpus.name} --copies {given.copies} --runs {given.runs}",
            "corpus": {"name": given.corpus.name, "bytes": corpus.bytes, "documents": corpus.count},
            "mentions": mentions,
            "peak": held,
            "processorSeconds": results,
        }
        given.json.write_text(json.dumps(about, indent=1) + "\n")


main()

"""Runs one engine over a corpus: `host.py ENGINE CORPUS.jsonl RUNS STARTED`; prints what it took as JSON.

An engine is a module with `load()`, which gives a function from a text to counts by kind.
"""

import importlib
import json
import sys
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "common"), str(Path(__file__).parent)]
import measure  # noqa: E402


def main() -> None:
    name, corpus, runs, started = sys.argv[1:]
    find = importlib.import_module(f"engines.{name}").load()
    find("Taro Kono met Sergey Lavrov in Munich on 16 February 2019.")
    startup = time.time() - float(started)

    texts = [json.loads(line)["text"] for line in Path(corpus).read_bytes().splitlines()]
    seconds: list[float] = []
    for _ in range(int(runs)):
        counts: Counter[str] = Counter()
        start = time.perf_counter()
        for text in texts:
            counts.update(find(text))
        seconds.append(time.perf_counter() - start)
    print(
        json.dumps(
            {
                "startup": startup,
                "seconds": seconds,
                "counts": counts,
                "peak": measure.peak_of("self"),
            }
        )
    )


main()

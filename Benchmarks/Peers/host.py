"""Runs one engine over a corpus: `host.py ENGINE CORPUS.jsonl RUNS STARTED`; prints what it took as JSON.

An engine is a module with `load()`, which gives a function from texts to what it found in them, by kind.
"""

import importlib
import json
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "common")]
import measure  # noqa: E402

SENTENCE = "Taro Kono met Sergey Lavrov at the conference in Munich on 16 February 2019."


def main() -> None:
    name, corpus, runs, started = sys.argv[1:]
    find = importlib.import_module(f"engines.{name}").load()
    find([SENTENCE])
    startup = time.time() - float(started)

    texts = [json.loads(line)["text"] for line in Path(corpus).read_bytes().splitlines()]
    counts: dict[str, int] = {}
    seconds: list[float] = []
    processor: list[float] = []
    for _ in range(int(runs)):
        start, used = time.perf_counter(), time.process_time()
        found = find(texts)
        seconds.append(time.perf_counter() - start)
        processor.append(time.process_time() - used)
        if counts not in ({}, found):
            raise RuntimeError(f"{name} found {counts}, then {found}")
        counts = found
    taken = {"startup": startup, "seconds": seconds, "processorSeconds": processor, "counts": counts}
    print(json.dumps(taken | {"peak": measure.peak_of("self")}))


main()

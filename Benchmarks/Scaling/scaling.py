"""Time and memory of the command against the size of its corpus: see `run`."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
import measure  # noqa: E402


def repeat(lines: list[bytes], size: int, path: Path) -> tuple[int, int]:
    """Writes the corpus again and again, each time with new ids, up to `size` bytes; gives documents and bytes."""
    documents = written = 0
    members = [json.loads(line) for line in lines]
    with path.open("wb") as file:
        while written < size:
            member = members[documents % len(members)]
            name = f"{member.get('id', '')}#{documents + 1}"
            line = json.dumps(member | {"id": name}, ensure_ascii=False).encode() + b"\n"
            written += file.write(line)
            documents += 1
    return documents, written


def point(given: argparse.Namespace, lines: list[bytes], megabytes: float, path: Path) -> dict:
    documents, size = repeat(lines, int(megabytes * 1e6), path)
    command = [str(given.dragoman), "--input", "jsonl", *measure.jobs(given.dragoman, given.jobs)]
    runs = [
        measure.run([*command, str(path)], core=None if given.jobs == 1 else -1)
        for _ in range(given.runs)
    ]
    return {
        "bytes": size,
        "documents": documents,
        "seconds": [run.wall for run in runs],
        "processorSeconds": [run.cpu for run in runs],
        "peak": max(run.peak for run in runs),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON Lines with the members `id` and `text`")
    parser.add_argument("--dragoman", type=Path, required=True, help="the built command")
    parser.add_argument("--sizes", default="1,3,10,30,100,300,1000", help="in MB, with commas")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3, help="timed runs of each size")
    parser.add_argument("--json", type=Path, help="where to write the results")
    given = parser.parse_args()
    lines = [line for line in given.corpus.read_bytes().splitlines() if line.strip()]
    points = []
    print("      MB   documents   seconds      MB/s   cpu ns/B   peak MB")
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in map(float, given.sizes.split(",")):
            taken = point(given, lines, megabytes, Path(folder) / "corpus.jsonl")
            points.append(taken)
            seconds, processor = min(taken["seconds"]), min(taken["processorSeconds"])
            print(
                f"{taken['bytes'] / 1e6:8.2f} {taken['documents']:11,} {seconds:9.3f} "
                f"{taken['bytes'] / 1e6 / seconds:9.2f} {processor * 1e9 / taken['bytes']:10.2f} "
                f"{taken['peak'] / 1e6:9.1f}",
                flush=True,
            )
    if given.json:
        about = {
            "benchmark": "Scaling",
            "machine": measure.machine(),
            "command": f"bash Benchmarks/Scaling/run {given.corpus.name} --sizes {given.sizes} --jobs {given.jobs}",
            "corpus": given.corpus.name,
        }
        given.json.write_text(json.dumps({**about, "points": points}, indent=1) + "\n")


main()

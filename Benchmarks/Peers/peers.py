"""Dragoman and its peers side by side on one corpus, one core each: see `run` and definitions.toml."""

import argparse
import json
import sys
import tempfile
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "common"))
import corpus  # noqa: E402
import measure  # noqa: E402
from table import table  # noqa: E402

#: What start-up is measured with.
SENTENCE = {"text": "Taro Kono met Sergey Lavrov at the conference in Munich on 16 February 2019."}


class Harness:
    """What all peers of a run share."""

    def __init__(self, options: argparse.Namespace, folder: Path):
        self.options = options
        self.folder = folder
        self.one_job = measure.jobs(options.dragoman, 1)
        self.slices: dict[int, corpus.Slice] = {}
        self.sentence = corpus.Slice([json.dumps(SENTENCE).encode() + b"\n"], folder, "sentence")

    def slice(self, limit: int) -> corpus.Slice:
        if limit not in self.slices:
            lines = corpus.first(self.options.corpus, limit)
            self.slices[limit] = corpus.Slice(lines, self.folder, f"slice-{limit}")
        return self.slices[limit]

    def measure(self, peer: dict) -> dict:
        limit = min(peer.get("slice", self.options.limit), self.options.limit)
        texts = self.slice(limit)
        taken = self.command(peer, texts) if "command" in peer else self.engine(peer, texts)
        return {
            "name": peer["name"],
            "kind": peer["kind"],
            "note": peer.get("note", ""),
            "bytes": texts.bytes,
            "documents": texts.documents,
            **taken,
        }

    def command(self, peer: dict, texts: corpus.Slice) -> dict:
        def words(part: corpus.Slice) -> list[str]:
            places = {
                "jsonl": part.jsonl,
                "texts": part.texts,
                "dragoman": self.options.dragoman,
                "build": self.options.build,
            }
            words = [word.format(**places) for word in peer["command"]]
            return words + (self.one_job if "{dragoman}" in peer["command"] else [])

        locale = peer.get("locale", "C.UTF-8")
        output = measure.run(words(texts), keep=True, locale=locale).output
        runs = [measure.run(words(texts), locale=locale) for _ in range(self.options.runs)]
        startups = [measure.run(words(self.sentence), locale=locale) for _ in range(self.options.runs)]
        return {
            "startup": min(run.wall for run in startups),
            "seconds": [run.wall for run in runs],
            "processorSeconds": [run.cpu for run in runs],
            "counts": counts(peer.get("counts"), output, texts),
            "peak": max(run.peak for run in runs),
        }

    def engine(self, peer: dict, texts: corpus.Slice) -> dict:
        host = [sys.executable, str(HERE / "host.py"), peer["engine"], str(texts.jsonl)]
        command = [*host, str(self.options.runs), repr(time.time())]
        return json.loads(measure.run(command, keep=True).output.splitlines()[-1])


def counts(kind: str | None, output: bytes, texts: corpus.Slice) -> dict:
    """What a command says that it found; a document left out is an error."""
    if kind == "words":
        return {"words": int(output.split()[0])}
    if kind != "dragoman":
        return {}
    documents = [json.loads(line) for line in output.splitlines()]
    if sum(document["length"]["utf8"] for document in documents) != texts.bytes:
        raise RuntimeError("dragoman did not read all of the text")
    labels = [mention["label"] for document in documents for mention in document["mentions"]]
    names = sum(label in ("PERSON", "ORGANIZATION", "PLACE") for label in labels)
    found = {"names": names, "dates": labels.count("DATE"), "treaties": labels.count("TREATY")}
    return {kind: number for kind, number in found.items() if number}


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON Lines with the member `text`")
    parser.add_argument("--dragoman", type=Path, required=True, help="the built command")
    parser.add_argument("--build", type=Path, required=True, help="where the C++ programs lie")
    parser.add_argument("--limit", type=int, default=1 << 62, help="bytes of the corpus at most")
    parser.add_argument("--runs", type=int, default=3, help="timed runs of each")
    parser.add_argument("--only", action="append", help="names of peers")
    parser.add_argument("--no-engines", action="store_true", help="only programs, nothing of Python's")
    parser.add_argument("--short", action="store_true", help="each once on a few KB")
    parser.add_argument("--json", type=Path, help="where to write the results")
    given = parser.parse_args()
    if given.short:
        given.limit, given.runs = 10_000, 1
    return given


def main() -> None:
    given = options()
    peers = tomllib.loads((HERE / "definitions.toml").read_text())["peer"]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        harness = Harness(given, Path(folder))
        for peer in peers:
            if given.only and peer["name"] not in given.only:
                continue
            if given.no_engines and "engine" in peer:
                continue
            print(f"{peer['name']} …", file=sys.stderr, flush=True)
            results.append(harness.measure(peer))
        whole = harness.slice(given.limit)
        about = {
            "benchmark": "Peers",
            "machine": measure.machine(),
            "command": "bash Benchmarks/Peers/run " + given.corpus.name,
            "corpus": {"name": given.corpus.name, "bytes": whole.bytes, "documents": whole.documents},
        }
    print(table(about, results))
    if given.json:
        given.json.write_text(json.dumps({**about, "peers": results}, indent=1) + "\n")


main()

"""The peers as a table in Markdown: `table.py peers.json` prints that of results that were kept."""

import json
import sys
from pathlib import Path

HEADER = ["", "does", "MB/s", "dragoman / it", "peak MB", "start-up ms", "finds a MB", "on MB"]


def speed(peer: dict) -> float:
    """Millions of bytes of text a second of processor time, of the fastest run.

    Not on the clock, which counts what else the machine did; the results hold both.
    """
    return peer["bytes"] / 1e6 / max(min(peer["processorSeconds"]), 1e-6)


def table(about: dict, peers: list[dict]) -> str:
    ours = next((peer for peer in peers if peer["name"] == "dragoman"), None)
    rows = [HEADER, ["---", "---", *["---:"] * 4, "---", "---:"]]
    for peer in peers:
        found = ", ".join(
            f"{number / peer['bytes'] * 1e6:,.0f} {kind}" for kind, number in peer["counts"].items()
        )
        rows.append(
            [
                peer["name"],
                peer["kind"],
                figure(speed(peer)),
                figure(speed(ours) / speed(peer)) if ours else "",
                # What ends within a few milliseconds is not seen at its peak.
                figure(peer["peak"] / 1e6) if peer["peak"] > 2e6 else "< 2",
                figure(peer["startup"] * 1e3),
                found,
                figure(peer["bytes"] / 1e6),
            ]
        )
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    corpus = about["corpus"]
    place = f"{corpus['name']}: {corpus['documents']} documents, {corpus['bytes']} bytes of text"
    return "\n".join([f"{place}; {about['machine']}", "", *lines])


def figure(value: float) -> str:
    """Three figures, or more where the number is greater."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.{1 if value >= 10 else 2 if value >= 0.1 else 3}f}"


if __name__ == "__main__":
    results = json.loads(Path(sys.argv[1]).read_text())
    print(table(results, results["peers"]))

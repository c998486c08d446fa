"""Draws what was measured: `plot.py FOLDER` reads peers.json and scaling.json there and writes an SVG beside each."""

import json
import sys
from pathlib import Path

import matplotlib
import numpy as np

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "dragoman"
matplotlib.rcParams["svg.fonttype"] = "none"
import matplotlib.pyplot as plt  # noqa: E402
import matplotlib.ticker  # noqa: E402

sys.path.insert(0, str(Path(__file__).parents[1] / "Peers"))
from table import speed  # noqa: E402

OURS, THEIRS, FIT = "#a5402d", "#8a94a0", "#3b6ea5"


def save(figure, path: Path) -> None:
    # Without a date, so that the same results give the same bytes.
    figure.savefig(path, metadata={"Date": None})
    path.write_text("\n".join(line.rstrip() for line in path.read_text().splitlines()) + "\n")
    plt.close(figure)


def plain(axis) -> None:
    """Ticks at powers of ten only, as plain numbers."""
    axis.set_major_formatter("{x:g}")
    axis.set_minor_formatter(matplotlib.ticker.NullFormatter())


def peers(results: dict, path: Path) -> None:
    """Throughput of each peer, on a logarithmic axis."""
    rows = sorted(
        ((speed(peer), peer) for peer in results["peers"]),
        key=lambda row: row[0],
    )
    figure, axes = plt.subplots(figsize=(9, 0.36 * len(rows) + 1.4), layout="constrained")
    for place, (rate, peer) in enumerate(rows):
        colour = OURS if peer["name"].startswith("dragoman") else THEIRS
        axes.barh(place, rate, color=colour)
        axes.text(rate * 1.08, place, f"{rate:,.0f}" if rate >= 100 else f"{rate:.3g}", va="center", fontsize=8)
    axes.set_yticks(range(len(rows)), [f"{peer['name']} ({peer['kind']})" for _, peer in rows])
    axes.set_xscale("log")
    plain(axes.xaxis)
    axes.set_xlim(right=rows[-1][0] * 4)
    axes.set_xlabel("MB of text a second of processor time, one core")
    axes.set_title(f"{results['corpus']['name']}, {results['machine']}", fontsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    save(figure, path)


def scaling(results: dict, path: Path) -> None:
    """Time and memory against size, with the straight line that fits the times best."""
    points = results["points"]
    sizes = np.array([point["bytes"] / 1e6 for point in points])
    seconds = np.array([min(point["seconds"]) for point in points])
    # Least squares over relative errors, so that small sizes count as much as great ones.
    lines = np.stack([1 / seconds, sizes / seconds], axis=1)
    (start, slope), *_ = np.linalg.lstsq(lines, np.ones_like(sizes), rcond=None)
    error = np.abs((start + slope * sizes) / seconds - 1).max()
    label = f"{start:.3f} s + size / ({1 / slope:.3g} MB/s)\nfarthest point {error:.1%} off"
    figure, (time, memory) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    along = np.geomspace(sizes[0], sizes[-1], 200)
    time.plot(along, start + slope * along, color=FIT, linewidth=1, label=label)
    time.plot(sizes, seconds, "o", color=OURS)
    time.set(xscale="log", yscale="log", xlabel="MB of JSON Lines", ylabel="seconds")
    plain(time.xaxis)
    plain(time.yaxis)
    time.legend(frameon=False)
    peaks = [point["peak"] / 1e6 for point in points]
    memory.plot(sizes, peaks, "o-", color=OURS)
    memory.set(xscale="log", xlabel="MB of JSON Lines", ylabel="peak MB resident")
    plain(memory.xaxis)
    memory.set_ylim(0, max(peaks) * 1.3)
    for axes in (time, memory):
        axes.spines[["top", "right"]].set_visible(False)
    figure.suptitle(f"{results['corpus']}, {results['machine']}", fontsize=9)
    save(figure, path)


def main() -> None:
    folder = Path(sys.argv[1])
    for name, draw in (("peers", peers), ("scaling", scaling)):
        path = folder / f"{name}.json"
        if path.exists():
            draw(json.loads(path.read_text()), folder / f"{name}.svg")
            print(folder / f"{name}.svg")


main()

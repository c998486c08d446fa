"""What the processes of a Spark cluster took so far, by the part that they play."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def below(root: int) -> list[int]:
    """The processes that one started, and those that they started."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            children.setdefault(int(_stat(int(folder.name))[1]), []).append(int(folder.name))
        except OSError:
            pass
    found = list(children.get(root, []))
    for process in found:
        found += children.get(process, [])
    return found


def _stat(process: int) -> list[str]:
    """The fields of `/proc/PID/stat` from the state on."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def _part(process: int) -> str:
    command = Path(f"/proc/{process}/cmdline").read_text()
    if "pyspark.daemon" in command:
        return "workers"
    if "CoarseGrainedExecutorBackend" in command:
        return "executors"
    return "driver"


def taken() -> dict[str, float]:
    """Seconds of processor, ended children included: `workers` are Python's, `executors` the JVMs that feed them."""
    seconds = {"workers": 0.0, "executors": 0.0, "driver": 0.0}
    for process in below(os.getpid()):
        try:
            part = _part(process)
            seconds[part] += sum(map(int, _stat(process)[11:15])) / TICKS
        except OSError:
            pass
    own = os.times()
    seconds["driver"] += own.user + own.system
    return seconds


def peaks() -> dict[str, int]:
    """Most bytes that one process of each part held."""
    found: dict[str, int] = {}
    for process in below(os.getpid()):
        try:
            part = _part(process)
            if part == "workers" and "libCDragoman" not in Path(f"/proc/{process}/maps").read_text():
                continue
            status = Path(f"/proc/{process}/status").read_text()
            peak = int(status.partition("VmHWM:")[2].split()[0]) * 1024
            found[part] = max(found.get(part, 0), peak)
        except (OSError, IndexError):
            pass
    return found

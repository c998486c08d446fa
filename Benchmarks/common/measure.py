"""Runs a command on one core and says what it took."""

import os
import platform
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

#: All that a measured process sees of the environment: one thread, whatever library it brings.
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}


@dataclass
class Taken:
    """What a run took: seconds on the clock and of the processor, most bytes resident, what was printed."""

    wall: float
    cpu: float
    peak: int
    output: bytes


def peak_of(pid: int | str) -> int:
    """Most bytes that a process held; 0 when it has ended."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def run(
    command: list[str], *, keep: bool = False, locale: str = "C.UTF-8", core: int | None = None
) -> Taken:
    """Runs a command to its end, on the last core unless another or -1 (all) is given.

    Its output goes to a file that is thrown away: `grep` and `cat` do no work for `/dev/null`.
    """
    if core is None:
        core = max(os.sched_getaffinity(0))
    pinned = command if core < 0 else ["taskset", "-c", str(core), *command]
    peak = 0
    start = time.perf_counter()
    with tempfile.TemporaryFile() as sink:
        process = subprocess.Popen(
            pinned,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if keep else sink,
            env=ENVIRONMENT | {"LC_ALL": locale},
        )
    output = b""
    if keep:
        assert process.stdout is not None
        output = process.stdout.read()
    # The kernel's own figure for a child starts at what the parent held, so the peak is read while it runs.
    while True:
        peak = max(peak, peak_of(process.pid))
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        time.sleep(0.001)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, peak, output)


def jobs(dragoman: Path, number: int) -> list[str]:
    """The option for a number of jobs, where the built command has it."""
    help_text = run([str(dragoman), "--help"], keep=True).output
    if b"--jobs" in help_text:
        return ["--jobs", str(number)]
    if number > 1:
        raise RuntimeError("this dragoman runs one job only")
    return []


def machine() -> str:
    """What the figures were measured on."""
    model = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"

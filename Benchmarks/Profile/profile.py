"""A profile of the command by room: see `run`.

A room is a folder below Sources, found by the type that a function belongs to. Each sample of perf counts twice: for the
room that worked, that is the innermost frame of the project's (what the runtime, the allocator and the C library do
counts for whoever called them), and for the room that asked for the work, the outermost one below the command and the
extraction that leads documents through the rooms.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "common"))
import measure  # noqa: E402

SOURCES = Path(__file__).parents[2] / "Sources"
DECLARATION = re.compile(r"^\s*(?:[a-z@()]+ )*(?:struct|class|enum|protocol|actor) (\w+)", re.MULTILINE)
EXTENSION = re.compile(r"^(?:[a-z@()]+ )*extension (?:\w+\.)*(\w+)", re.MULTILINE)
#: A function as `swift demangle` gives it: what it is an extension in, its module, its type.
FUNCTION = re.compile(r"(?:\(extension in (\w+)\):)?\b(\w+)\.(\w+)")


def rooms() -> dict[tuple[str, str], str]:
    """The folder in which each type of each module is declared, or extended where it is another module's."""
    found: dict[tuple[str, str], str] = {}
    for pattern in (DECLARATION, EXTENSION):
        for path in sorted(SOURCES.rglob("*.swift")):
            folder = path.relative_to(SOURCES).parent
            for name in pattern.findall(path.read_text()):
                found.setdefault((folder.parts[0], name), str(folder))
    return found


#: The rooms that lead documents through the others.
LEADERS = ("Command", "Dragoman", "Dragoman/Findings")
#: The same of types in other rooms.
LEADING_TYPES = ("DocumentWriter",)


def functions(stack: list[str]) -> list[tuple[str, str, str]]:
    """Per frame that is a method: what it is an extension in, its module, its type; innermost first."""
    found = []
    for frame in stack:
        frame = re.sub(r"\((\w+) in _[0-9A-F]+\)", r"\1", frame)
        if "(extension" not in frame:
            # What stands before is the kind and type of a closure, or what a function is specialized for.
            frame = re.split(r"(?:\)|\w) in (?=[A-Z(]|static )|> of ", frame)[-1]
        if match := FUNCTION.search(frame):
            found.append((match[1] or match[2], match[2], match[3]))
    return found


def stacks(command: list[str], folder: Path) -> list[list[str]]:
    """The stacks of all samples, innermost frame first."""
    data = str(folder / "perf.data")
    record = ["perf", "record", "-q", "-F", "4999", "-e", "cpu-clock:u", "--call-graph", "fp", "-o", data]
    subprocess.run([*record, *command], check=True, stdout=subprocess.DEVNULL)
    script = subprocess.run(
        ["perf", "script", "-i", data, "-F", "ip,sym"], check=True, capture_output=True, text=True
    )
    plain = subprocess.run(
        ["swift", "demangle"], check=True, input=script.stdout, capture_output=True, text=True
    )
    blocks = (block.splitlines() for block in plain.stdout.split("\n\n"))
    return [[line.strip().partition(" ")[2] for line in block] for block in blocks if block]


def worker(stack: list[str], known: dict[tuple[str, str], str]) -> str:
    for module, _, name in functions(stack):
        if room := known.get((module, name)):
            return room
    return "(outside)"


def asker(stack: list[str], known: dict[tuple[str, str], str]) -> str:
    """The outermost room below the innermost leader."""
    last = None
    for _, module, name in functions(stack):
        room = known.get((module, name))
        if room in LEADERS or name in LEADING_TYPES:
            return last or room or "(outside)"
        last = room or last
    return last or "(outside)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--dragoman", type=Path, required=True, help="the built command")
    given = parser.parse_args()
    one_job = measure.jobs(given.dragoman, 1)
    command = [str(given.dragoman), "--input", "jsonl", *one_job, str(given.corpus)]
    words = int(measure.run(["wc", "-w", str(given.corpus)], keep=True, locale="C").output.split()[0])
    seconds = min(measure.run(command).cpu for _ in range(5))
    with tempfile.TemporaryDirectory() as folder:
        samples = stacks(command, Path(folder))
    known = rooms()
    total = len(samples)
    worked = Counter(worker(stack, known) for stack in samples)
    asked = Counter(asker(stack, known) for stack in samples)
    nanoseconds = seconds * 1e9 / words

    def columns(counts: Counter[str], room: str) -> str:
        share = counts[room] / total
        return f"{share:.1%} | {share * nanoseconds:,.1f}"

    print(f"{given.corpus.name}: {words:,} words, {seconds:.2f} s of processor time (least of 5), {measure.machine()}\n")
    print("| room | asked for | ns/word | worked | ns/word |\n| --- | ---: | ---: | ---: | ---: |")
    for room, _ in sorted((asked | worked).items(), key=lambda item: (-asked[item[0]], -worked[item[0]])):
        print(f"| {room} | {columns(asked, room)} | {columns(worked, room)} |")
    print(f"| all | 100 % | {nanoseconds:,.0f} | 100 % | {nanoseconds:,.0f} |")


main()

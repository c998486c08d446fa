"""What the articles and the README show is what comes out: their blocks are run in order, in a folder of their own.

- After a line that ends with `NAME`:, a block is the file of that name.
- In a `console` block, lines after `$ ` are commands, and what follows is all that they print, on either output.
- A `bash` block is a script, of which only the exit code counts.
- A `python` or `swift` block is a program; a `text` block behind it is all that it writes to standard output.
- Other blocks are for reading, and so is all of a README but its consoles.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from runs import DRAGOMAN

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "Sources/Dragoman/Dragoman.docc"
ARTICLES = [*sorted(CATALOGUE.glob("*.md")), ROOT / "README.md"]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"`([\w.-]+)`[^`\n]*:\s*\Z")


class Block(NamedTuple):
    line: int
    language: str
    content: str
    before: str


def blocks(path: Path) -> list[Block]:
    text = path.read_text()
    return [
        Block(text.count("\n", 0, found.start()) + 1, found[1], found[2], text[: found.start()])
        for found in BLOCK.finditer(text)
    ]


@pytest.fixture
def run(tmp_path):
    """Runs a program in an empty folder, with the command and the consumers' programs on its path."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/dragoman").symlink_to(DRAGOMAN)
    folders = [tmp_path / "bin", Path(sys.executable).parent, os.environ["PATH"]]
    environment = os.environ | {"PATH": ":".join(map(str, folders)), "LC_ALL": "C.UTF-8"}

    def run(*words: str | Path, error: int = subprocess.STDOUT) -> str:
        done = subprocess.run(
            words, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=error, text=True
        )
        return done.stdout

    run.folder = tmp_path
    return run


def compile_swift(run, name: str) -> None:
    """Compiles a program against the library of the debug build, as a package that depends on it would be."""
    build = ROOT / ".build/debug"
    if not (build / "Modules/Dragoman.swiftmodule").exists():
        pytest.skip("Swift programs need the debug build")
    modules = [build / "Modules", ROOT / "Sources/CICU/include", ROOT / "Sources/CLibICU"]
    options = [f"-I{folder}" for folder in modules]
    for map in build.glob("*.build/module.modulemap"):
        options += ["-Xcc", f"-fmodule-map-file={map}"]
    rooms = ["CICU", "CScan", "CLexicon", "Segmentation", "Lexicon", "Grammar", "Chronology", "Dragoman"]
    objects = [object for room in rooms for object in (build / f"{room}.build").rglob("*.o")]
    said = run("swiftc", "-swift-version", "6", "-o", "bin/program", name, *options, *objects, "-licuuc")
    assert "error:" not in said, said


def check_console(run, content: str) -> None:
    for command, more, expected in re.findall(
        r"^\$ (.*\n)((?:> .*\n)*)((?:(?!\$ ).*\n)*)", content, re.MULTILINE
    ):
        command += more.replace("\n> ", "\n").removeprefix("> ")
        assert run("bash", "-c", command) == expected, command


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_it_shows_comes_out(path, run):
    found = blocks(path)
    is_readme = path.name == "README.md"
    if is_readme:
        (run.folder / "Tests").symlink_to(ROOT / "Tests")
    for block, after in zip(found, [*found[1:], None]):
        place = f"{path.name}:{block.line}"
        expected = after.content if after and after.language == "text" else ""
        file = FILE.search(block.before)
        if block.language == "console":
            check_console(run, block.content)
        elif is_readme:
            continue
        elif block.language == "bash":
            run("bash", "-euo", "pipefail", "-c", f"({block.content}) > script.txt 2>&1 || echo failed > failed.txt")
            assert not (run.folder / "failed.txt").exists(), (run.folder / "script.txt").read_text()
        elif block.language == "python":
            (run.folder / "program.py").write_text(block.content)
            if "pyspark" in block.content:
                pytest.importorskip("pyspark")
            assert run(sys.executable, "program.py", error=subprocess.PIPE) == expected, place
        elif block.language == "swift":
            (run.folder / "main.swift").write_text(block.content)
            compile_swift(run, "main.swift")
            assert run("bin/program") == expected, place
        elif file:
            (run.folder / file[1]).write_text(block.content)

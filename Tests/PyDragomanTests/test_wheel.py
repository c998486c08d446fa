"""The wheel, in an environment that holds nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import dragoman


def run(*words: str | Path) -> str:
    """What a command prints, without this process's Python paths and libraries."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "DRAGOMAN", "LD_"))}
    result = subprocess.run(words, env=kept, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel() -> Path:
    """The one that `.ci/python` built and installed here."""
    return Path(os.environ["DRAGOMAN_WHEEL"])


def test_three_lines_print_entities(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path)
    python = tmp_path / "bin/python"
    run(python, "-m", "pip", "install", "--quiet", "--no-index", wheel)
    lines = """\
import dragoman
document = dragoman.Extractor().extract("Taro Kono met Sergey Lavrov in Munich.")
print([(entity.label, entity.name) for entity in document.entities])"""
    assert run(python, "-c", lines) == (
        "[('PERSON', 'Taro Kono'), ('PERSON', 'Sergey Lavrov'), ('PLACE', 'Munich')]\n"
    )


def test_its_name_is_honest(wheel: Path) -> None:
    assert wheel.name == f"dragoman-{dragoman.version}-py3-none-linux_x86_64.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        wanted = ("libCDragoman.so", "py.typed", "licenses/LICENSE", "licenses/LEXICONS.md")
        assert {f"dragoman/{name}" for name in wanted} <= set(names)
        (metadata,) = (name for name in names if name.endswith("/WHEEL"))
        assert "Root-Is-Purelib: false" in archive.read(metadata).decode()


def test_its_library_needs_no_swift(wheel: Path, tmp_path: Path) -> None:
    """Only what the README names."""
    with zipfile.ZipFile(wheel) as archive:
        library = archive.extract("dragoman/libCDragoman.so", tmp_path)
    needed = re.findall(r"Shared library: \[(.+?)\.so", run("readelf", "-d", library))
    allowed = {"ld-linux-x86-64", "libc", "libgcc_s", "libicudata", "libicuuc", "libm", "libstdc++"}
    assert set(needed) <= allowed


def test_a_library_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    nowhere = tmp_path / "libCDragoman.so"
    result = subprocess.run(
        [sys.executable, "-c", "import dragoman"],
        env={"DRAGOMAN_LIBRARY": str(nowhere)},
        capture_output=True,
        text=True,
    )
    assert result.stderr.endswith(
        f"ImportError: dragoman: {nowhere}: "
        "cannot open shared object file: No such file or directory\n"
    )

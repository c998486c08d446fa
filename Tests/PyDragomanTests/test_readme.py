"""What the READMEs show is what comes out."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import dragoman


def test_the_packages_readme(repository: Path) -> None:
    """Its examples, but for spaCy's, which another test runs."""
    text = (repository / "Sources/PyDragoman/README.md").read_text()
    blocks = re.findall(r"```pycon\n(.+?)```", text, re.DOTALL)
    examples = "\n".join(block for block in blocks if "spacy" not in block)
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", None, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test)
    assert runner.failures == 0 and runner.tries > 5


def test_the_repositorys_readme(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (repository / "README.md").read_text()
    blocks = re.findall(r"```python\n(.+?)```", text, re.DOTALL)
    (example,) = [block for block in blocks if "from dragoman" in block]
    exec(example, {})
    assert capsys.readouterr().out.startswith("PERSON Taro Kono\n")


def test_the_modules_example() -> None:
    assert doctest.testmod(dragoman).failed == 0

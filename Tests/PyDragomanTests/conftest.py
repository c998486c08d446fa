"""What the tests share. `bash .ci/python` runs them, against the wheel that it built and installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import Extractor

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def extractor() -> Iterator[Extractor]:
    with Extractor() as extractor:
        yield extractor


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def texts(repository: Path) -> list[str]:
    """The dispatches, which were written for this project."""
    files = sorted((repository / "Tests/Fixtures/Dispatches").glob("*.txt"))
    return [file.read_text() for file in files]

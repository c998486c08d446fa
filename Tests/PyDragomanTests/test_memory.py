"""Nothing leaks."""

from __future__ import annotations

import gc
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman import DragomanError, Extractor

TEXT = "Foreign Minister Taro Kono met Sergey Lavrov in Munich on 16 February 2019. 😀"


def resident() -> int:
    """What this process holds in memory, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def growth(call: Callable[[], object], count: int) -> int:
    """By how many bytes `count` calls make the process grow, once it is warm."""
    for _ in range(count // 10):
        call()
    gc.collect()
    before = resident()
    for _ in range(count):
        call()
    gc.collect()
    return resident() - before


def test_memory_stays_flat_over_20_000_calls(extractor: Extractor) -> None:
    # 100 bytes a call would be 2 MB.
    assert growth(lambda: extractor.extract(TEXT, "an id", "2019-02-12"), 20_000) < 1 << 20


def test_errors_leak_nothing() -> None:
    def fail() -> None:
        with pytest.raises(DragomanError):
            Extractor(date="never " * 1000)

    assert growth(fail, 2_000) < 1 << 20


def test_extractors_are_closed() -> None:
    def open_and_use() -> None:
        Extractor().extract(TEXT)

    # One that stayed would hold megabytes.
    assert growth(open_and_use, 20) < 8 << 20

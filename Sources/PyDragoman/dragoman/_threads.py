"""Work in threads, whose results come back in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

_AHEAD = 4
"""How many items are under way for each worker."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def worker_count(asked: int | None) -> int:
    """One for each processor, unless a number is asked for."""
    count = len(os.sched_getaffinity(0)) if asked is None else asked
    if count < 1:
        raise ValueError(f"workers must be 1 or more, not {count}")
    return count


def in_order(
    work: Callable[[Item], Result], items: Iterator[Item], workers: int
) -> Generator[Result, None, None]:
    """What ``work`` makes of each item. Few are held at a time."""
    pool = ThreadPoolExecutor(workers, thread_name_prefix="dragoman")

    def start(item: Item) -> Future[Result]:
        return pool.submit(work, item)

    try:
        running = deque(map(start, islice(items, _AHEAD * workers)))
        while running:
            yield running.popleft().result()
            running.extend(map(start, islice(items, 1)))
    finally:
        pool.shutdown(cancel_futures=True)

"""One extractor serves every thread, and other threads run meanwhile."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dragoman import DragomanError, Extractor


def test_threads_share_an_extractor(extractor: Extractor, texts: list[str]) -> None:
    alone = list(map(extractor.extract_json, texts))
    with ThreadPoolExecutor(8) as pool:
        rounds = [pool.submit(lambda: list(map(extractor.extract_json, texts))) for _ in range(8)]
    assert all(found.result() == alone for found in rounds)


def slow_text(extractor: Extractor, texts: list[str]) -> str:
    """A text that takes a tenth of a second."""
    text = "\n\n".join(texts)
    while True:
        start = time.perf_counter()
        extractor.extract_json(text)
        if time.perf_counter() - start > 0.1:
            return text
        text += text


def test_other_threads_run_while_the_engine_does(
    extractor: Extractor, texts: list[str]
) -> None:
    text = slow_text(extractor, texts)
    worker = threading.Thread(target=extractor.extract_json, args=(text,))
    worker.start()
    ticks = 0
    while worker.is_alive():
        ticks += 1
        time.sleep(0.001)
    assert ticks > 5


def test_closing_waits_for_the_calls_that_run(texts: list[str]) -> None:
    extractor = Extractor()
    text = slow_text(extractor, texts)
    expected = extractor.extract_json(text)
    with ThreadPoolExecutor(1) as pool:
        started = threading.Event()

        def work() -> str:
            started.set()
            return extractor.extract_json(text)

        running = pool.submit(work)
        started.wait()
        time.sleep(0.01)
        extractor.close()
        assert running.result() == expected
    with pytest.raises(DragomanError):
        extractor.extract_json(text)

"""From text to documents."""

from __future__ import annotations

import codecs
import datetime
import errno
import json
import os
from collections.abc import Generator, Iterable, Iterator
from functools import partial
from types import TracebackType
from typing import Any, Literal, NamedTuple, TypeVar

from ._library import Handle
from ._threads import in_order, worker_count
from .documents import Document
from .errors import DragomanError

Label = Literal[
    "PERSON", "ORGANIZATION", "PLACE", "DATE", "TREATY", "TIME", "DURATION", "SET"
]
Profile = Literal["house", "timeml"]
Date = str | datetime.date
"""ISO 8601: ``2019-02-12``, ``2019-02``, ``2019``; of a time, its day."""

Value = TypeVar("Value")


class Input(NamedTuple):
    """A text with what is known of it."""

    text: str
    id: str | None = None
    date: Date | None = None
    """Document creation time, which relative dates are resolved against."""


class Extractor:
    """Finds people, organizations, places, dates and treaties in texts.

    Any number of threads may use one at the same time. :meth:`close`, the end of a ``with`` block or the garbage collector
    frees it.

    :param date: document creation time of texts that come without; by default it is read from their dateline.
    :param labels: what to look for; by default ``PERSON``, ``ORGANIZATION``, ``PLACE``, ``DATE`` and ``TREATY``.
    :param languages: ISO 639-1 codes of what texts may be in, the likeliest first; all that the engine knows by default.
    :param lexicons: TSV files, which add names, and compiled images, which replace the built-in lexicon or add to it.
    :param rules: rule files.
    :param profile: how spans of dates are cut: ``1939-45`` is one for ``house``, two for ``timeml``.
    :param nested: whether to give names that stand inside other mentions too.
    :param confidence: whether to say, per name, how often names were right of which the model was as sure.
    :param explain: whether to say, per mention, what spoke for and against it.
    :raises DragomanError: for options that cannot be, and files that cannot be read.
    """

    def __init__(
        self,
        *,
        date: Date | None = None,
        labels: Iterable[Label] | None = None,
        languages: Iterable[str] | None = None,
        lexicons: Iterable[str | os.PathLike[str]] = (),
        rules: Iterable[str | os.PathLike[str]] = (),
        profile: Profile = "house",
        nested: bool = False,
        confidence: bool = False,
        explain: bool = False,
    ) -> None:
        options: dict[str, Any] = {
            "lexicons": [os.fspath(path) for path in _several("lexicons", lexicons)],
            "rules": [os.fspath(path) for path in _several("rules", rules)],
            "profile": profile,
            "nested": nested,
            "confidence": confidence,
            "explain": explain,
        }
        if date is not None:
            options["date"] = _iso(date)
        if labels is not None:
            options["labels"] = list(_several("labels", labels))
        if languages is not None:
            options["languages"] = list(_several("languages", languages))
        self._options = options
        self._handle: Handle | None = Handle(json.dumps(options).encode())

    def extract(self, text: str, id: str | None = None, date: Date | None = None) -> Document:
        """Extracts from a text.

        :param id: given back in :attr:`Document.id`.
        :param date: document creation time, if it is another than the extractor's; one that is no date of the calendar
            gives a warning.
        :raises DragomanError: for a text with a lone surrogate, which is no text, or of 2 GiB or more.
        """
        return Document.from_json(self._json(text, id, date), text)

    def extract_json(self, text: str, id: str | None = None, date: Date | None = None) -> str:
        """The same as the engine's JSON, schema ``dragoman/1``, on one line without its end."""
        return self._json(text, id, date).decode()

    def extract_many(
        self, texts: Iterable[str | Input], *, workers: int | None = None
    ) -> Generator[Document, None, None]:
        """Extracts from many texts, in their order.

        Few of them are held at a time: ``texts`` may be endless. The engine runs in ``workers`` threads, one for each
        processor by default, without the interpreter's lock; objects are made in the thread that asks for them.
        """
        inputs = map(_input, texts)
        return self._extract_many(inputs, worker_count(workers))

    def _extract_many(
        self, inputs: Iterator[Input], workers: int
    ) -> Generator[Document, None, None]:
        def work(item: Input) -> tuple[str, bytes]:
            return item.text, self._json(*item)

        for text, json in in_order(work, inputs, workers):
            yield Document.from_json(json, text)

    def _open_handle(self) -> Handle:
        """To be held until the engine is done: another thread may close the extractor meanwhile."""
        handle = self._handle
        if handle is None:
            raise DragomanError("the extractor is closed", errno.EINVAL)
        return handle

    def _json(self, text: str, id: str | None, date: Date | None) -> bytes:
        handle = self._open_handle()
        data = _utf8("text", text)
        if data.startswith(codecs.BOM_UTF8):
            # The engine leaves one mark out, but Python counts it.
            data = codecs.BOM_UTF8 + data
        return handle.extract(data, _line("id", id), _line("date", _iso(date)))

    def close(self) -> None:
        """Frees what the engine holds, once the calls that run are done. Nothing can be extracted any more."""
        self._handle = None

    def __enter__(self) -> Extractor:
        return self

    def __exit__(
        self,
        type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        options = ", ".join(f"{name}={value!r}" for name, value in self._options.items() if value)
        return f"Extractor({options})"

    def __reduce__(self) -> tuple[partial[Extractor], tuple[()]]:
        # Other processes open their own.
        return partial(Extractor, **self._options), ()


def _input(text: str | Input) -> Input:
    return text if isinstance(text, Input) else Input(text)


def _several(name: str, values: Iterable[Value]) -> Iterable[Value]:
    if isinstance(values, str):
        raise TypeError(f"{name} must be several strings, not the string {values!r}")
    return values


def _iso(date: Date | None) -> str | None:
    return date.isoformat() if isinstance(date, datetime.date) else date


def _line(name: str, value: str | None) -> bytes | None:
    if value is None:
        return None
    data = _utf8(name, value)
    if b"\0" in data:
        raise DragomanError(f"{name} holds a NUL character", errno.EINVAL)
    return data


def _utf8(name: str, value: str) -> bytes:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a string, not {type(value).__name__}")
    try:
        return value.encode()
    except UnicodeEncodeError as error:
        place = error.start
        raise DragomanError(
            f"{name} holds a lone surrogate, U+{ord(value[place]):04X}, at {place}: it is no text",
            errno.EINVAL,
        ) from error

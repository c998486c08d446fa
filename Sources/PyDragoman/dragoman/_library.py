"""The shared library: its functions, as ``dragoman.h`` declares them.

It stands beside this file; ``DRAGOMAN_LIBRARY`` names another. ctypes lets go of the interpreter's lock while one of the
functions runs.
"""

from __future__ import annotations

import ctypes
import os
from ctypes import POINTER, byref, c_char, c_char_p, c_int, c_size_t, c_void_p
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import DragomanError

if TYPE_CHECKING:
    # A pointer, not `c_char_p`, which ctypes would turn into a copy and so lose what is to be freed.
    String = ctypes._Pointer[c_char]


def _load() -> ctypes.CDLL:
    path = os.environ.get("DRAGOMAN_LIBRARY") or Path(__file__).with_name("libCDragoman.so")
    try:
        return ctypes.CDLL(str(path), use_errno=True)
    except OSError as error:
        raise ImportError(f"dragoman: {error}", path=str(path)) from error


_library = _load()

_open = _library.dragoman_open
_open.argtypes = [c_char_p, POINTER(POINTER(c_char))]
_open.restype = c_void_p

_extract = _library.dragoman_extract
_extract.argtypes = [
    c_void_p,
    c_char_p,
    c_size_t,
    c_char_p,
    c_char_p,
    POINTER(c_size_t),
    POINTER(POINTER(c_char)),
]
_extract.restype = POINTER(c_char)

_extract_arrow = _library.dragoman_extract_arrow
_extract_arrow.argtypes = [c_void_p, c_void_p, c_void_p, c_void_p, c_void_p, POINTER(POINTER(c_char))]
_extract_arrow.restype = c_int

_close = _library.dragoman_close
_close.argtypes = [c_void_p]
_close.restype = None

_free = _library.dragoman_free
_free.argtypes = [POINTER(c_char)]
_free.restype = None

_version = _library.dragoman_version
_version.argtypes = []
_version.restype = c_char_p

version: str = _version().decode()
"""The engine's version."""


class Handle:
    """An open extractor of the library, closed once nobody holds it: a call that runs does."""

    def __init__(self, options: bytes) -> None:
        self._pointer: int | None = None
        error = POINTER(c_char)()
        self._pointer = _open(options, byref(error))
        if not self._pointer:
            raise _failure(error)

    def extract(self, text: bytes, id: bytes | None, date: bytes | None) -> bytes:
        """The JSON of a text; ``id`` and ``date`` end at their first NUL byte."""
        error = POINTER(c_char)()
        length = c_size_t()
        json = _extract(self._pointer, text, len(text), id, date, byref(length), byref(error))
        if not json:
            raise _failure(error)
        try:
            return bytes(json[: length.value])
        finally:
            _free(json)

    def extract_arrow(self, batch: int, schema: int, rows: int, rows_schema: int) -> None:
        """Reads a batch and its schema, and fills those of the rows: all are addresses of Arrow's C structures."""
        error = POINTER(c_char)()
        if _extract_arrow(self._pointer, batch, schema, rows, rows_schema, byref(error)):
            raise _failure(error)

    # Bound early, as modules may be gone when the interpreter ends.
    def __del__(self, _close: ctypes._NamedFuncPointer = _close) -> None:
        _close(self._pointer)


def _failure(error: String) -> DragomanError:
    code = ctypes.get_errno()
    if not error:
        return DragomanError(os.strerror(code), code)
    message = ctypes.string_at(error).decode()
    _free(error)
    return DragomanError(message, code)

"""Reading JSON objects member by member.

Each reader takes the members that it knows out of the object; what is left becomes ``extra``, so that a newer engine does
not break an older package.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Raw = dict[str, Any]
"""A JSON object, of which the members that were read are taken out."""

Value = TypeVar("Value")


def take(raw: Raw, name: str, read: Callable[[Raw], Value]) -> Value | None:
    """A member that is an object, if it is there."""
    member = raw.pop(name, None)
    return None if member is None else read(member)


def take_all(raw: Raw, name: str, read: Callable[[Raw], Value]) -> tuple[Value, ...]:
    """A member that is a list of objects; none if it is not there."""
    return tuple(map(read, raw.pop(name, ())))

"""What goes wrong."""

from __future__ import annotations


class DragomanError(Exception):
    """What the engine refused, in its words.

    ``code`` says why, as a number of :mod:`errno`: ``EINVAL`` for an option or argument that cannot be, ``EIO`` for a
    lexicon or a rule file that cannot be read or used, ``EFBIG`` for a text that is too long, ``ENOMEM``.
    """

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])

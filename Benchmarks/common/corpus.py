"""Slices of a JSON Lines corpus."""

import json
from pathlib import Path


class Slice:
    """The first documents of a corpus, in the two forms that engines read."""

    def __init__(self, lines: list[bytes], folder: Path, name: str):
        texts = [json.loads(line)["text"] for line in lines]
        self.documents = len(texts)
        #: Bytes of text: what every speed here is counted in.
        self.bytes = sum(len(text.encode()) for text in texts)
        self.jsonl = folder / f"{name}.jsonl"
        self.jsonl.write_bytes(b"".join(lines))
        #: Texts alone, each ended by a zero byte.
        self.texts = folder / f"{name}.texts"
        self.texts.write_bytes(b"".join(text.encode() + b"\0" for text in texts))


def first(path: Path, limit: int) -> list[bytes]:
    """The first lines of a file, up to `limit` bytes, but one at least."""
    lines: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        for line in file:
            size += len(line)
            if lines and size > limit:
                break
            if line.strip():
                lines.append(line if line.endswith(b"\n") else line + b"\n")
    return lines

"""Rows as the command writes them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

# What JSON need not escape and the command does.
_ESCAPES = {code: f"\\u{code:04x}" for code in (0x7F, 0x2028, 0x2029)}


def lines(table: Any) -> list[str]:
    """Those of a table of pyarrow's, in which nothing failed."""
    assert table["error"].null_count == len(table)
    rows = table.drop_columns("error").to_pylist()
    written = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return [line.translate(_ESCAPES) for line in written]


def command_lines(documents: list[dict[str, str | None]], folder: Path) -> list[str]:
    """Those that the command itself writes of documents with `id`, `date` and `text`."""
    corpus = folder / "corpus.jsonl"
    corpus.write_text("".join(json.dumps(document) + "\n" for document in documents))
    command = [os.environ["DRAGOMAN"], "--input", "jsonl", "--output", "rows", str(corpus)]
    written = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    # By line feeds alone: `splitlines` knows others.
    return written.split("\n")[:-1]

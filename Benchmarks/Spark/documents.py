"""A corpus of speeches cut into documents of a few KB, in the forms that the command and Spark read."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet

#: Bytes of text that a document has at least; it ends at the end of a line.
SIZE = 3400
#: In how many files of Parquet they are.
FILES = 8


def pieces(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start + SIZE)
        if end < 0 or len(text) - end < SIZE // 2:
            end = len(text)
        yield text[start:end]
        start = end + 1


def documents(corpus: Path, copies: int) -> Iterator[dict[str, str | None]]:
    """All of them, again and again, with ids that sort in their order."""
    number = 0
    for _ in range(copies):
        with corpus.open() as lines:
            for line in lines:
                speech = json.loads(line)
                for text in pieces(speech["text"]):
                    yield {"id": f"{number:08}", "date": speech.get("date"), "text": text}
                    number += 1


class Corpus:
    """The documents in a folder: `documents.jsonl`, the same packed, and `parquet`."""

    def __init__(self, corpus: Path, copies: int, folder: Path):
        found = list(documents(corpus, copies))
        self.count = len(found)
        #: Bytes of text: what every speed is counted in.
        self.bytes = sum(len((document["text"] or "").encode()) for document in found)
        self.jsonl = folder / "documents.jsonl"
        lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found).encode()
        self.jsonl.write_bytes(lines)
        self.packed = folder / "documents.jsonl.gz"
        self.packed.write_bytes(gzip.compress(lines, 6))
        self.parquet = folder / "parquet"
        self.parquet.mkdir()
        table = pa.Table.from_pylist(found)
        part = -(-len(table) // FILES)
        for number in range(FILES):
            rows = table.slice(number * part, part)
            pyarrow.parquet.write_table(rows, self.parquet / f"{number}.parquet")

"""The names that peers without a lexicon of their own are given: dragoman's."""

from pathlib import Path

FILES = (
    "countries former-states regions cities organizations organizations-listed companies companies-listed "
    "parties media universities treaties treaties-un people leaders office-holders"
).split()


def names(limit: int | None = None) -> list[str]:
    """Names and aliases of the lexicon, each once; with a limit, every so-manieth of them."""
    folder = Path(__file__).parents[2] / "Lexicons" / "en"
    found: dict[str, None] = {}
    for file in FILES:
        header: list[str] = []
        for line in (folder / f"{file}.tsv").read_text().splitlines():
            if line.startswith("#"):
                continue
            fields = line.split("\t")
            if not header:
                header = fields
                continue
            found[fields[0]] = None
            if "aliases" in header:
                place = header.index("aliases")
                if len(fields) > place:
                    found.update(dict.fromkeys(fields[place].split("|")))
    # Shorter ones are letters and words, which an engine without context would find everywhere.
    result = [name for name in found if len(name) > 3]
    if limit is None or len(result) <= limit:
        return result
    return [result[place * len(result) // limit] for place in range(limit)]

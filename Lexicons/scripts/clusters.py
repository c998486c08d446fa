"""Derives Lexicons/en/clusters.tsv: which words stand in the same places of texts as which others.

    pip install spacy-lookups-data && python3 Lexicons/scripts/clusters.py

The clusters are those of Brown et al., Class-Based n-gram Models of Natural Language (1992): a binary tree over words, whose
first six branches are taken here. Only words that another lexicon has are kept: they make no new hits.
"""

import collections
import gzip
import json
from pathlib import Path

from common import LEXICONS, require, write

DATA = Path(require("spacy_lookups_data", "spacy-lookups-data").__file__).parent / "data"
# Clusters of fewer words say nothing that could be learned.
LEAST = 300


def names():
    """The names of all other lexicons, in small letters."""
    result = set()
    for path in sorted((LEXICONS / "en").glob("*.tsv")):
        if path.name == "clusters.tsv":
            continue
        lines = [line for line in path.read_text(encoding="utf8").splitlines() if line[:1] != "#"]
        columns = lines[0].split("\t")
        for line in lines[1:]:
            row = dict(zip(columns, line.split("\t")))
            result.update(name.lower() for name in [row["name"], *row.get("aliases", "").split("|")])
    return result


def main():
    with gzip.open(DATA / "en_lexeme_cluster.json.gz", "rt", encoding="utf8") as file:
        clusters = json.load(file)
    known = names()
    # Small letters and a capital: the path of the six first branches, the first one in the lowest bit.
    words = collections.defaultdict(lambda: [None, None])
    for word, cluster in clusters.items():
        small = word.lower()
        if not cluster or not word.isalpha() or small not in known:
            continue
        if word == small:
            words[small][0] = cluster & 63
        elif word[0].isupper() and word[1:] == small[1:]:
            words[small][1] = cluster & 63
    counts = collections.Counter(path for pair in words.values() for path in pair if path is not None)
    kept = sorted(path for path, count in counts.items() if count >= LEAST)
    number = {path: index + 1 for index, path in enumerate(kept)}
    rows = []
    for small, (lower, capital) in sorted(words.items()):
        if lower in number:
            rows.append((small, "cluster.any", number[lower], "any"))
        if capital in number and capital != lower:
            rows.append((small[0].upper() + small[1:], "cluster.capital", number[capital], "name"))
    print(f"{len(kept)} clusters")
    write(
        "en/clusters.tsv",
        "Which words stand in the same places of texts: weight is the number of a Brown cluster (six bits); "
        "`capital` where a word with a capital is of another one",
        "PyPI spacy-lookups-data (Brown clusters of English)", "MIT",
        ("name", "class", "weight", "case"), rows, date="2026-11-29",
    )


main()

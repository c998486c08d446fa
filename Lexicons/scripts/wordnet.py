"""WordNet's named instances (pointer `@i`) below a noun, read from Debian's `wordnet-base`."""

import functools
import sys
from pathlib import Path

DATA = Path("/usr/share/wordnet/data.noun")


@functools.cache
def synsets():
    """Synsets by offset: lemmas, hypernyms, classes of an instance, gloss."""
    if not DATA.exists():
        sys.exit("apt-get install wordnet-base")
    result = {}
    for line in DATA.read_text(encoding="utf8").splitlines():
        if line.startswith(" "):
            continue
        body, _, gloss = line.partition(" | ")
        fields = body.split()
        count = int(fields[3], 16)
        lemmas = [fields[4 + 2 * index].replace("_", " ") for index in range(count)]
        pointers = fields[5 + 2 * count :]
        up, classes = [], []
        for index in range(0, len(pointers) - 3, 4):
            if pointers[index] == "@":
                up.append(pointers[index + 1])
            elif pointers[index] == "@i":
                classes.append(pointers[index + 1])
        result[fields[0]] = (lemmas, up, classes, gloss)
    return result


@functools.cache
def ancestors(offset):
    """The first lemmas of a synset and of all above it."""
    lemmas, up, _, _ = synsets()[offset]
    return frozenset(lemmas).union(*(ancestors(parent) for parent in up))


def instances(*nouns):
    """Lemmas and gloss of every named instance of one of the nouns."""
    wanted = set(nouns)
    for lemmas, _, classes, gloss in synsets().values():
        if any(wanted & ancestors(parent) for parent in classes):
            yield lemmas, gloss

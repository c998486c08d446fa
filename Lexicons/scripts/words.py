"""Derives Lexicons/en/words.tsv: which words are ordinary English, how common, and mostly of which part of speech.

    pip install wordfreq && apt-get install wamerican wbritish wordnet-base && python3 Lexicons/scripts/words.py

A word is ordinary if a word list has it in small letters and it is frequent enough; its part of speech is the one
of most tagged senses in WordNet, and its topic that of its first sense there (`word.noun.person`). Frequencies are kept as classes only (Zipf value times 30, rounded).
"""

import collections
from pathlib import Path

from common import require, write

wordfreq = require("wordfreq")
WORDS = [Path("/usr/share/dict") / f"{kind}-english" for kind in ("american", "british")]
WORDNET = Path("/usr/share/wordnet")

# `alia` is that of *inter alia*, `capita` that of *per capita*; `para` counts paragraphs.
FUNCTION = """
a about above according across after afterwards again against alia all almost along already also although always am among
amongst amid an and another any anybody anyone anything anyway anywhere are around as aside at away back be because been
before behind being below beneath beside besides between beyond both but by can cannot capita could despite did do does doing
done down during each either else elsewhere enough even ever every everybody everyone everything everywhere except few
fewer first for from further had has have having he hence her here hers herself him himself his how however i if in
indeed inside instead into is it its itself just last least less lest like likely many may maybe me meanwhile might mine
more moreover most much must my myself near nearly neither never nevertheless next no nobody none nonetheless nor not
nothing now nowhere of off often on once one only onto or other others otherwise ought our ours ourselves out outside over
own para past per perhaps rather regarding same several shall she should since so some somebody someone something sometimes
somewhere soon still such than that the their theirs them themselves then there thereby therefore these they this those
though through throughout thus till to together too toward towards under underneath unless unlike until up upon us versus
very via was we well were what whatever when whenever where whereas wherever whether which while who whoever whole whom
whose why will with within without would yes yet you your yours yourself yourselves okay oh
""".split()


def parts_of_speech():
    """The part of speech with the most tagged senses, by word."""
    counts = collections.defaultdict(collections.Counter)
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"index.{part}").read_text(encoding="utf8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            senses, pointers = int(fields[2]), int(fields[3])
            tagged = int(fields[5 + pointers])
            counts[fields[0]][part] += tagged * 10 + senses
    return {word: parts.most_common(1)[0][0] for word, parts in counts.items()}


# Lexicographer files of WordNet by what they tell of a name beside the word; the others tell little.
TOPICS = {
    "noun": {
        18: "person", 14: "group", 15: "location", 6: "artifact", 4: "act", 11: "act", 28: "time",
        7: "abstract", 9: "abstract", 10: "abstract", 12: "abstract", 21: "abstract", 26: "abstract",
    },
    "verb": {32: "communication", 38: "motion", 41: "social", 33: "competition"},
}


def topics():
    """The topic of the first sense of nouns and verbs, by part of speech and word."""
    result = {}
    for part, names in TOPICS.items():
        files = {}
        for line in (WORDNET / f"data.{part}").read_text(encoding="utf8").splitlines():
            if not line.startswith(" "):
                fields = line.split(maxsplit=2)
                files[fields[0]] = int(fields[1])
        for line in (WORDNET / f"index.{part}").read_text(encoding="utf8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            first = fields[6 + int(fields[3])]
            if topic := names.get(files[first]):
                result[part, fields[0]] = topic
    return result


def lemma_part(word, parts):
    """The part of speech of a word or of what it is an inflection of, and what that is."""
    candidates = [word]
    for ending, replacement in (
        ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"),
        ("ing", ""), ("ing", "e"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            candidates.append(word[: -len(ending)] + replacement)
    for candidate in candidates:
        if candidate in parts:
            is_verb = word != candidate and (word.endswith("ed") or word.endswith("ing"))
            return "verb" if is_verb else parts[candidate], candidate
    return None, word


def main():
    listed = {
        word
        for path in WORDS
        for word in path.read_text(encoding="utf8").split()
        if word.islower() and "'" not in word and word.isascii() and len(word) > 1
    }
    parts = parts_of_speech()
    about = topics()
    rows = []
    for word in sorted(listed | set(FUNCTION)):
        zipf = wordfreq.zipf_frequency(word, "en")
        if word in FUNCTION:
            rows.append((word, "word.function", max(150, round(zipf * 30))))
        elif zipf >= 1.7:
            part, lemma = lemma_part(word, parts)
            topic = about.get((part, lemma))
            class_name = ".".join(filter(None, ("word", part, topic)))
            rows.append((word, class_name, round(zipf * 30)))
    write(
        "en/words.tsv",
        "Ordinary words of English: weight is the Zipf frequency times 30",
        "PyPI wordfreq (frequency classes), Debian wamerican and wbritish (word lists), WordNet 3.0 (parts of speech, topics)",
        "facts; WordNet licence", ("name", "class", "weight"), rows, case="any",
    )


main()

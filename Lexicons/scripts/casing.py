"""Gives names that a source writes in capitals and underscores (`ALI_AL-SABAH_`) their usual case."""

import re

PARTICLES = set(
    "al el ul ud as ash ad ben bin ibn bint de del della di da das do dos du la le las los van von der den ter ten y e "
    "ould wa zu".split()
)
SMALL = set("of the for and in on to at a an against by with from de del la du des et di da y der die und".split())
NAMELIKE = set("abu eva och san new che jim joe ann sun".split())
ROMAN = re.compile(r"^(I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|XVI)$")
ELIDED = re.compile(r"^([A-Z])'([A-Z]+)$")


def split(raw: str) -> list[str]:
    """The words of a raw name, without the stop mark at its end."""
    return raw.strip().strip("_").replace("_", " ").split()


def _word(word: str) -> str:
    """`MCCAIN` → `McCain`, `O'NEILL` → `O'Neill`, `KI-MOON` → `Ki-Moon`."""
    if re.fullmatch(r"(?:[A-Z]\.)+", word):
        return word
    if re.fullmatch(r"\d+(?:ST|ND|RD|TH)", word):
        return word.lower()
    if "-" in word:
        head, *rest = word.split("-")
        if head.lower() in PARTICLES:
            return head.lower() + "-" + "-".join(_word(part) for part in rest)
        return "-".join(_word(part) for part in [head, *rest])
    if ROMAN.match(word):
        return word
    if elided := ELIDED.match(word):
        return f"{elided[1]}'{elided[2].capitalize()}"
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()


def person(raw: str) -> str:
    """`SABAH_AL-AHMAD_AL-SABAH_` → `Sabah al-Ahmad al-Sabah`; particles are small except in front."""
    words = split(raw)
    cased = [w.lower() if i and w.lower() in PARTICLES else _word(w) for i, w in enumerate(words)]
    # East Asian given names of two syllables: the second is small after a hyphen (`Ban Ki-moon`).
    if len(cased) == 2 and cased[1].count("-") == 1 and len(cased[0]) <= 5:
        left, right = cased[1].split("-")
        if left.lower() not in PARTICLES and len(left) <= 5 and len(right) <= 5:
            cased[1] = f"{left}-{right.lower()}"
    first = cased[0]
    cased[0] = first[0].upper() + first[1:]
    return " ".join(cased)


def organization(raw: str, known: set[str]) -> str:
    """`CLEVELAND_BIOLABS_INC_` → `Cleveland Biolabs Inc`.

    A word of up to four letters without a vowel that is no English word (`known`, lower case) stays in
    capitals, and so does a first word of up to three: `CME_GROUP_INC` → `CME Group Inc`.
    """
    cased = []
    for index, word in enumerate(split(raw)):
        low = word.lower()
        if index and low in SMALL:
            cased.append(low)
        elif word.isalpha() and len(word) <= 4 and low not in known and not re.search("[AEIOUY]", word):
            cased.append(word)
        elif index == 0 and word.isalpha() and len(word) <= 3 and low not in known | PARTICLES | NAMELIKE:
            cased.append(word)
        else:
            cased.append(_word(word))
    return " ".join(cased)

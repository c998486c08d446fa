"""Texts that are hard to count in, to quote and to cut, and documents mixed from their parts."""

import random

_PARTS = [
    "TOKYO, February 12, 2019.",
    "Foreign Minister Taro Kono may meet Sergey Lavrov on Saturday.",
    "The \N{GRINNING FACE} New York Times and the Bank of Japan wrote to the University of Oxford in 1960\N{EN DASH}61.",
    "Cafe\N{COMBINING ACUTE ACCENT} owner Jose\N{COMBINING ACUTE ACCENT} Garci\N{COMBINING ACUTE ACCENT}a left Sa\N{COMBINING TILDE}o Paulo.",
    'He said "Taro \\"Kono\\" \\\\ Paris\\tOslo" & <b>Rome</b>.',
    "The Treaty of Peace with Japan was signed in San Francisco on 8 September 1951.",
    "The Treaty of San Francisco, a Treaty of Mutual Cooperation between the United States and Japan, 1960.",
    "The Joint\nDeclaration was ratified on 8\nDecember 1956 by the Soviet\nUnion and\r\nJapan.",
    "Name\tTaro\tKono\tBorn\t10 January 1963",
    "# 12 | Munich",
    "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{EMOJI MODIFIER FITZPATRICK TYPE-4} \U0001F1EF\U0001F1F5 Angela Merkel\N{RIGHT SINGLE QUOTATION MARK}s visit to S\N{LATIN SMALL LETTER E WITH ACUTE}n\N{LATIN SMALL LETTER E WITH ACUTE}gal, U.S. and U.K.",
    "Kono\N{NO-BREAK SPACE}met\N{IDEOGRAPHIC SPACE}Lavrov\N{ZERO WIDTH SPACE} in\x1cMunich\x1d\x1e on\N{LINE SEPARATOR}3 May\x0b1960\x0cand\x85left\N{PARAGRAPH SEPARATOR}.",
    "\x00\x07\x1b[31mTokyo\x7f\N{RIGHT-TO-LEFT OVERRIDE}Paris\N{POP DIRECTIONAL FORMATTING}",
    "Er kam am 3. Oktober 1990 nach Berlin.",
    "\N{BLACK SUN WITH RAYS}",
]
_BREAKS = [" ", "  ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\t", " \N{NO-BREAK SPACE}", "\r", ""]


def _mixed(seed):
    chance = random.Random(seed)
    parts = chance.sample(_PARTS, chance.randrange(1, 8))
    text = "".join(part + chance.choice(_BREAKS) for part in parts)
    return chance.choice(_BREAKS) + text


TEXTS = {"empty": "", "blank": " \r\n\t\N{NO-BREAK SPACE} \n"}
TEXTS |= {f"part {number}": text for number, text in enumerate(_PARTS)}
TEXTS |= {'quotes "and\ttabs"\\ \N{GRINNING FACE}\n#?&/:': " ".join(_PARTS)}
TEXTS |= {f"mixed/{seed}": _mixed(seed) for seed in range(100)}

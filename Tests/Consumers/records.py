"""Documents whose JSON has every member that there is: the project's fixtures, the hard texts, and what those lack."""

import json
import re
from pathlib import Path

from texts import TEXTS

FIXTURES = Path(__file__).parents[1] / "Fixtures"

# What is rare, by the members that it is there for.
_RARE = {
    "ambiguous": "The Treaty of Paris was read aloud.",
    "calendars": "Signed on 12 Rabi al-Awwal 1441, in Showa 51, on 5 Tishri 5780 and on 9 Thermidor an II.",
    "contradiction": "Japan and the Soviet Union signed the Soviet-Japanese Joint Declaration of 1956 on 20 October 1956.",
    "numbers alone": "They met on 12/02/2019.",
    "provisions": "Under Article 2(4) and Chapter VII of the Charter of the United Nations it may act.",
    "publications": "The North Atlantic Treaty, 34 UNTS 243. The Locarno Treaty, 54 LNTS 289. The Convention on"
    " Cybercrime, ETS No. 185, ETS No. 189. The Convention on the Prevention of Terrorism, CETS No. 196. The Outer Space Treaty, TIAS 6347. The Treaty on European Union, OJ C 326.",
    "sets": "They meet twice a year, every Monday, three days a week, for three days from 3 May 1960.",
    "roles": "Former Japanese Prime Minister Shinzo Abe met acting President Lee. President-elect Jane Doe left.",
    "places": "He flew from Paris, Texas to Munich, Bavaria.",
}


def _fixtures():
    for path in sorted(FIXTURES.glob("**/*.txt")):
        text = path.read_text()
        # Marks are taken away: [[LABEL words]], innermost first, and [words].
        while (plain := re.sub(r"\[\[[A-Z]+[^\s\[\]]* ([^\[\]]*)\]\]", r"\1", text)) != text:
            text = plain
        yield path.stem, text


# Names of a user's own, with an id that the built-in lexicon does not have.
LEXICON = """\
# source: written for this test
# license: Apache-2.0
# date: 2026-11-29
# class: place.city
name\tiso3166\tgeonames\twikidata
Tokyo\tJP\t1850147\tQ1490
"""

RECORDS = dict(_fixtures()) | TEXTS | _RARE


def lines() -> bytes:
    """All documents as JSON Lines, the last ones with something to be warned of."""
    given = [{"id": id, "text": text} for id, text in RECORDS.items()]
    given += [{"id": "dated", "text": "He left yesterday.", "date": "2019-02-12"}]
    given += [{"id": "wrongly dated", "text": "He left yesterday.", "date": "2019-02-30"}]
    given += [{"text": "No id."}]
    return "".join(json.dumps(document) + "\n" for document in given).encode()

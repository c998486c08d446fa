"""Texts that are as bad as can be for one part of the engine each: a generator by name, of pieces without an end."""

import itertools
from collections.abc import Callable, Iterator


def again(text: str) -> Iterator[str]:
    return itertools.repeat(text)


def each(form: str) -> Iterator[str]:
    """The form with another made-up word for each `{0}`, and another number for each `{1}`."""
    return (form.format(word(n), n) for n in itertools.count())


def word(number: int) -> str:
    """A made-up word for each number: Bab, Bac, …"""
    letters = "abcdefghijklmnopqrstuvwxyz"
    text = ""
    number += 26
    while number:
        number, digit = divmod(number, 26)
        text += letters[digit]
    return "B" + text


MONTHS = "January February March April May June July August September October November December".split()

ATTACKS: dict[str, Callable[[], Iterator[str]]] = {
    # Signs.
    "one word": lambda: again("a"),
    "one capital word": lambda: again("A"),
    "one number": lambda: again("1"),
    "commas": lambda: again(","),
    "full stops": lambda: again("."),
    "hyphens": lambda: again("-"),
    "words and hyphens": lambda: again("Ab-"),
    "ampersands": lambda: again("& "),
    "words and ampersands": lambda: again("Ab & "),
    "apostrophes": lambda: again("'"),
    "possessives": lambda: again("Kono's "),
    "line feeds": lambda: again("\n"),
    "blanks": lambda: again(" "),
    "carriage returns": lambda: again("\r"),
    "opening brackets": lambda: again("("),
    "opening brackets of all kinds": lambda: again("([{“‘«"),
    "brackets around words": lambda: again("(Kono (Japan "),
    "opening quotes": lambda: again("“Kono "),
    "quotes": lambda: again('" '),
    # Unicode.
    "combining marks": lambda: again("\u0301"),
    "letters with a mark": lambda: again("e\u0301"),
    "right-to-left overrides": lambda: again("\u202e"),
    "zero-width joiners": lambda: again("\u200d"),
    "words of zero-width spaces": lambda: again("Kono\u200b"),
    "joined people": lambda: again("👨\u200d"),
    "flags": lambda: again("🇯"),
    "half-width kana": lambda: again("ｱﾞ"),
    "Thai": lambda: again("ประเทศไทย"),
    "Chinese": lambda: again("二〇一九年"),
    "Chinese numerals": lambda: again("一"),
    "Hangul": lambda: again("\u1100\u1161\u11a8"),
    "no letters of ASCII": lambda: again("éÀ "),
    "soft hyphens": lambda: again("A\u00ad"),
    # Sentences.
    "abbreviations": lambda: again("Mr. "),
    "initials": lambda: again("J. "),
    "letters and full stops": lambda: again("A.B."),
    "dots": lambda: again("... "),
    "a sentence without an end": lambda: again("he and she "),
    "questions": lambda: again("? "),
    "lines of one word": lambda: again("Kono\n"),
    # Names.
    "capitals": lambda: each("{0} "),
    "one name": lambda: again("Taro Kono "),
    "names in a row": lambda: again("Kono Japan Moscow Toyota "),
    "people": lambda: each("Mr. John {0} met "),
    "people of one surname": lambda: each("{0} Smith, "),
    "people of one given name": lambda: each("John {0}, "),
    "people and surnames": lambda: each("Mr. {0} Smith, Smith, "),
    "people with initials": lambda: each("J. {0} Smith, A. Smith, "),
    "middle names": lambda: each("Ann {0} Lee, Ann Lee, "),
    "organizations": lambda: each("the {0} Bank, "),
    "organizations and acronyms": lambda: each("the {0} National Bank ({0}NB), the Bank, "),
    "committees": lambda: each("the Committee of the {0} of the "),
    "firms": lambda: each("{0} & Sons Inc., {0}, "),
    "universities": lambda: each("University of {0} of "),
    "places": lambda: again("Paris, Texas, "),
    "states": lambda: again("Japan, France, Georgia, "),
    "towns of one name": lambda: again("Springfield, San Jose, Santa Cruz, "),
    "towns and countries": lambda: each("{0}, Georgia, "),
    "roles": lambda: again("Foreign Minister of "),
    "titles": lambda: again("President Prime Minister "),
    "roles and names": lambda: each("Foreign Minister {0} of Japan, "),
    "starts of phrases": lambda: again("United States of "),
    "particles": lambda: again("de la van der "),
    "capital lines": lambda: each("{0} SIGNS TREATY WITH JAPAN\n"),
    # Dates.
    "months": lambda: again("May "),
    "month names": lambda: again(" ".join(MONTHS) + " "),
    "days of months": lambda: again("5 May "),
    "dates": lambda: again("5 May 1956, "),
    "all dates": lambda: (f"{n % 28 + 1} {MONTHS[n % 12]} {1000 + n % 1000}, " for n in itertools.count()),
    "years": lambda: again("1956 "),
    "all years": lambda: (f"in {1000 + n % 1000}, " for n in itertools.count()),
    "weekdays": lambda: again("on Friday, "),
    "days without years": lambda: (f"on {n % 28 + 1} {MONTHS[n % 12]}, " for n in itertools.count()),
    "numbers with slashes": lambda: again("1/2/"),
    "numbers with hyphens": lambda: again("2019-02-"),
    "ranges": lambda: again("from 3 to "),
    "years to years": lambda: again("1990-"),
    "relative days": lambda: again("three days after "),
    "the same year": lambda: again("that year, the following day, "),
    "times": lambda: again("5:30 p.m. on Monday, "),
    "number words": lambda: again("twenty-one hundred and "),
    "datelines": lambda: each("TOKYO, May {1} (Reuters) - "),
    "terms of office": lambda: again("(1990-1995) President Kono "),
    # Treaties.
    "treaties": lambda: each("the {0} Treaty was signed, "),
    "known treaties": lambda: again("the Treaty of Versailles, the North Atlantic Treaty, "),
    "treaties that point back": lambda: each("the Treaty of {0}; the Treaty; it "),
    "descriptions": lambda: each("a treaty between Japan and {0} on {0}, the agreement, "),
    "descriptions with years": lambda: again("a treaty between Japan and Russia in 1956, "),
    "descriptions with decades": lambda: again("a treaty between Japan and Russia in the 1990s, "),
    "descriptions with subjects": lambda: each(
        "a bilateral agreement between the United States and Russia on {0} of 1992, "
    ),
    "treaties of one name and years": lambda: again("the Treaty of Paris, in 1990, "),
    "treaties of one name and days": lambda: again("Joint Declaration, 5 May 1990, Japan, "),
    "treaties of one name and states": lambda: again("the Treaty of Paris, Japan, Chad, Peru, "),
    "treaties that ratify": lambda: each(
        "the {0} Treaty, the {0} Convention and the Treaty of Paris were ratified by Japan, signed in 1990, "
    ),
    "events without treaties": lambda: again("was signed and ratified by Japan on 5 May 1990 and entered into force "),
    "terms without an end": lambda: each("a treaty between {0} and Japan and France on trade and {0}, "),
    "dates and verbs": lambda: again("he will come on Friday and came on Monday, "),
    "people and dates": lambda: each("Mr. {0} came to Japan on 5 May 1956, "),
    "people, dates and treaties": lambda: each("Mr. {0} signed the {0} Treaty on 5 May 1956, "),
    "quoted sentences": lambda: again("“He came on Friday.” "),
    "names in brackets": lambda: each("(the {0} Bank) (Kono) "),
    "people and roles": lambda: again("Foreign Minister Kono, President of Japan, Minister of Trade of France, "),
    "people and ages": lambda: again("Kono, 45, of Japan, "),
    "treaty in treaty": lambda: each("Protocol {1} to the Treaty of {0} to the "),
    "lists of states": lambda: again("Japan, France, Italy, Chad, Peru, Mali and "),
    "articles": lambda: again("Articles 1, 2, 3 to 5 and "),
    "articles that point back": lambda: again("Article 5 thereof, paragraph 2 of the Treaty, "),
    "upper case": lambda: again("THE TREATY OF PARIS AND MR. KONO OF JAPAN "),
    "URLs": lambda: again("http://a.b/c?d=e&f "),
    "mail addresses": lambda: again("a.b@c.de, "),
    "table": lambda: again("Kono\tJapan\t1990\n"),
    "bullets": lambda: again("- Kono\n"),
    "indents": lambda: again("    Kono\n\n"),
    "German dates": lambda: again("der und das am 5. Mai 1990, vor drei Tagen, "),
    "Japanese dates": lambda: again("昭和三十五年五月五日の"),
    "Russian dates": lambda: again("и не в 5 мая 1990 года, "),
    "timestamps": lambda: again("2019-02-12T10-"),
    "treaty nouns": lambda: again("Treaty "),
    "treaties of treaties": lambda: again("Protocol to the Convention on the "),
    "provisions": lambda: again("Article 9(1)(a), "),
    "provisions of treaties": lambda: each("Article {1} of the {0} Treaty, "),
    "second readings": lambda: again("second reading of the Treaty, "),
    "treaty events": lambda: each("the {0} Treaty was signed on 5 May 1956 and ratified by Japan, France and Italy. "),
    "parties": lambda: again("between Japan and France and "),
    "treaty abbreviations": lambda: each("the {0} Treaty ({0}T), the {0}T, "),
    "treaties on long subjects": lambda: again("Convention on the Rights and Duties and "),
}

# The same for readers, by format.
PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "open tags": lambda: again("<div>"),
    "open tags of many kinds": lambda: again("<p><b><a><table><tr><td><ul><li><div>"),
    "formatting that is never closed": lambda: again("<b><i><u><p>x"),
    "closing tags": lambda: again("</div>"),
    "closing tags of what is far out": lambda: again("<div><span></p></table>"),
    "tags that do not end": lambda: again("<a "),
    "attributes": lambda: each('<p {0}="{1}"'),
    "attribute without an end": lambda: again('<p a="'),
    "comments": lambda: again("<!--"),
    "comment ends": lambda: again("--!>--"),
    "script": lambda: again("<script><!--<script></scrip"),
    "references": lambda: again("&amp;&notit;&#x1F600;"),
    "references that do not end": lambda: again("&CounterClockwiseContourIntegra"),
    "ampersands in pages": lambda: again("&"),
    "less-than signs": lambda: again("<"),
    "sections of CDATA": lambda: again("<svg><![CDATA["),
    "tables in tables": lambda: again("<table><tr><td>x"),
    "lists in lists": lambda: again("<ul><li>x"),
    "selects": lambda: again("<select><option>x"),
    "links": lambda: again("<a href=x>x</a> "),
    "paragraphs": lambda: again("<p>Mr. Kono left.</p>"),
    "templates": lambda: again("<template>"),
    "headings": lambda: again("<h1>x"),
    "nulls": lambda: again("\0"),
    "meta": lambda: again('<meta charset="x">'),
}
ROWS: dict[str, Callable[[], Iterator[str]]] = {
    "quotes": lambda: again('"'),
    "quoted lines": lambda: again('"a\n'),
    "commas": lambda: again(","),
    "carriage returns": lambda: again("\r"),
    "short rows": lambda: again("a\n"),
}
LINES: dict[str, Callable[[], Iterator[str]]] = {
    "open brackets": lambda: again("["),
    "members": lambda: each('{{"{0}":1,'),
    "strings": lambda: again('{"text":"'),
    "escapes": lambda: again('{"text":"\\u0041\\ud800'),
    "short lines": lambda: again("{}\n"),
    "numbers": lambda: again('{"text":1'),
    "line feeds": lambda: again("\n"),
}
ARCHIVES: dict[str, Callable[[], Iterator[str]]] = {
    "heads": lambda: again("WARC/1.0\r\n"),
    "fields": lambda: each("{0}: {1}\r\n"),
    "folded lines": lambda: again("WARC/1.0\r\n x\r\n"),
    "empty records": lambda: again("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n"),
    "long lengths": lambda: again("WARC/1.0\r\nContent-Length: 9999999\r\n\r\n"),
    "one byte": lambda: again("W"),
}
FORMATS = {"text": ATTACKS, "html": PAGES, "csv": ROWS, "jsonl": LINES, "warc": ARCHIVES}


def text(format: str, name: str, size: int) -> bytes:
    """The attack's text of so many bytes, cut at a piece's end."""
    pieces, length = [], 0
    for piece in FORMATS[format][name]():
        data = piece.encode()
        if length + len(data) > size:
            break
        pieces.append(data)
        length += len(data)
    return b"".join(pieces)

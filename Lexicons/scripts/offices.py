"""Derives Lexicons/en/leaders.tsv and office-holder-surnames.tsv.

    python3 Lexicons/scripts/offices.py PHOENIX_COUNTRIES

PHOENIX_COUNTRIES is `Phoenix.Countries.actors.txt` of the Open Event Data Alliance: persons with the
codes of their country and the dates between which they were part of its government (until 2014).
Persons whom office-holders.tsv has are left out, its terms are better.
"""

import calendar
import re
import sys
import unicodedata

import casing
import common
import pycountry

GOVERNMENT = re.compile(r"\[([A-Z]{3})GOV[A-Z]* >?(\d{6})(?:-(\d{6}))?\]")
TITLES = set(
    "PRESIDENT PRIME MINISTER CHANCELLOR KING QUEEN PRINCE PRINCESS EMIR SULTAN GENERAL COLONEL SENATOR AMBASSADOR "
    "SECRETARY LEADER GOVERNOR SHEIKH SHAYKH DR MR MRS MS SIR LORD FOREIGN VICE OF THE AND GOVERNMENT PARTY MINISTRY "
    "ARMY ADMIN ADMINISTRATION REGIME OFFICIAL CHIEF COUNCIL COMMITTEE FORMER KANZLER PREMIER EMPEROR POPE GEN MAJ "
    "COL LT CAPT ADM HRH HIS HER".split()
)
# Family name first or no family name: the last word is no surname.
NO_SURNAME = set("CN TW HK KR KP VN KH LA MM TH ID MY SG IS BT MN ET ER AF PK BD".split())


def fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^a-z]", "", plain.lower())


def day(stamp: str, last: bool) -> tuple[str, bool]:
    """ISO date of `YYMMDD`, and whether it is the first (or last) day of its month."""
    year = int(stamp[:2]) + (2000 if int(stamp[:2]) <= 14 else 1900)
    month, number = int(stamp[2:4]), int(stamp[4:])
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return "", False
    edge = calendar.monthrange(year, month)[1] if last else 1
    return f"{year}-{month:02}-{number:02}", number == edge


def terms(code: str) -> list[tuple[str, str, str]]:
    """(country, from, to) of each dated government code; months where only months are known."""
    found = []
    for alpha3, start, end in GOVERNMENT.findall(code):
        country = pycountry.countries.get(alpha_3=alpha3)
        begin, first = day(start, last=False)
        finish, final = day(end, last=True) if end else ("", True)
        if country is None or not begin or finish and finish < begin:
            continue
        if first and final:
            begin, finish = begin[:7], finish[:7]
        found.append((country.alpha_2, begin, finish))
    return found


def plausible(raw: str) -> bool:
    words = casing.split(raw)
    return (
        2 <= len(words) <= 6
        and not any(word.strip(".") in TITLES for word in words)
        and all(re.fullmatch(r"[A-Z]\.?|[A-ZÀ-Þ]+(?:['-][A-ZÀ-Þ]+)*", word) for word in words)
        and sum(len(word) for word in words) >= 6
    )


def persons(path: str):
    """(raw names, codes) of every block of the file."""
    names, codes = [], []
    for line in open(path, encoding="latin-1"):
        line = re.split(r"[;#]", line)[0].rstrip()
        if line.startswith((" ", "\t")):
            codes.append(line.strip())
        elif line:
            if codes or not line.startswith("+"):
                if names:
                    yield names, " ".join(codes)
                names, codes = [], []
            names.append(re.split(r"\s*\[", line.lstrip("+"))[0])
    if names:
        yield names, " ".join(codes)


def table(name: str) -> list[dict[str, str]]:
    lines = (common.LEXICONS / "en" / name).read_text(encoding="utf-8").splitlines()
    columns, *body = [line.split("\t") for line in lines if not line.startswith("#")]
    return [dict(zip(columns, row)) for row in body]


def leaders(path: str) -> None:
    known = set()
    for row in table("office-holders.tsv"):
        known.update(fold(name) for name in [row["name"], *row["aliases"].split("|")])
    rows = set()
    for names, codes in persons(path):
        spellings = list(dict.fromkeys(casing.person(raw) for raw in names if plausible(raw.strip())))
        if not spellings or not plausible(names[0].strip()) or any(fold(name) in known for name in spellings):
            continue
        by_country: dict[str, list[tuple[str, str]]] = {}
        for country, begin, finish in terms(codes):
            by_country.setdefault(country, []).append((begin, finish))
        for country, spans in by_country.items():
            for begin, finish in joined(spans):
                rows.add((spellings[0], "|".join(spellings[1:]), 120, country, begin, finish))
    common.write(
        "en/leaders.tsv",
        "Members of governments up to 2014, one row a stretch of office; an empty end means in office at the beginning of 2014",
        "Phoenix.Countries.actors.txt (Open Event Data Alliance)",
        "MIT",
        ["name", "aliases", "weight", "of", "from", "to"],
        sorted(rows),
        class_name="person.known",
    )


def joined(spans: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Spans of one office that overlap or follow each other within two months, as one."""
    result: list[tuple[str, str]] = []
    for begin, finish in sorted(spans):
        if result and (not result[-1][1] or months(begin) - months(result[-1][1]) <= 2):
            last = result.pop()
            finish = "" if not finish or not last[1] else max(finish, last[1])
            begin = last[0]
        result.append((begin, finish))
    return result


def months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])


def surnames() -> None:
    ordinary = {
        row["name"]: int(row["weight"])
        for row in table("words.tsv")
        if int(row.get("weight") or 0) >= 100 and row["name"].islower()
    }
    adjectives = {row["name"] for row in table("demonyms.tsv")}
    weights: dict[str, int] = {}
    for row in table("office-holders.tsv"):
        if row["of"] in NO_SURNAME or re.search(r" [IVX]+$", row["name"]) or " " not in row["name"]:
            continue
        for name in [row["name"], *row["aliases"].split("|")]:
            words = name.split()
            if len(words) < 2 or words[-1].strip(".") in {"Jr", "Sr", "I", "II", "III"}:
                continue
            last = words[-1].removeprefix("al-").removeprefix("el-")
            if len(last) < 3 or not last[0].isupper() or last in adjectives:
                continue
            start = len(words) - 1
            while start > 1 and words[start - 1].islower():
                start -= 1
            last = " ".join([*words[start:-1], last])
            weight = int(row["weight"]) - 20
            if frequency := ordinary.get(last.lower()):
                weight = 110 if frequency < 135 or (row["office"], row["of"]) == ("President", "US") else 40
            weights[last] = max(weight, weights.get(last, 0))
    common.write(
        "en/office-holder-surnames.tsv",
        "Surnames of the persons of office-holders.tsv; one that is also an ordinary word weighs less",
        "office-holders.tsv of this folder",
        "Apache-2.0",
        ["name", "weight"],
        sorted(weights.items()),
        class_name="person.known-surname",
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    leaders(sys.argv[1])
    surnames()

"""Derives Lexicons/en/organizations-listed.tsv, companies-listed.tsv and armed-groups-listed.tsv.

    python3 Lexicons/scripts/organizations.py PHOENIX_INTERNATIONAL PHOENIX_MILNONSTATE

The arguments are `Phoenix.International.actors.txt` and `Phoenix.MilNonState.actors.txt` of the Open
Event Data Alliance. Kept are names that speak for themselves: organizations and armed groups with a
head noun of org-heads.tsv, companies worth a billion dollars or more. What the hand-written lists
hold is left out.
"""

import re
import sys

import casing
import common
import pycountry

SOURCE = "{} (Open Event Data Alliance)"
CAPITALIZATION = re.compile(r"\$([\d,]+)")
SUFFIX = re.compile(
    r"[ ,]+(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|LP|L P|PLC|Plc|NV|SA|AG|SpA|ADR|Trust|The|CO)\.?$"
)
FUND = re.compile(r"\b(?:Fund|Funds|Income|Portfolio|Municipal|Closed|Index|Series|Etf|Ishares|Opportunit)\b")
PERSONAL = re.compile(
    r"\b(?:PRESIDENT|CHIEF|SPOKES\w+|OFFICIALS?|LEADERS?|MINISTERS?|ENVOYS?|WORKERS?|STAFF|SOLDIERS?|TROOPS|"
    r"COUNTRIES|MEMBERS?|CHAIRMAN|DIRECTOR|SECRETARY|REPRESENTATIVES?|PEACEKEEPERS?|EMPLOYEES?|GENERAL_SECRETARY|"
    r"ACTIVISTS?|CHAIRPERSON|COMMISSIONERS?|AMBASSADORS?|DELEGATION|MEETING|SUMMIT|BASED|JOURNALISTS?|MISSIONARY)\b"
)


def rows_of(path: str):
    """(section, raw names, code, comment) of every block."""
    section, names = "", []
    for line in open(path, encoding="latin-1"):
        heading = re.match(r"#{5,}\s*(.*?)\s*#*\s*$", line)
        if heading:
            section, names = heading[1], []
            continue
        text, _, comment = line.partition(";")
        text = text.split("#")[0].rstrip()
        code = re.search(r"\[([A-Z]*)", text)
        name = text.split("[")[0].strip().lstrip("+")
        if name and not line[0].isspace():
            if not text.startswith("+") and names and names[-1] is None:
                names = []
            names.append(name)
        if code and names:
            yield section, [n for n in names if n], code[1], comment
            names = [n for n in names if n] + [None]


def table(name: str) -> list[dict[str, str]]:
    lines = (common.LEXICONS / "en" / name).read_text(encoding="utf-8").splitlines()
    columns, *body = [line.split("\t") for line in lines if not line.startswith("#")]
    return [dict(zip(columns, row)) for row in body]


def fold(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def surfaces(*files: str) -> set[str]:
    found = set()
    for file in files:
        for row in table(file):
            found.update(fold(name) for name in [row["name"], *row.get("aliases", "").split("|")] if name)
    return found


def country(code: str) -> str:
    """alpha-2 of the country in a code such as `MNCUSAMED` or `COLREB`; `MUS` stands for Muslim."""
    part = code[3:6] if code[:3] in ("MNC", "NGO", "IGO", "IMG") else code[:3]
    found = pycountry.countries.get(alpha_3=part)
    return found.alpha_2 if found and part != "MUS" else ""


def clean(raw: str) -> bool:
    generic = raw.strip("_ ") in ("NON_GOVERNMENT_ORGANIZATION", "NON_GOVERNMENTAL_ORGANIZATION")
    return not generic and "ACUTE" not in raw and bool(re.fullmatch(r"[A-Z0-9.&'/_ -]+_?\s*", raw)) and not PERSONAL.search(raw.replace("_", " "))


def spoken(name: str, heads: set[str]) -> bool:
    """Two words or more, one of them a head noun, no legal form alone."""
    words = name.split()
    return 2 <= len(words) <= 12 and any(word in heads for word in words)


def write(file, what, source, rows, class_name, license="MIT"):
    unique = {}
    for row in sorted(rows):
        unique.setdefault(fold(row[0]), row)
    columns = ["name", "aliases", "weight", "iso3166"]
    common.write(f"en/{file}", what, SOURCE.format(source), license, columns, sorted(unique.values()), class_name=class_name)


def organizations(path: str, heads: set[str], words: set[str], known: set[str]) -> None:
    companies, others = [], []
    for section, names, code, comment in rows_of(path):
        worth = CAPITALIZATION.search(comment)
        cased = [casing.organization(raw, words) for raw in names if clean(raw)]
        cased = list(dict.fromkeys(name.removeprefix("The ") for name in cased))
        if not cased:
            continue
        if section.startswith("Multinational"):
            if not worth or int(worth[1].replace(",", "")) < 1_000_000_000 or FUND.search(cased[0]):
                continue
            short = SUFFIX.sub("", SUFFIX.sub("", cased[0])).strip(" ,&")
            plain = " " not in short and short.lower() in words
            if len(short) < 4 or plain or fold(short) in known or fold(cased[0]) in known:
                continue
            companies.append((short, cased[0] if cased[0] != short else "", 150, country(code)))
        elif section in ("Other IGOs", "NGOs") and not re.search(r"\d", cased[0]):
            good = [name for name in cased if spoken(name, heads) and fold(name) not in known]
            if good and good[0] == cased[0]:
                others.append((good[0], "|".join(good[1:]), 150, "" if section == "Other IGOs" else country(code)))
    write("companies-listed.tsv", "Companies listed at an exchange and worth a billion dollars or more in 2010",
          "Phoenix.International.actors.txt", companies, "org.company")
    write("organizations-listed.tsv", "Intergovernmental and non-governmental organizations",
          "Phoenix.International.actors.txt", others, "org.ngo")


def armed_groups(path: str, heads: set[str], words: set[str], known: set[str]) -> None:
    nouns = heads | set("Jihad Martyrs Liberation Army Front Fighters Mujahideen Mujahedin Commandos Cells".split())
    found = []
    for _, names, code, _ in rows_of(path):
        cased = [casing.organization(re.sub(r"_?\([A-Z]+\)", "", raw), words) for raw in names]
        good = [n for raw, n in zip(names, cased) if clean(re.sub(r"_?\([A-Z]+\)", "", raw)) and spoken(n, nouns)]
        good = list(dict.fromkeys(name for name in good if fold(name) not in known))
        if good and any(fold(name) in known for name in cased):
            continue
        if good:
            found.append((good[0], "|".join(good[1:]), 150, country(code)))
    write("armed-groups-listed.tsv", "Armed groups", "Phoenix.MilNonState.actors.txt, from START TOPS", found, "org.armed")


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    heads = {row["name"] for row in table("org-heads.tsv")}
    words = {row["name"].lower() for row in table("words.tsv") if int(row.get("weight") or 0) >= 90}
    known = surfaces(
        "organizations.tsv", "companies.tsv", "media.tsv", "parties.tsv", "armed-groups.tsv", "universities.tsv"
    )
    organizations(sys.argv[1], heads, words, known)
    armed_groups(sys.argv[2], heads, words, known)


if __name__ == "__main__":
    main()

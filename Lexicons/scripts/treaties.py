#!/usr/bin/env python3
"""Derives treaties-un.tsv: multilateral treaties deposited with the Secretary-General of the United Nations.

    treaties.py un-multilateral-treaties.csv > ../en/treaties-un.tsv

The CSV lists the depositary's treaties (chapter_no, treaty_no, treaty_name, …); treaty_name is
"Title. Place, day month year". Only facts are taken: title, place, date. Amendments, extensions, annexes and titles
that name nothing by themselves ("Protocol") are left out. Usual names and dates of entry into force are added by hand
below, from general knowledge.
"""
import csv
import re
import sys

HEADER = """\
# Multilateral treaties deposited with the Secretary-General of the United Nations: titles, usual names, place and date of adoption
# source: United Nations Treaty Collection, multilateral treaties deposited with the Secretary-General (facts: title, place, date); usual names and entry into force from general knowledge of the maintainers
# license: facts
# date: 2026-11-23
# class: treaty.name
"""

MONTHS = {m: i for i, m in enumerate(
    "January February March April May June July August September October November December".split(), 1)}

KINDS = ["framework convention", "optional protocol", "convention", "covenant", "protocol", "agreement", "treaty",
         "charter", "statute", "constitution", "general act", "memorandum of understanding", "articles of association"]

SMALL = set("""a against an and as at between by concerning during for from in into including of on or other out relating regarding
    respect than that the their to under upon used where which with establishing governing aiming amending""".split())

# Words before "Convention", "Protocol", "Treaty" or "Agreement" that are not enough for a short name.
GENERIC = set("""international united nations optional second multilateral supplementary additional customs european single
    general revised agreement inter-american first fifth sixth""".split())

# Usual names and abbreviations, and entry into force.
USUAL = {
    "Charter of the United Nations": ("United Nations Charter|UN Charter|U.N. Charter|San Francisco Charter|Charter of San Francisco|Charter of the UN|Charter of the Organization", "1945-10-24"),
    "Statute of the International Court of Justice": ("ICJ Statute|Statute of the Court", "1945-10-24"),
    "Vienna Convention on Diplomatic Relations": ("", "1964-04-24"),
    "Vienna Convention on Consular Relations": ("", "1967-03-19"),
    "Vienna Convention on the Law of Treaties": ("", "1980-01-27"),
    "Convention on the Privileges and Immunities of the United Nations": ("General Convention on the Privileges and Immunities of the United Nations", "1946-09-17"),
    "Convention on the Prevention and Punishment of the Crime of Genocide": ("Genocide Convention|Convention on Genocide|Convention for the Prevention and Punishment of the Crime of Genocide", "1951-01-12"),
    "International Convention on the Elimination of All Forms of Racial Discrimination": ("ICERD|CERD|Convention on the Elimination of Racial Discrimination|International Convention on the Elimination of Racial Discrimination", "1969-01-04"),
    "International Covenant on Economic, Social and Cultural Rights": ("ICESCR|Covenant on Economic, Social and Cultural Rights", "1976-01-03"),
    "International Covenant on Civil and Political Rights": ("ICCPR|Covenant on Civil and Political Rights", "1976-03-23"),
    "International Convention on the Suppression and Punishment of the Crime of Apartheid": ("Apartheid Convention", "1976-07-18"),
    "Convention on the Elimination of All Forms of Discrimination against Women": ("CEDAW|Women's Convention|Convention on the Elimination of Discrimination against Women", "1981-09-03"),
    "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment": ("Convention against Torture|United Nations Convention against Torture|UN Convention against Torture|Torture Convention|CAT", "1987-06-26"),
    "Convention on the Rights of the Child": ("United Nations Convention on the Rights of the Child|UN Convention on the Rights of the Child|CRC|UNCRC", "1990-09-02"),
    "Convention on the Rights of Persons with Disabilities": ("CRPD|Disability Convention|United Nations Convention on the Rights of Persons with Disabilities", "2008-05-03"),
    "International Convention for the Protection of All Persons from Enforced Disappearance": ("Convention against Enforced Disappearance", "2010-12-23"),
    "International Convention on the Protection of the Rights of All Migrant Workers and Members of their Families": ("Migrant Workers Convention|Convention on Migrant Workers", "2003-07-01"),
    "Convention relating to the Status of Refugees": ("Refugee Convention|Geneva Refugee Convention|Geneva Convention on Refugees|Geneva Convention relating to the Status of Refugees", "1954-04-22"),
    "Protocol relating to the Status of Refugees": ("", "1967-10-04"),
    "Convention relating to the Status of Stateless Persons": ("", "1960-06-06"),
    "Convention on the Reduction of Statelessness": ("", "1975-12-13"),
    "Single Convention on Narcotic Drugs, 1961": ("Single Convention", "1964-12-13"),
    "Convention on Psychotropic Substances": ("", "1976-08-16"),
    "United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances": ("Vienna Drug Convention", "1990-11-11"),
    "Convention for the Suppression of the Traffic in Persons and of the Exploitation of the Prostitution of Others": ("", "1951-07-25"),
    "Constitution of the World Health Organization": ("WHO Constitution", "1948-04-07"),
    "WHO Framework Convention on Tobacco Control": ("Framework Convention on Tobacco Control|FCTC|World Health Organization Framework Convention on Tobacco Control", "2005-02-27"),
    "General Agreement on Tariffs and Trade": ("GATT|GATT 1947", "1948-01-01"),
    "Havana Charter for an International Trade Organization": ("Havana Charter", ""),
    "Convention on Transit Trade of Land-locked States": ("", "1967-06-09"),
    "United Nations Convention on Contracts for the International Sale of Goods": ("CISG|Vienna Sales Convention", "1988-01-01"),
    "Slavery Convention": ("", "1927-03-09"),
    "International Convention Against the Taking of Hostages": ("Hostages Convention", "1983-06-03"),
    "International Convention for the Suppression of Terrorist Bombings": ("Terrorist Bombings Convention|Convention for the Suppression of Terrorist Bombings", "2001-05-23"),
    "International Convention for the Suppression of the Financing of Terrorism": ("Terrorist Financing Convention|Convention for the Suppression of the Financing of Terrorism", "2002-04-10"),
    "International Convention for the Suppression of Acts of Nuclear Terrorism": ("Nuclear Terrorism Convention|Convention for the Suppression of Acts of Nuclear Terrorism", "2007-07-07"),
    "Rome Statute of the International Criminal Court": ("Rome Statute|ICC Statute|Statute of Rome|Statute of the International Criminal Court", "2002-07-01"),
    "United Nations Convention against Transnational Organized Crime": ("Palermo Convention|UNTOC|Convention against Transnational Organized Crime|Convention on Transnational Organized Crime", "2003-09-29"),
    "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children": ("Palermo Protocol|Trafficking Protocol", "2003-12-25"),
    "United Nations Convention against Corruption": ("UNCAC|Convention against Corruption|Merida Convention", "2005-12-14"),
    "United Nations Convention on the Law of the Sea": ("UNCLOS|Convention on the Law of the Sea|Law of the Sea Convention|Montego Bay Convention|Law of the Sea Treaty|UN Convention on the Law of the Sea", "1994-11-16"),
    "Convention on the Territorial Sea and the Contiguous Zone": ("", "1964-09-10"),
    "Convention on the High Seas": ("", "1962-09-30"),
    "Convention on the Continental Shelf": ("", "1964-06-10"),
    "Agreement for the Implementation of the Provisions of the United Nations Convention on the Law of the Sea of 10 December 1982 relating to the Conservation and Management of Straddling Fish Stocks and Highly Migratory Fish Stocks": ("Fish Stocks Agreement|Straddling Fish Stocks Agreement|United Nations Fish Stocks Agreement|UN Fish Stocks Agreement", "2001-12-11"),
    "Convention on the Recognition and Enforcement of Foreign Arbitral Awards": ("New York Convention", "1959-06-07"),
    "Agreement governing the Activities of States on the Moon and Other Celestial Bodies": ("Moon Treaty|Moon Agreement", "1984-07-11"),
    "Convention on Registration of Objects Launched into Outer Space": ("Registration Convention", "1976-09-15"),
    "Convention on the Prohibition of Military or Any Other Hostile Use of Environmental Modification Techniques": ("ENMOD|ENMOD Convention|Environmental Modification Convention", "1978-10-05"),
    "Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons which may be deemed to be Excessively Injurious or to have Indiscriminate Effects": ("Convention on Certain Conventional Weapons|CCW|Inhumane Weapons Convention|Certain Conventional Weapons Convention|Convention on Conventional Weapons", "1983-12-02"),
    "Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons and on their Destruction": ("Chemical Weapons Convention|chemical weapons convention|CWC|Convention on Chemical Weapons|Convention on the Prohibition of Chemical Weapons", "1997-04-29"),
    "Comprehensive Nuclear-Test-Ban Treaty": ("CTBT|Comprehensive Nuclear Test Ban Treaty|Comprehensive Test Ban Treaty|Comprehensive Test-Ban Treaty|Nuclear-Test-Ban Treaty|Comprehensive Nuclear Test-Ban Treaty|Comprehensive Nuclear-Test Ban Treaty|Treaty on the Comprehensive Prohibition of Nuclear Tests", ""),
    "Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction": ("Ottawa Convention|Ottawa Treaty|Mine Ban Treaty|Mine Ban Convention|Anti-Personnel Mine Ban Convention|Mine-Ban Convention|Anti-Personnel Landmines Convention|Ottawa Mine Ban Convention|Mine-Ban Treaty|Landmine Convention|Ottawa Landmine Treaty", "1999-03-01"),
    "Convention on Cluster Munitions": ("CCM|Oslo Convention on Cluster Munitions|Cluster Munitions Convention", "2010-08-01"),
    "Arms Trade Treaty": ("ATT", "2014-12-24"),
    "Central African Convention for the Control of Small Arms and Light Weapons, their Ammunition and all Parts and Components that can be used for their Manufacture, Repair and Assembly": ("Kinshasa Convention", "2017-03-08"),
    "Convention on Long-range Transboundary Air Pollution": ("LRTAP Convention", "1983-03-16"),
    "Vienna Convention for the Protection of the Ozone Layer": ("", "1988-09-22"),
    "Montreal Protocol on Substances that Deplete the Ozone Layer": ("Montreal Protocol on Ozone-Depleting Substances", "1989-01-01"),
    "Basel Convention on the Control of Transboundary Movements of Hazardous Wastes and their Disposal": ("", "1992-05-05"),
    "Convention on Environmental Impact Assessment in a Transboundary Context": ("Espoo Convention", "1997-09-10"),
    "Convention on the Protection and Use of Transboundary Watercourses and International Lakes": ("Water Convention", "1996-10-06"),
    "United Nations Framework Convention on Climate Change": ("UNFCCC|Framework Convention on Climate Change|Climate Change Convention|Convention on Climate Change|Climate Convention|UN Framework Convention on Climate Change|United Nations Convention on Climate Change", "1994-03-21"),
    "Kyoto Protocol to the United Nations Framework Convention on Climate Change": ("Kyoto Protocol|Kyoto Treaty|Kyoto Agreement", "2005-02-16"),
    "Convention on Biological Diversity": ("CBD|Biodiversity Convention|United Nations Convention on Biological Diversity|Convention on Biodiversity", "1993-12-29"),
    "Cartagena Protocol on Biosafety to the Convention on Biological Diversity": ("Biosafety Protocol", "2003-09-11"),
    "Nagoya Protocol on Access to Genetic Resources and the Fair and Equitable Sharing of Benefits Arising from their Utilization to the Convention on Biological Diversity": ("Nagoya Protocol on Access to Genetic Resources", "2014-10-12"),
    "United Nations Convention to Combat Desertification in those Countries Experiencing Serious Drought and/or Desertification, Particularly in Africa": ("UNCCD|United Nations Convention to Combat Desertification|Convention to Combat Desertification|Desertification Convention|Convention on Desertification|UN Convention to Combat Desertification", "1996-12-26"),
    "Convention on Access to Information, Public Participation in Decision-Making and Access to Justice in Environmental Matters": ("Aarhus Convention", "2001-10-30"),
    "Rotterdam Convention on the Prior Informed Consent Procedure for Certain Hazardous Chemicals and Pesticides in International Trade": ("", "2004-02-24"),
    "Stockholm Convention on Persistent Organic Pollutants": ("", "2004-05-17"),
    "Minamata Convention on Mercury": ("", "2017-08-16"),
    "Agreement on Succession Issues": ("", "2004-06-02"),
    "Agreement establishing the African Development Bank": ("", "1964-09-10"),
    "Agreement Establishing the Common Fund for Commodities": ("Common Fund Agreement", "1989-06-19"),
    "Convention on Fishing and Conservation of the Living Resources of the High Seas": ("", "1966-03-20"),
    "International Convention for the Suppression of the Traffic in Women and Children": ("", "1922-06-15"),
    "Supplementary Convention on the Abolition of Slavery, the Slave Trade, and Institutions and Practices Similar to Slavery": ("", "1957-04-30"),
}


SPELLED = {title.lower(): title for title in USUAL}


def date(text):
    m = re.search(r"(\d{1,2}) (%s) (\d{4})" % "|".join(MONTHS), text)
    return "%s-%02d-%02d" % (m[3], MONTHS[m[2]], int(m[1])) if m else ""


def split(entry):
    """Title, place and date of one treaty_name."""
    entry = re.sub(r"\s+", " ", entry).replace("*", "").strip()
    m = re.match(r"(.*?)[ .]*\. *((?:[A-Z][^.]*?, )?\d{1,2} (?:%s) \d{4}.*)$" % "|".join(MONTHS), entry)
    title, rest = (m[1], m[2]) if m else (entry.split(". ")[0], "")
    place = re.match(r"([^\d]*?),? \d", rest)
    return title, (place[1].strip() if place else ""), date(rest)


def clean(title):
    title = re.sub(r" \(.*?\)", "", title)
    title = re.sub(r"^.*?: \([ab]\) ", "", title)
    title = re.sub(r",? (as amended|as extended|as further extended|as modified|as extended|amended by|concluded at|"
                   r"signed at|done at|supplementing the).*", "", title)
    title = re.sub(r"^FOOD ASSISTANCE CONVENTION$", "Food Assistance Convention", title)
    return title.replace('"', "").rstrip(" .,")


def capitals(title):
    """The list writes some titles with capitals and some without: here all words have them but the small ones."""
    words = title.split(" ")
    return " ".join(w.lower() if i and w.lower().rstrip(",") in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words))


def kind(title):
    low = title.lower()
    found = [(low.find(k), -len(k), k) for k in KINDS if k in low]
    return min(found)[2] if found else "treaty"


def shorter(title):
    """`Basel Convention`, `Convention on X` for `International Convention on X`, `Nagoya Protocol on Y`."""
    out = []
    m = re.match(r"((?:[A-Z][\w'’-]+ ){1,3})(Convention|Protocol|Treaty|Agreement|Charter)\b", title)
    if m and not set(re.split(r"[ -]", m[1].lower())) & GENERIC:
        out.append(m[1] + m[2])
    m = re.match(r"(?:International|United Nations) ((?:Convention|Covenant|Agreement) .*)", title)
    if m:
        out.append(m[1])
        if title.startswith("United Nations"):
            out.append("UN " + m[1])
    m = re.match(r"(.*?Protocol.*?),? (?:to|supplementing) the (?:19\d\d |20\d\d )?(?:United Nations |International |WHO |Vienna )?"
                 r"(?:Framework )?(?:Convention|Covenant|Agreement|Treaty|Cartagena Protocol)", title)
    if m and len(m[1].split()) > 3:
        out.append(m[1])
    m = re.match(r"(.*), (\d{4})$", title)
    if m:
        out.append(m[1])
    return out


def rows(path):
    found = {}
    for record in csv.DictReader(open(path, encoding="utf-8")):
        title, place, when = split(record["treaty_name"])
        if re.match(r"(Amendment|Extension|Second Extension|Third Extension|Fourth Extension|Annex|Revised text|Second "
                    r"revised|Third revised|Declarations|Terms of Reference)", title, re.I):
            continue
        written = clean(title)
        title = SPELLED.get(written.lower()) or capitals(written)
        usual, force = USUAL.get(title, ("", ""))
        if len(title.split()) < 3 and not usual and title != "Slavery Convention":
            continue
        if title in ("Protocol of Signature", "Constitution", "Protocol"):
            continue
        names = dict.fromkeys([written] + shorter(title) + [u for u in usual.split("|") if u])
        names.pop(title, None)
        row = (title, "|".join(names), kind(title), place, when, force)
        # An instrument "as amended" stands in the list before the instrument itself.
        if title not in found or when and when < found[title][4]:
            found[title] = row
    return found.values()


def main():
    sys.stdout.write(HEADER)
    print("name", "aliases", "kind", "place", "adopted", "signed", "ratified", "inforce", "ended", "parties", "subject", sep="\t")
    titles = set()
    for title, aliases, what, place, adopted, force in rows(sys.argv[1]):
        titles.add(title)
        print(title, aliases, what, place, adopted, "", "", force, "", "", "", sep="\t")
    for title in USUAL:
        if title not in titles:
            sys.stderr.write("no such title: %s\n" % title)


main()

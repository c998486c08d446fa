"""Derives Lexicons/en/countries.tsv from the ISO 3166-1 tables of PyPI `pycountry`.

    pip install pycountry && python3 Lexicons/scripts/countries.py

ISO gives the codes and the official names; USUAL gives what English prose calls the country and
its other spellings, which ISO does not hold.
"""

from pathlib import Path

import pycountry

OUTPUT = Path(__file__).resolve().parent.parent / "en" / "countries.tsv"
HEADER = """\
# Countries and territories of ISO 3166-1, constituent countries and disputed states, with other names and abbreviations
# source: pycountry (ISO 3166-1 codes and official names); general knowledge of the maintainers (usual names)
# license: facts
# date: 2026-11-23
# class: place.country
"""

# Usual English name first, where it is not ISO's; then other surface forms.
USUAL = {
    "AE": "United Arab Emirates|UAE|U.A.E.|Emirates",
    "AF": "Afghanistan|Islamic Emirate of Afghanistan|Democratic Republic of Afghanistan",
    "AG": "Antigua and Barbuda|Antigua & Barbuda|Antigua|Barbuda",
    "AL": "Albania|People's Socialist Republic of Albania",
    "AM": "Armenia|Armenian SSR",
    "AO": "Angola|People's Republic of Angola",
    "AR": "Argentina|Argentine Republic",
    "AU": "Australia|Commonwealth of Australia",
    "AX": "Åland Islands|Aland Islands|Åland|Aland",
    "AZ": "Azerbaijan|Azerbaijan Republic|Azerbaidzhan|Azerbaijan SSR",
    "BA": "Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia & Herzegovina|Bosnia|BiH|Herzegovina",
    "BD": "Bangladesh|Bangla Desh",
    "BF": "Burkina Faso|Burkina",
    "BH": "Bahrain|Bahrein|State of Bahrain",
    "BJ": "Benin|People's Republic of Benin",
    "BL": "Saint Barthélemy|St. Barts|Saint Barthelemy|St. Barthélemy",
    "BN": "Brunei|Brunei Darussalam",
    "BO": "Bolivia|Republic of Bolivia",
    "BQ": "Caribbean Netherlands",
    "BR": "Brazil|Brasil",
    "BS": "Bahamas|The Bahamas",
    "BV": "Bouvet Island",
    "BY": "Belarus|Byelorussia|Belorussia|White Russia|Byelorussian SSR",
    "CA": "Canada|Dominion of Canada",
    "CC": "Cocos Islands|Keeling Islands",
    "CD": "Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|D.R. Congo|DRC|D.R.C."
    "|Congo-Kinshasa|Congo, Democratic Republic of|Dem. Rep. of Congo",
    "CF": "Central African Republic|Central African Rep.",
    "CG": "Republic of the Congo|Congo|Congo-Brazzaville|Republic of Congo"
    "|People's Republic of the Congo",
    "CH": "Switzerland|Swiss Confederation|Helvetia",
    "CI": "Ivory Coast|Côte d'Ivoire|Cote d'Ivoire|Republic of Ivory Coast",
    "CN": "China|PRC|P.R.C.|Communist China|mainland China|People's Republic of China|PR China|P.R. China|Red China",
    "CV": "Cape Verde|Cabo Verde|Cape Verde Islands",
    "CW": "Curaçao|Curacao",
    "CY": "Cyprus",
    "CZ": "Czech Republic|Czechia",
    "DE": "Germany|Federal Republic of Germany|FRG|F.R.G.|Deutschland",
    "DK": "Denmark|Kingdom of Denmark",
    "DO": "Dominican Republic",
    "DZ": "Algeria|People's Democratic Republic of Algeria",
    "EG": "Egypt|Arab Republic of Egypt",
    "EH": "Western Sahara|Sahrawi Arab Democratic Republic|Saharan Arab Democratic Republic|SADR|Sahrawi Republic",
    "ER": "Eritrea|State of Eritrea",
    "ES": "Spain|España",
    "ET": "Ethiopia|Abyssinia",
    "FJ": "Fiji|Fiji Islands",
    "FK": "Falkland Islands|Falklands|Malvinas|Islas Malvinas|Malvinas Islands",
    "FM": "Micronesia|Federated States of Micronesia|FSM",
    "FO": "Faroe Islands|Faroes|Faeroe Islands|Faeroes",
    "FR": "France|French Republic",
    "GB": "United Kingdom|UK|U.K.|Britain|Great Britain|United Kingdom of Great Britain and Northern Ireland"
    "|United Kingdom of Great Britain and Ireland",
    "GD": "Grenada",
    "GE": "Georgia|Republic of Georgia|Georgian SSR",
    "GM": "Gambia|The Gambia|Islamic Republic of the Gambia",
    "GN": "Guinea|Guinea-Conakry|Guinea Conakry",
    "GQ": "Equatorial Guinea|Spanish Guinea",
    "GR": "Greece|Hellas",
    "GS": "South Georgia and the South Sandwich Islands|South Georgia|South Sandwich Islands",
    "GW": "Guinea-Bissau|Guinea Bissau|Portuguese Guinea",
    "GY": "Guyana|Co-operative Republic of Guyana|Cooperative Republic of Guyana",
    "HK": "Hong Kong|Hongkong|HKSAR|Hong Kong SAR",
    "HM": "Heard Island and McDonald Islands|Heard Island|McDonald Islands",
    "HT": "Haiti|Republic of Haiti",
    "HU": "Hungary|Republic of Hungary|Hungarian People's Republic",
    "ID": "Indonesia",
    "IE": "Ireland|Republic of Ireland|Irish Republic|Eire|Éire|Irish Free State",
    "IL": "Israel|State of Israel",
    "IN": "India|Bharat",
    "IO": "British Indian Ocean Territory|Chagos Archipelago|Chagos Islands|Chagos",
    "IR": "Iran|Islamic Republic of Iran",
    "IS": "Iceland|Republic of Iceland",
    "IT": "Italy|Italia",
    "JO": "Jordan|Hashemite Kingdom of Jordan|Transjordan",
    "JP": "Japan|Nippon|Nihon|State of Japan",
    "KG": "Kyrgyzstan|Kyrgyz Republic|Kirghizia|Kirgizia|Kirghizstan|Kyrghyzstan",
    "KH": "Cambodia|Kampuchea|Democratic Kampuchea|People's Republic of Kampuchea|Khmer Republic",
    "KM": "Comoros|Comoro Islands|Comoros Islands|Federal Islamic Republic of the Comoros",
    "KN": "Saint Kitts and Nevis|St. Kitts and Nevis|St Kitts and Nevis|St. Kitts|Saint Kitts|Nevis"
    "|Saint Christopher and Nevis",
    "KP": "North Korea|DPRK|D.P.R.K.|DPR Korea|DPR of Korea|N. Korea|N Korea|Democratic People's Republic of Korea",
    "KR": "South Korea|ROK|R.O.K.|Republic of Korea|S. Korea|S Korea",
    "KZ": "Kazakhstan|Kazakstan|Kazakh SSR",
    "LA": "Laos|Lao PDR|Lao People's Democratic Republic|Lao People's Democratic Rep.",
    "LB": "Lebanon|Lebanese Republic",
    "LC": "Saint Lucia|St. Lucia|St Lucia",
    "LK": "Sri Lanka",
    "LY": "Libya|Libyan Arab Jamahiriya|Great Socialist People's Libyan Arab Jamahiriya|Libyan Arab Republic"
    "|Jamahiriya|State of Libya|Lybia",
    "MD": "Moldova|Republic of Moldova|Moldavia|Moldovan Republic",
    "ME": "Montenegro|Crna Gora",
    "MF": "Saint Martin|St. Martin",
    "MG": "Madagascar|Malagasy Republic",
    "MH": "Marshall Islands|Marshalls",
    "MK": "North Macedonia|Macedonia|FYROM|Former Yugoslav Republic of Macedonia|Republic of Macedonia"
    "|The former Yugoslav Republic of Macedonia",
    "MM": "Myanmar|Union of Myanmar|Republic of the Union of Myanmar|Burma",
    "MN": "Mongolia|Outer Mongolia|Mongolian People's Republic",
    "MO": "Macau|Macao",
    "MP": "Northern Mariana Islands|Northern Marianas",
    "MR": "Mauritania",
    "MV": "Maldives|Maldive Islands",
    "MW": "Malawi",
    "MX": "Mexico|United Mexican States|Estados Unidos Mexicanos|México",
    "MY": "Malaysia|Federation of Malaysia",
    "MZ": "Mozambique|Moçambique|People's Republic of Mozambique",
    "NA": "Namibia",
    "NE": "Niger|Republic of Niger",
    "NG": "Nigeria",
    "NL": "Netherlands|The Netherlands|Holland|Kingdom of the Netherlands",
    "NP": "Nepal|Kingdom of Nepal",
    "NR": "Nauru",
    "NZ": "New Zealand|Aotearoa|N.Z.",
    "PG": "Papua New Guinea|PNG|Papua-New Guinea",
    "PH": "Philippines|Philippine Islands|The Philippines|Philippine Republic",
    "PK": "Pakistan|West Pakistan",
    "PL": "Poland|Polish People's Republic",
    "PM": "Saint Pierre and Miquelon|St. Pierre and Miquelon|St Pierre and Miquelon",
    "PN": "Pitcairn Islands|Pitcairn|Pitcairn Island",
    "PS": "Palestine|State of Palestine|Palestinian territories|Palestinian Territories|Occupied Palestinian Territory"
    "|occupied Palestinian territory|Occupied Palestinian Territories|occupied Palestinian territories"
    "|Palestinian Territory",
    "PT": "Portugal",
    "PW": "Palau|Belau",
    "RE": "Réunion|Reunion Island|La Réunion",
    "RO": "Romania|Rumania|Roumania|Socialist Republic of Romania",
    "RS": "Serbia|Servia",
    "RU": "Russia|Russian Federation|Rossiya|RSFSR",
    "RW": "Rwanda|Ruanda|Republic of Rwanda",
    "SA": "Saudi Arabia|KSA|Kingdom of Saudi Arabia",
    "SB": "Solomon Islands|Solomons",
    "SD": "Sudan|The Sudan",
    "SG": "Singapore",
    "SH": "Saint Helena|St. Helena|St Helena|Saint Helena, Ascension and Tristan da Cunha",
    "SI": "Slovenia|Republic of Slovenia",
    "SJ": "Svalbard and Jan Mayen",
    "SK": "Slovakia|Slovak Republic",
    "SM": "San Marino",
    "SO": "Somalia|Somali Republic|Somali Democratic Republic",
    "SR": "Suriname|Surinam|Dutch Guiana",
    "ST": "São Tomé and Príncipe|Sao Tome and Principe|Sao Tome|São Tomé",
    "SV": "El Salvador",
    "SX": "Sint Maarten|St. Maarten",
    "SY": "Syria|Syrian Arab Republic",
    "SZ": "Eswatini|Swaziland|Kingdom of Swaziland",
    "TD": "Chad|Tchad",
    "TF": "French Southern Territories|French Southern and Antarctic Lands",
    "TG": "Togo|Togoland",
    "TH": "Thailand|Kingdom of Thailand",
    "TJ": "Tajikistan|Tadzhikistan|Tadjikistan|Tajik SSR",
    "TK": "Tokelau|Tokelau Islands",
    "TL": "East Timor|Timor-Leste|Timor Leste|Democratic Republic of East Timor",
    "TM": "Turkmenistan|Turkmenia|Turkmen SSR",
    "TN": "Tunisia|Tunisian Republic",
    "TO": "Tonga",
    "TR": "Turkey|Türkiye|Turkiye|Republic of Turkey",
    "TT": "Trinidad and Tobago|Trinidad & Tobago|Trinidad|Tobago",
    "TW": "Taiwan|Republic of China|Formosa|ROC|R.O.C.|Chinese Taipei|Nationalist China",
    "TZ": "Tanzania|United Republic of Tanzania",
    "UA": "Ukraine|The Ukraine|Ukrainian SSR",
    "UM": "United States Minor Outlying Islands",
    "US": "United States|United States of America|US|U.S.|USA|U.S.A.|U. S.|America|U.S. of A."
    "|U.S",
    "UZ": "Uzbekistan|Uzbek SSR",
    "VA": "Vatican City|Vatican|Holy See|Vatican City State|State of the Vatican City",
    "VC": "Saint Vincent and the Grenadines|St. Vincent and the Grenadines|St Vincent and the Grenadines"
    "|Saint Vincent|St. Vincent|Grenadines",
    "VE": "Venezuela|Bolivarian Republic of Venezuela|Republic of Venezuela",
    "VG": "British Virgin Islands|BVI",
    "VI": "United States Virgin Islands|U.S. Virgin Islands|US Virgin Islands|Virgin Islands",
    "VN": "Vietnam|Viet Nam|Viet-Nam|Socialist Republic of Vietnam|Socialist Republic of Viet Nam|SRV",
    "VU": "Vanuatu|Republic of Vanuatu",
    "WS": "Samoa|Western Samoa",
    "YE": "Yemen|Yemeni Republic",
    "ZA": "South Africa|Union of South Africa|Republic of South Africa",
    "ZM": "Zambia|Northern Rhodesia",
    "ZW": "Zimbabwe|Zimbabwe-Rhodesia",
}

# Countries and disputed states without a code of their own in ISO 3166-1: name, code or nothing, aliases.
BESIDE_ISO = [
    ("England", "GB", ""),
    ("Scotland", "GB", ""),
    ("Wales", "GB", "Cymru"),
    ("Northern Ireland", "GB", "Ulster"),
    ("Kosovo", "XK", "Republic of Kosovo|Kosova|Kosovo and Metohija"),
    ("Abkhazia", "GE", "Republic of Abkhazia"),
    ("South Ossetia", "GE", "Republic of South Ossetia"),
    ("Transnistria", "MD", "Transdniestria|Trans-Dniester|Pridnestrovie|Transdniester|Transnistrian Moldovan Republic"),
    ("Nagorno-Karabakh", "AZ", "Nagorno Karabakh|Nagorny Karabakh|Artsakh|Karabakh|Republic of Artsakh"),
    ("Northern Cyprus", "CY", "Turkish Republic of Northern Cyprus|TRNC|North Cyprus"),
    ("Somaliland", "SO", "Republic of Somaliland"),
    ("Puntland", "SO", ""),
    ("Korea", "", ""),
    ("Crimea", "UA", "Crimean Peninsula|Autonomous Republic of Crimea"),
    ("Chechnya", "RU", "Chechen Republic|Chechen Republic of Ichkeria|Ichkeria"),
    ("Kurdistan", "", "Iraqi Kurdistan|Kurdistan Region|Kurdistan Region of Iraq"),
    ("Donetsk People's Republic", "UA", "DPR|DNR"),
    ("Luhansk People's Republic", "UA", "Lugansk People's Republic|LPR|LNR"),
    ("Republika Srpska", "BA", "Bosnian Serb Republic|Serb Republic"),
    ("Zanzibar", "TZ", ""),
    ("Tibet", "CN", "Tibet Autonomous Region|Xizang"),
]

# How often foreign news speaks of the country (0 to 255); 150 where not listed.
PROMINENT = {
    255: "US CN RU GB FR DE JP IN",
    240: "IR IQ IL SY UA TR SA KR KP PK AF CA IT ES BR EG AU MX PL",
    220: "NL BE CH SE NO DK FI AT GR PT CZ HU RO BG IE ZA NG KE ET SD LY DZ MA TN JO LB YE AE QA KW PS ID MY SG TH "
    "VN PH MM BD LK NP TW HK AR CL CO PE VE CU NZ RS HR BA UZ KZ BY AZ AM CD SO",
    70: "UM BV HM TF GS CC CX NF PN TK WF YT BL MF SX BQ SJ IO NU AX",
}


def weights() -> dict[str, int]:
    return {code: weight for weight, codes in PROMINENT.items() for code in codes.split()}


def rows() -> list[str]:
    weight = weights()
    table = []
    for country in pycountry.countries:
        code = country.alpha_2
        usual = USUAL.get(code, country.name).split("|")
        formal = getattr(country, "official_name", "").removeprefix("the ")
        plain = [name for name in (country.name, formal) if name and "," not in name and "(" not in name]
        aliases = dict.fromkeys(usual[1:] + plain)
        aliases.pop(usual[0], None)
        table.append((usual[0], "|".join(aliases), code, country.alpha_3, weight.get(code, 150)))
    for name, code, aliases in BESIDE_ISO:
        table.append((name, aliases, code, "", 200))
    return sorted("\t".join(map(str, row)) for row in table)


def main() -> None:
    columns = "name\taliases\tiso3166\talpha3\tweight\n"
    OUTPUT.write_text(HEADER + columns + "\n".join(rows()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

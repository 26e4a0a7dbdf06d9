"""The table a new house starts with: few lines a country, none of them checked by us.

Numbers seen in public directories (sandunwira/CrisisHotlines, MIT, 2024-11; open-helplines, CC0).
Every one is shown as "not yet checked by us" until a person of this house has called it.
"""

from typing import NamedTuple

A = "always"


class Line(NamedTuple):
    name: str
    method: str
    dial: str
    display: str
    hours: str = ""
    is_free: bool = False
    for_young: bool = False


class Land(NamedTuple):
    name: str
    emergency: str
    zone: str
    languages: str
    lines: tuple[Line, ...]


LANDS: dict[str, Land] = {
    "AT": Land(
        "Austria",
        "112",
        "Europe/Vienna",
        "German",
        (
            Line("TelefonSeelsorge", "call", "142", "142", A, True),
            Line("Rat auf Draht", "call", "147", "147", A, True, True),
        ),
    ),
    "AU": Land(
        "Australia",
        "000",
        "Australia/Sydney",
        "English",
        (
            Line("Lifeline", "call", "131114", "13 11 14", A),
            Line("Suicide Call Back Service", "call", "1300659467", "1300 659 467", A),
            Line("Kids Helpline", "call", "1800551800", "1800 55 1800", A, True, True),
        ),
    ),
    "BE": Land(
        "Belgium",
        "112",
        "Europe/Brussels",
        "Dutch, French",
        (
            Line("Zelfmoordlijn 1813", "call", "1813", "1813", A, True),
            Line("Télé-Accueil", "call", "107", "107", A, True),
            Line("Awel", "call", "102", "102", "", True, True),
        ),
    ),
    "BR": Land(
        "Brazil",
        "192",
        "America/Sao_Paulo",
        "Portuguese",
        (Line("Centro de Valorização da Vida", "call", "188", "188", A, True),),
    ),
    "CA": Land(
        "Canada",
        "911",
        "America/Toronto",
        "English, French",
        (
            Line("Suicide Crisis Helpline", "call", "988", "988", A, True),
            Line("Suicide Crisis Helpline", "text", "988", "text 988", A, True),
        ),
    ),
    "CH": Land(
        "Switzerland",
        "144",
        "Europe/Zurich",
        "German, French, Italian",
        (
            Line("Die Dargebotene Hand", "call", "143", "143", A),
            Line("Pro Juventute 147", "call", "147", "147", A, True, True),
        ),
    ),
    "DE": Land(
        "Germany",
        "112",
        "Europe/Berlin",
        "German",
        (
            Line("TelefonSeelsorge", "call", "08001110111", "0800 111 0 111", A, True),
            Line("Nummer gegen Kummer", "call", "116111", "116 111", "", True, True),
        ),
    ),
    "DK": Land(
        "Denmark",
        "112",
        "Europe/Copenhagen",
        "Danish",
        (Line("Livslinien", "call", "70201201", "70 201 201"),),
    ),
    "ES": Land(
        "Spain",
        "112",
        "Europe/Madrid",
        "Spanish",
        (
            Line("Línea 024", "call", "024", "024", A, True),
            Line("Fundación ANAR", "call", "900202010", "900 20 20 10", A, True, True),
        ),
    ),
    "FI": Land(
        "Finland",
        "112",
        "Europe/Helsinki",
        "Finnish, Swedish",
        (Line("Kriisipuhelin", "call", "0925250111", "09 2525 0111", A),),
    ),
    "FR": Land(
        "France",
        "15",
        "Europe/Paris",
        "French",
        (
            Line("3114", "call", "3114", "3114", A, True),
            Line(
                "Fil Santé Jeunes", "call", "0800235236", "0 800 235 236", "09:00-23:00", True, True
            ),
        ),
    ),
    "GB": Land(
        "United Kingdom",
        "999",
        "Europe/London",
        "English",
        (
            Line("Samaritans", "call", "116123", "116 123", A, True),
            Line("Shout", "text", "85258", "text SHOUT to 85258", A, True),
            Line("Childline", "call", "08001111", "0800 1111", A, True, True),
        ),
    ),
    "IE": Land(
        "Ireland",
        "112",
        "Europe/Dublin",
        "English",
        (
            Line("Samaritans", "call", "116123", "116 123", A, True),
            Line("Text About It", "text", "50808", "text HELLO to 50808", A, True),
            Line("Pieta", "call", "1800247247", "1800 247 247", A, True),
            Line("Childline", "call", "1800666666", "1800 66 66 66", A, True, True),
        ),
    ),
    "IL": Land(
        "Israel",
        "101",
        "Asia/Jerusalem",
        "Hebrew, Arabic, English, Russian",
        (Line("ERAN", "call", "1201", "1201", A, True),),
    ),
    "IN": Land(
        "India",
        "112",
        "Asia/Kolkata",
        "English, Hindi and others",
        (Line("Tele MANAS", "call", "14416", "14416", A, True),),
    ),
    "IT": Land(
        "Italy",
        "112",
        "Europe/Rome",
        "Italian",
        (
            Line("Telefono Amico Italia", "call", "0223272327", "02 2327 2327"),
            Line("Telefono Azzurro", "call", "19696", "19696", A, True, True),
        ),
    ),
    "JP": Land(
        "Japan",
        "119",
        "Asia/Tokyo",
        "Japanese",
        (Line("Yorisoi Hotline", "call", "0120279338", "0120 279 338", A, True),),
    ),
    "KE": Land(
        "Kenya",
        "999",
        "Africa/Nairobi",
        "English, Swahili",
        (
            Line("Befrienders Kenya", "call", "+254722178177", "+254 722 178 177"),
            Line("Childline Kenya", "call", "116", "116", A, True, True),
        ),
    ),
    "KR": Land(
        "South Korea",
        "119",
        "Asia/Seoul",
        "Korean",
        (Line("Suicide prevention line", "call", "109", "109", A, True),),
    ),
    "MX": Land(
        "Mexico",
        "911",
        "America/Mexico_City",
        "Spanish",
        (Line("Línea de la Vida", "call", "8009112000", "800 911 2000", A, True),),
    ),
    "NL": Land(
        "Netherlands",
        "112",
        "Europe/Amsterdam",
        "Dutch",
        (
            Line("113 Zelfmoordpreventie", "call", "08000113", "0800 0113", A, True),
            Line("De Kindertelefoon", "call", "08000432", "0800 0432", "11:00-21:00", True, True),
        ),
    ),
    "NO": Land(
        "Norway",
        "113",
        "Europe/Oslo",
        "Norwegian",
        (
            Line("Mental Helse Hjelpetelefonen", "call", "116123", "116 123", A, True),
            Line("Alarmtelefonen for barn og unge", "call", "116111", "116 111", A, True, True),
        ),
    ),
    "NZ": Land(
        "New Zealand",
        "111",
        "Pacific/Auckland",
        "English, Māori",
        (
            Line("1737", "call", "1737", "1737", A, True),
            Line("1737", "text", "1737", "text 1737", A, True),
        ),
    ),
    "PL": Land(
        "Poland",
        "112",
        "Europe/Warsaw",
        "Polish",
        (
            Line("Centrum Wsparcia", "call", "800702222", "800 70 2222", A, True),
            Line("Telefon zaufania dla dzieci", "call", "116111", "116 111", A, True, True),
        ),
    ),
    "PT": Land(
        "Portugal",
        "112",
        "Europe/Lisbon",
        "Portuguese",
        (Line("Voz de Apoio", "call", "225506070", "225 50 60 70"),),
    ),
    "SE": Land(
        "Sweden",
        "112",
        "Europe/Stockholm",
        "Swedish",
        (
            Line("Självmordslinjen", "call", "90101", "90101", A, True),
            Line("Bris", "call", "116111", "116 111", A, True, True),
        ),
    ),
    "SG": Land(
        "Singapore",
        "995",
        "Asia/Singapore",
        "English",
        (Line("Samaritans of Singapore", "call", "1767", "1767", A, True),),
    ),
    "US": Land(
        "United States",
        "911",
        "America/New_York",
        "English, Spanish",
        (
            Line("988 Suicide & Crisis Lifeline", "call", "988", "988", A, True),
            Line("988 Suicide & Crisis Lifeline", "text", "988", "text 988", A, True),
            Line("Crisis Text Line", "text", "741741", "text HOME to 741741", A, True),
        ),
    ),
    "ZA": Land(
        "South Africa",
        "112",
        "Africa/Johannesburg",
        "English and others",
        (Line("SADAG helpline", "call", "0800567567", "0800 567 567", A, True),),
    ),
}

"""Lines of the rest of the world: see `lines`."""

from community.help.line import A, Land, Line

LANDS: dict[str, Land] = {
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
    "HK": Land(
        "Hong Kong",
        "999",
        "Asia/Hong_Kong",
        "Cantonese, English",
        (
            Line("The Samaritans", "call", "28960000", "2896 0000"),
            Line("Suicide Prevention Services", "call", "23820000", "2382 0000"),
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
    "SG": Land(
        "Singapore",
        "995",
        "Asia/Singapore",
        "English",
        (Line("Samaritans of Singapore", "call", "1767", "1767", A, True),),
    ),
    "TH": Land(
        "Thailand",
        "191",
        "Asia/Bangkok",
        "Thai",
        (Line("1323", "call", "1323", "1323"),),
    ),
    "TW": Land(
        "Taiwan",
        "119",
        "Asia/Taipei",
        "Mandarin",
        (
            Line("1925", "call", "1925", "1925", "", True),
            Line("Lifeline 1995", "call", "1995", "1995"),
        ),
    ),
    "US": Land(
        "United States",
        "911",
        "America/New_York",
        "English, Spanish",
        (
            Line("988 Suicide & Crisis Lifeline", "call", "988", "988", A, True),
            Line("988 Suicide & Crisis Lifeline", "text", "988", "text 988", A, True),
            Line(
                "988 Suicide & Crisis Lifeline",
                "chat",
                "",
                "988lifeline.org/chat",
                A,
                True,
                url="https://988lifeline.org/chat/",
            ),
            Line("Crisis Text Line", "text", "741741", "text HOME to 741741", A, True),
        ),
    ),
    "UY": Land(
        "Uruguay",
        "911",
        "America/Montevideo",
        "Spanish",
        (Line("Línea de Prevención del Suicidio", "call", "08000767", "0800 0767", "", True),),
    ),
    "ZA": Land(
        "South Africa",
        "112",
        "Africa/Johannesburg",
        "English and others",
        (Line("SADAG helpline", "call", "0800567567", "0800 567 567", A, True),),
    ),
}

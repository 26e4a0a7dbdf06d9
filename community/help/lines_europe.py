"""Lines of Europe: see `lines`."""

from community.help.line import A, Land, Line

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
    "CZ": Land(
        "Czechia",
        "112",
        "Europe/Prague",
        "Czech",
        (
            Line("Linka první psychické pomoci", "call", "116123", "116 123", "", True),
            Line("Linka bezpečí", "call", "116111", "116 111", "", True, True),
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
    "GR": Land(
        "Greece",
        "112",
        "Europe/Athens",
        "Greek",
        (Line("Γραμμή Παρέμβασης για την Αυτοκτονία 1018", "call", "1018", "1018"),),
    ),
    "HU": Land(
        "Hungary",
        "112",
        "Europe/Budapest",
        "Hungarian",
        (
            Line("Telefonos Lelki Elsősegély", "call", "116123", "116 123", "", True),
            Line("Kék Vonal", "call", "116111", "116 111", "", True, True),
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
    "IS": Land(
        "Iceland",
        "112",
        "Atlantic/Reykjavik",
        "Icelandic",
        (Line("Hjálparsími Rauða krossins", "call", "1717", "1717", "", True),),
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
    "LT": Land(
        "Lithuania",
        "112",
        "Europe/Vilnius",
        "Lithuanian",
        (
            Line("Vilties linija", "call", "116123", "116 123", "", True),
            Line("Vaikų linija", "call", "116111", "116 111", "", True, True),
        ),
    ),
    "LU": Land(
        "Luxembourg",
        "112",
        "Europe/Luxembourg",
        "Luxembourgish, French, German",
        (Line("SOS Détresse", "call", "454545", "45 45 45"),),
    ),
    "LV": Land(
        "Latvia",
        "112",
        "Europe/Riga",
        "Latvian",
        (
            Line("Krīzes tālrunis", "call", "116123", "116 123", "", True),
            Line("Bērnu tālrunis", "call", "116111", "116 111", "", True, True),
        ),
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
    "SI": Land(
        "Slovenia",
        "112",
        "Europe/Ljubljana",
        "Slovenian",
        (
            Line("Zaupni telefon Samarijan", "call", "116123", "116 123", "", True),
            Line("TOM telefon", "call", "116111", "116 111", "", True, True),
        ),
    ),
    "UA": Land(
        "Ukraine",
        "112",
        "Europe/Kyiv",
        "Ukrainian",
        (Line("Lifeline Ukraine", "call", "7333", "7333", "", True),),
    ),
}

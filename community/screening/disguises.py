"""Words that people disguise, the ways they are misspelt, and letters that look like others.

`CONFUSABLES` holds the Cyrillic, Greek and symbol letters that are drawn like Latin ones
(from the idea of Unicode TR 39; only those met in disguised words). Compatibility forms such
as full-width or mathematical letters are undone by NFKD and need no entry.
"""

from __future__ import annotations

import re

RISKY = frozenset(
    """
    suicide suicidal kill killing killed die dying dead death hang hanging hanged self myself
    yourself himself herself unalive unaliving overdose overdosed overdosing pills noose
    cut cutting kms kys slit wrists harm hurt rope gun jump murder shoot stab bleach drown
    """.split()
)

_SPELLINGS = {
    "suicide": "suicde sucide suiside suicid suiced suicude suicied suecide sucidie suicie soocide"
    " suiccide sewerslide sewercide suacide siucide sucicide",
    "suicidal": "suicdal sucidal suicidial suicidel sucicidal suicical suisidal suicudal siucidal",
    "kill myself": "killmyself kilmyself",
    "kill yourself": "killyourself killurself killyoself",
    "myself": "myslef myswlf mysel mysself mysefl meself mysrlf myselff myselg mysekf",
    "yourself": "urself yoself yourslef yourselve urselves ureself",
    "kill": "kil kll killl kiill",
    "killing": "kiling killin kililng",
    "want to die": "wannadie wanttodie",
    "overdose": "overdoes overdoze ovredose",
    "overdosed": "overdosd od'd oded",
    "unalive": "unalived unaliv unliving",
    "die": "dieee dye d1e",
    "tried": "tryed tired",
    "alive": "aliv alve",
    "anymore": "anymor anymroe",
    "depressed": "deppressed depresed",
    "want": "wnat watn",
    "tonight": "tonite 2nite tnite tonigt tonught",
    "tomorrow": "tmr tmrw tmrow tomorow tommorow tommorrow tomorroe",
    "committing": "commiting comitting",
    "commit": "comit",
}
# "tired" and "dye" are words of their own and are never "corrected".
_KEEP = frozenset({"tired", "dye"})
MISSPELT = {
    wrong: right
    for right, wrongs in _SPELLINGS.items()
    for wrong in wrongs.split()
    if wrong not in _KEEP
}

CONFUSABLES = {
    **dict(zip("авеёзкмнорстухіјѕһԁԛԝгпи", "abee3kmhopctyxijshdqwrnu", strict=True)),
    **dict(zip("АВЕЗКМНОРСТУХІЈЅ", "abe3kmhopctyxijs", strict=True)),
    **dict(zip("αβεικνορτυχωγη", "abeikvoptuxwyn", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx", strict=True)),
    **dict(zip("ıłøđħðþæœƒɡ⁄＠•·。€", "ilodhdpaofg/@...e", strict=True)),
}

LONGEST = 24
_STRETCHED = re.compile(r"([a-z])\1\1")


def respelt(word: str) -> str:
    """The plain word behind "suicde" or "diiie"; empty when there is none."""
    if word in MISSPELT:
        return MISSPELT[word]
    run = _STRETCHED.search(word)
    if run is None or len(word) > LONGEST:
        return ""
    letter = run.group(1)
    for times in (1, 2):
        plain = re.sub(letter + "{3,}", letter * times, word)
        if plain in RISKY or plain in MISSPELT:
            return MISSPELT.get(plain, plain)
    return ""

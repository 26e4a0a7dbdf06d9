"""Numbers that always pass, and the words that platforms, streets and spelled numbers are made of."""

from __future__ import annotations

# Helplines and emergency numbers, digits only. A number also passes behind a country code.
# Sources: SAFETY.md part 3 and the services' own pages; to be re-checked before a release.
HELPLINES = frozenset(
    """
    988 116123 85258 741741 686868 50808 1800247247 131114 1300659467 1800551800 1737 3114
    08001110111 08001110222 08001110550 116111 116117 0120279338 14416 188 109 911 999 112 000 111
    18002738255 8002738255 18664887386 8664887386 18006624357 8006624357 0800585858 08001111
    08000684141 08082000247 03003047000 03001233393 18009506264 8009506264 18007997233 8007997233
    8775658860 1300224636 1800650890 0800543354 0508828865 18334564566 18006686868 9152987821
    18602662345 18002333330 08000113 113 0145394000 1800833634 08088010811 08000119100 67421 678678
    45645 1393 1577 0800543800 1800737732 1300789978 18555282788 0508820113 08457909090
    """.split()
)
HELP_SITES = frozenset(
    """
    988lifeline.org samaritans.org samaritans.ie findahelpline.com crisistextline.org nhs.uk
    giveusashout.org befrienders.org lifeline.org.au beyondblue.org.au mind.org.uk thecalmzone.net
    papyrus-uk.org childline.org.uk kidshelpline.com.au thetrevorproject.org nami.org
    suicidepreventionlifeline.org telefonseelsorge.de 113.nl 1737.org.nz pieta.ie talksuicide.ca
    headspace.org.au veteranscrisisline.net translifeline.org hubofhope.co.uk rethink.org
    """.split()
)
DIGIT_WORDS = {
    "zero": "0", "nought": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "hundred": "00",
}  # fmt: skip
PLATFORM = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|sc|discord|disc|telegram|tg|whats ?app|wapp|kik|signal|wechat|"
    r"facebook|fb|messenger|twitter|tik ?tok|reddit|skype|steam|psn|xbox live|gamertag|viber|threads|"
    r"mastodon|bluesky|bsky|linkedin|venmo|cash ?app|onlyfans|tumblr|roblox|session|matrix|imessage|"
    r"facetime|hangouts|line id|zalo|vk|youtube)"
)
PROVIDER = r"(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|protonmail|proton|aol|live|gmx|msn|tutanota|tuta|zoho|fastmail|mail)"
TLD = (
    r"(?:com|org|net|edu|gov|io|gg|co\.uk|org\.uk|ac\.uk|uk|app|chat|dev|info|biz|xyz|club|site|online|"
    r"de|fr|nl|eu|ca|com\.au|org\.au|au|nz|ie|es|ly|tv|link|page|blog|social|pm|ch|at|pl|se|dk|ru|br|mx|jp)"
)
STREET = (
    r"(?:street|road|avenue|lane|crescent|boulevard|terrace|mews|st|rd|ave|ln|blvd|drive|court|"
    r"gardens|grove|parade|highway|cres|gdns)"
)
# Written as a street only with capitals in the original: "12 Mill Way", not "2 nights way past".
WEAK_STREET = (
    r"(?:way|place|pl|walk|park|hill|row|square|sq|rise|view|green|quay|dr|ct|path|circle|close)"
)
# The other words of which one stands in an address with a number.
IN_ADDRESSES = r"(?:rue|calle|via|rua|box|house|building|towers?|halls?|lodge|block)"
UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen"
)
NOT_A_STREET = frozenset(
    """
    minutes minute hours hour days day weeks week months month years year times time people miles
    mile km metres meters blocks of on the down in from at up off to along across and steps nights
    am pm percent mg pounds dollars out or more my this that a an is
    """.split()
)
NOT_A_HANDLE = frozenset(
    """
    a an the my your his her is are was not so too very full private public gone deleted all just
    and or but because for with about making make makes made it that this they there here been
    being really where what when how if on in at to of full boring dead down back off new old empty
    feed page account post posts story stories app group groups chat friends people videos video
    me you him them us i we everyone someone anymore again now today instead mostly only always never
    bad good toxic fake broken annoying addictive anything nothing blocked banned hacked better
    worse fine working killing messages message notifications notification login crashed crashing
    """.split()
)

"""The demo's groups: what they say of themselves, who is in them, what their rooms are called."""

from dataclasses import dataclass

from groups.enums import Door


@dataclass(frozen=True, slots=True)
class Place:
    """One group with a live room and a wall. Its words are in `words/<slug>.live.txt` and
    `words/<slug>.wall.txt`."""

    slug: str
    title: str
    description: str
    agreement: str
    speaks_of: str
    live: str
    wall: str
    members: tuple[str, ...]
    moderators: tuple[str, ...]
    door: Door = Door.OPEN
    asks: tuple[tuple[str, str], ...] = ()  # who waits for an answer, and their sentence


PLACES = (
    Place(
        slug="the-front-room",
        title="The front room",
        description=(
            "A place to arrive, for everybody who is new or not sure where to go. Say hello, sit "
            "down, read along. Somebody from the team is here in the evenings and shows you round."
        ),
        agreement=(
            "What is said here stays here.\nNobody has to talk. Reading is taking part.\n"
            "We ask before we give advice."
        ),
        speaks_of="new\nhello\nnot sure\nfirst time\nalone\nlonely",
        live="The front room",
        wall="Hello wall",
        members=("Ana", "Ben", "Dora", "Juno", "Karim", "Mats", "Wren"),
        moderators=("Emil", "Noor"),
    ),
    Place(
        slug="long-evenings",
        title="Long evenings",
        description=(
            "For the hours when the day is over and the night is long. People who lie awake, come "
            "off late shifts, or find nine o'clock the hardest hour keep each other company here."
        ),
        agreement=(
            "What is said here stays here.\nCompany first, advice only when somebody asks.\n"
            "We leave out how anyone was hurt."
        ),
        speaks_of=(
            "sleep\ncan't sleep\nawake\nnight\nnights\ninsomnia\ntired\nevening\nlonely\n"
            "late shift\nexhausted"
        ),
        live="The long evening",
        wall="Small hours wall",
        members=("Ana", "Ben", "Juno", "Mats", "Pia"),
        moderators=("Emil", "Noor"),
    ),
    Place(
        slug="heavy-days",
        title="Heavy days",
        description=(
            "For days when everything weighs more than it did yesterday. Nobody has to be quick, "
            "cheerful or finished here. Small things count, and so does coming to say that there "
            "was none."
        ),
        agreement=(
            "What is said here stays here.\nNobody has to sparkle.\n"
            "Spanner or soup: we ask which one is wanted."
        ),
        speaks_of=(
            "low\nsad\nheavy\nempty\nflat\nhopeless\npointless\ndepressed\ndepression\ntired\n"
            "no energy\ncan't get up\nnumb"
        ),
        live="The slow table",
        wall="One small thing",
        members=("Ana", "Marta", "Mats", "Sol", "Theo", "Wren"),
        moderators=("Noor",),
    ),
    Place(
        slug="busy-mind",
        title="Busy mind",
        description=(
            "For heads full of bees. Worry, panic in the shop, thoughts that go round: we look for "
            "what helped once, laugh now and then, and breathe out longer than in."
        ),
        agreement=(
            "What is said here stays here.\nIdeas only when they are asked for, two at most.\n"
            "Nothing here is advice for everybody."
        ),
        speaks_of=(
            "worry\nworried\nanxious\nanxiety\npanic\nnervous\nafraid\nscared\nstress\n"
            "overthinking\nheart racing"
        ),
        live="Breathing space",
        wall="What helped once",
        members=("Cleo", "Juno", "Karim", "Sol", "Theo"),
        moderators=("Noor",),
    ),
    Place(
        slug="near-someone",
        title="Near someone",
        description=(
            "For people who are close to somebody who is having a hard time. Parents, partners, "
            "sisters, friends: here you may talk about yourself."
        ),
        agreement=(
            "What is said here stays here.\nWe speak of others as if they could read it.\n"
            "Being tired of it is allowed."
        ),
        speaks_of=(
            "my son\nmy daughter\nmy sister\nmy brother\nmy mother\nmy father\nmy partner\n"
            "my husband\nmy wife\nmy friend\ncaring for\ncarer\nfamily"
        ),
        live="The kitchen table",
        wall="Said out loud",
        members=("Cleo", "Dora", "Pia", "Theo"),
        moderators=("Emil",),
    ),
    Place(
        slug="after-a-loss",
        title="After a loss",
        description=(
            "A small, private circle for people who have lost somebody. There is no order to grief "
            "here, and no speed. Tell us in one sentence why you would like to come; somebody from "
            "the team answers within a day."
        ),
        agreement=(
            "What is said here stays here.\nWe do not say “at least”.\nNames may be said, and need not be."
        ),
        speaks_of=(
            "died\ndeath\nlost my\nloss\ngrief\ngrieving\nfuneral\nmiss my\nwidow\nwidower\n"
            "passed away"
        ),
        live="The quiet room",
        wall="Letters",
        members=("Ben", "Mats", "Sol"),
        moderators=("Emil", "Noor"),
        door=Door.PRIVATE,
        asks=(
            ("Wren", "My gran died in spring. I would like to read along, if that is all right."),
        ),
    ),
)

HANDOVER = (
    "Quiet evening. Wren wrote for the second time in the front room and was glad of the hello. "
    "Wren has also asked to join After a loss: please answer today. Pia had a hard week, she said "
    "company was enough. Nothing else open from my side."
)
# Written while nobody was on duty: it waits for the first moderator who opens the room.
HELD = (
    "long-evenings",
    "Ben",
    "I know it is late. Nothing is wrong, I just wanted somebody to know that I rang my brother. "
    "He picked up. I said the bad sentence and he laughed.",
)

# The line, what was told its author, and by whom.
HEARD = (
    (
        "quiet. i'm doing a jigsaw of a lighthouse. it is ALL sky emil",
        "heard",
        ("Ben", "Juno", "Pia"),
    ),
    ("i'm here. not saying anything clever. eleven lights", "helped", ("Pia",)),
)

# Noor covered where it is, and says why; the rest of the line stays.
COVERED = (
    "long-evenings",
    "at 14 Barrow Street",
    "A lovely place to sit. The street would tell strangers where to find you at night, so I covered "
    "that one bit. You can say it another way, and I read it first.",
)
# What those who look after a group leave for each other.
BACK_ROOM = (
    "long-evenings",
    "Noor",
    "Ben wrote late and it waits on the list. He would like to hear from one of us before it goes "
    "in, he told me on Tuesday.",
)
# What three members found too much, and what each told the team.
FOLDED = (
    "heavy-days",
    "Unpopular, from the soup man",
    (
        ("Wren", "I am one of those with one small thing a day. It made me feel stupid."),
        ("Sol", ""),
        ("Mats", "He means well. But somebody who reads this tonight will not come back."),
    ),
)

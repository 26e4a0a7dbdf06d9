"""What mentoring says in a pair's room, to each of the two: what is true now, what the other hopes
for, what they agreed on, and for the mentor that nobody has to hold this alone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from community.accounts import own_zone
from community.accounts.enums import TagSeen
from community.accounts.models import Person
from community.accounts.queries import tags_shown
from community.help.queries import ShownLine, emergency_number, lines_for
from community.house import queries as house
from community.safety import duty
from community.safety.enums import ItemState, Level
from community.safety.models import Report
from community.safety.promise import Promise, kept_in, promise
from community.safety.queries import came_up_since
from community.safety.subjects import HOUSE
from groups.enums import MessageState, RoomState
from groups.for_two import ForTwo
from groups.models import Message, Room
from mentoring import wording
from mentoring.cards import card_of, where
from mentoring.enums import PAIR, OfferState, Style
from mentoring.matching.hours import in_words
from mentoring.matching.words import DIAGNOSIS, topics
from mentoring.models import Offer, Pair, PairAgreement
from mentoring.queries.hats import Elsewhere, elsewhere
from mentoring.queries.matching import this_week
from mentoring.queries.pairs import away_words, pair_in, stopped_words

HEAVY_FOR = timedelta(hours=24)  # how long the mentor reads that they need not hold it alone
DAYS_SHOWN = 7


@dataclass(frozen=True, slots=True)
class InRoom:
    """The pair as one of the two finds it in their room."""

    pair: Pair
    other: Person
    is_mentor: bool
    is_open: bool
    has_spoken: bool  # this person, in this room
    other_has_spoken: bool
    is_heavy: bool  # the team was called about words of the other, not long ago
    called: bool  # a second person was, and nobody has decided it yet
    agreement: PairAgreement | None
    lived_with: str  # what the member lets their mentor read of that
    has_card: bool  # the member wrote what helps in talking with them, and does not show it here
    openers: tuple[str, ...]
    cid: UUID  # names what is said in one tap, so that it is said once
    elsewhere: Elsewhere  # rooms of groups in which one of the two looks after the other
    share_named: bool  # both asked for a diagnosis to count, and they share one

    @property
    def write_card(self) -> str:
        """Where a member writes what helps in talking with them."""
        return where()

    @property
    def wears_hat(self) -> bool:
        """Whether the mentor is there as one; on a break, or suspended, they are not."""
        return not away_words(self.pair.mentor)

    @property
    def wishes(self) -> list[tuple[str, str]]:
        """What the member ticked when they asked, in words."""
        asked = self.pair.request
        zone = own_zone.zone_of(asked.person).key
        found = [
            (_("Would like to talk about"), topics(asked.topics, asked.lived)),
            (_("Has lived with"), self.lived_with),
            (_("Likes"), str(Style(asked.style).label) if asked.style else ""),
            (_("Has time"), in_words(asked.times, zone, this_week(timezone.now()))),
        ]
        return [(title, said) for title, said in found if said]

    @property
    def days(self) -> list[tuple[date, str]]:
        """The days on which an answer can be promised, tomorrow first: it is one tap."""
        today = timezone.localdate()
        ahead = [today + timedelta(days=number) for number in range(DAYS_SHOWN)]
        named = [(day, date_format(day, "l")) for day in ahead]
        named[0], named[1] = (today, _("today")), (ahead[1], _("tomorrow"))
        return [named[1], named[0], *named[2:]]


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Who is called, and how far it is. `names`: who from the team is here at this moment."""

    report: Report | None
    names: list[str]
    promise: Promise
    emergency: str
    lines: list[ShownLine]
    said: Promise | None = None  # when it was called
    is_past: bool = False  # and that time has come and gone


def said_for_two(room: Room, person: Person, now: datetime) -> ForTwo | None:
    """What stands beside the words of a pair's room, in a fixed number of questions."""
    pair = pair_in(person, room)
    if pair is None:
        return None
    said = in_room(pair, person, now=now)
    return ForTwo(
        said=said,
        head="mentoring/_room_head.html",
        top="mentoring/_room_top.html",
        box="mentoring/_room_box.html",
        now=_true_now(pair, person),
    )


def in_room(pair: Pair, person: Person, *, now: datetime) -> InRoom:
    """The pair in its room, for one of the two."""
    is_mentor = pair.mentor.person_id == person.pk
    other = pair.other_than(person)
    spoken = _who_spoke(pair)
    return InRoom(
        pair=pair,
        other=other,
        is_mentor=is_mentor,
        is_open=pair.ended_at is None and pair.room.state == RoomState.OPEN,
        has_spoken=person.pk in spoken,
        other_has_spoken=other.pk in spoken,
        is_heavy=is_mentor and _is_heavy(pair, now=now),
        called=is_mentor and _open_calls(pair).exists(),
        agreement=getattr(pair, "agreement", None),
        lived_with=_lived_with(pair) if is_mentor else "",
        has_card=not is_mentor and not pair.shown_card and bool(card_of(person)),
        openers=wording.openers(is_mentor=is_mentor),
        cid=uuid4(),
        elsewhere=elsewhere(pair),
        share_named=_share_named(pair),
    )


def second_person(pair: Pair, *, now: datetime) -> SecondPerson:
    """What is true of a second person at this moment. The lines are those of the house: nobody
    learns here where the other of the two lives."""
    here = duty.standing_by(now=now).order_by("began_at", "pk")
    country = house.current().country
    lines = [shown for shown in lines_for(country, now=now) if shown.open is not False]
    report = _calls(pair).select_related("item__taken_by").order_by("-pk").first()
    said = kept_in(report) if report else None
    return SecondPerson(
        report=report,
        said=said,
        is_past=said is not None and said.is_past(now=now),
        names=list(dict.fromkeys(here.values_list("person__handle", flat=True))),
        promise=promise(level=Level.SOON, area=HOUSE, now=now),
        emergency=emergency_number(country),
        lines=[shown for shown in lines if not shown.line.for_young][:3],
    )


def _true_now(pair: Pair, person: Person) -> str:
    """That they have stopped, or to the member that the mentor is away; else nothing."""
    if pair.ended_at is not None:
        return stopped_words(pair, person)
    return "" if pair.mentor.person_id == person.pk else away_words(pair.mentor)


def _lived_with(pair: Pair) -> str:
    """In words, as far as the member lets whom they talk with read it."""
    shown = tags_shown(pair.request.person_id, to=TagSeen.TWO)
    return "; ".join(f"{tag.get_topic_display()} ({tag.get_lived_display()})" for tag in shown)


def _share_named(pair: Pair) -> bool:
    """As it was when they said yes to each other, for as long as both let it count: nobody finds out
    more by ticking anew."""
    if not (pair.request.diagnosis and pair.mentor.diagnosis):
        return False
    said = Offer.objects.filter(request=pair.request_id, state=OfferState.ACCEPTED)
    fits = said.values_list("fits", flat=True).first() or []
    return any(kind == DIAGNOSIS for kind, _keys in fits)


def _who_spoke(pair: Pair) -> set[int]:
    """Which of the two have words in the room. One question, however much was said."""
    shown = Message.objects.filter(author=OuterRef("pk"), state=MessageState.SHOWN)
    spoke = pair.room.seats.filter(Exists(shown))
    return set(spoke.values_list("person_id", flat=True))


def _is_heavy(pair: Pair, *, now: datetime) -> bool:
    since = now - HEAVY_FOR
    said = Message.objects.filter(
        room=pair.room, author__person=pair.request.person_id, written_at__gt=since
    )
    numbers = [str(number) for number in said.values_list("pk", flat=True)]
    return came_up_since(since, kind="message", ids=numbers)


def _calls(pair: Pair) -> QuerySet[Report]:
    return Report.objects.filter(
        item__subject_kind=PAIR, item__subject_id=str(pair.pk), reporter=pair.mentor.person_id
    )


def _open_calls(pair: Pair) -> QuerySet[Report]:
    return _calls(pair).exclude(item__state=ItemState.CLOSED)

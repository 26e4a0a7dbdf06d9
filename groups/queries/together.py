"""How people are together in a live room just now: the round, the hands, who is here by name."""

from dataclasses import dataclass
from datetime import datetime

from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import may
from groups import rules_rounds
from groups.enums_rounds import IN_ROUND, NOT_SPOKEN, TurnState
from groups.models import Hand, Round, Seat
from groups.queries.company import Company, Present


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as the room knows them; `own`: the reader; `part`: "host" or "visitor"."""

    wire_id: str
    name: str
    own: bool
    part: str = ""


@dataclass(frozen=True, slots=True)
class RoundNow:
    """A round as one reader sees it. What only the host sees is empty for everybody else."""

    round: Round
    speaker: Who | None
    order: tuple[Who, ...]  # who has a turn to come
    also: tuple[Who, ...]  # who is in the round besides
    mine: str  # where the reader stands, empty for nowhere
    at_door: int  # who has the room open and sees nothing of the round
    is_over: bool  # the time of this turn
    asks: tuple[Who, ...] = ()  # for the host
    not_spoken: tuple[Who, ...] = ()  # for the host
    is_asked: bool = False  # whether the reader still has to say how they come in

    @property
    def is_gathering(self) -> bool:
        return self.round.begun_at is None

    @property
    def is_shut(self) -> bool:
        """Whether the reader sees nothing of the talk before they have said how they come in."""
        return self.is_asked and not self.is_gathering

    @property
    def may_pass(self) -> bool:
        return self.mine in (TurnState.SPEAKS, TurnState.WAITS)

    @property
    def may_ask(self) -> bool:
        return self.mine in (TurnState.LISTENS, TurnState.PASSED, TurnState.SPOKE)


@dataclass(frozen=True, slots=True)
class Together:
    """Everything of that one reader is shown."""

    round: RoundNow | None
    hands: tuple[Who, ...]
    here: tuple[Who, ...]  # by name
    listening: int
    quiet: tuple[Who, ...]  # for the host: who listens
    new: tuple[Who, ...]  # for the host and for those who greet
    is_shown: bool  # whether others see the reader's name
    leads: bool  # on duty here, or the host of what is on: gives turns, sets the pace
    speaks_between: bool  # whoever looks after the room, also while somebody has the turn

    @property
    def hand_is_up(self) -> bool:
        return any(who.own for who in self.hands)

    @property
    def listens_to(self) -> str:
        """The name of who has the turn, where the reader listens meanwhile."""
        if self.round is None or self.round.speaker is None or self.speaks_between:
            return ""
        return "" if self.round.speaker.own else self.round.speaker.name


def together(person: Person, seat: Seat, people: tuple[Present, ...], *, now: datetime) -> Together:
    """For a live room somebody from the team is in. Three queries at most (two while there is no round), but for the reader's
    roles. `people`: who has the room open, the reader among them."""
    leads = rules_rounds.may_lead(person, seat.room, seat, now=now) is None
    round = _round(seat, people, leads=leads, now=now)
    hands = Hand.objects.filter(seat__room=seat.room_id).select_related("seat__person")
    new = [one for one in people if one.is_new and one.seat != seat.pk]
    greets = leads or (bool(new) and may(person, Act.ANSWER_NEWCOMERS) is None)
    quiet = [one for one in people if not one.shown and one.seat != seat.pk]
    return Together(
        round=round,
        hands=tuple(_who(hand.seat, seat) for hand in hands),
        here=tuple(_of(one, seat) for one in people if one.shown),
        listening=len(quiet),
        quiet=tuple(_of(one, seat) for one in quiet) if leads else (),
        new=tuple(_of(one, seat) for one in new) if greets else (),
        is_shown=any(one.shown for one in people if one.seat == seat.pk),
        leads=leads,
        speaks_between=seat.moderates,
    )


def inside_round(room: str) -> frozenset[str] | None:
    """Who is in the round that runs here, by wire id; None where none runs. Two queries at most."""
    running = _running(room)
    if running is None:
        return None
    turns = running.turns.filter(state__in=IN_ROUND)
    return frozenset(turns.values_list("seat__wire_id", flat=True))


def is_shut_to(person: Person, room: str) -> bool:
    """Whether a round runs here that this member has not come into: nothing of it is said to them.
    One query where none runs."""
    running = _running(room)
    if running is None:
        return False
    inside = running.turns.filter(state__in=IN_ROUND, seat__person=person)
    looks_after = Seat.objects.filter(room=room, person=person, moderates=True)
    return not inside.exists() and not looks_after.exists()


def _running(room: str) -> Round | None:
    return Round.objects.filter(room=room, begun_at__isnull=False, ended_at=None).first()


def company_in_round(now: RoundNow, *, seat: Seat, team: set[str]) -> Company:
    """While a round runs nobody listens to it unseen: everyone in it is counted as here."""
    everyone = [*([now.speaker] if now.speaker else []), *now.order, *now.also, *now.asks]
    return Company(others=sum(not who.own and who.name not in team for who in everyone))


def _round(
    seat: Seat, people: tuple[Present, ...], *, leads: bool, now: datetime
) -> RoundNow | None:
    if not seat.room.in_round:
        return None
    round = Round.objects.filter(room=seat.room_id, ended_at=None).first()
    if round is None:
        return None
    turns = list(round.turns.select_related("seat__person"))
    mine = next((turn.state for turn in turns if turn.seat_id == seat.pk), "")
    inside = {turn.seat_id for turn in turns if turn.is_in}

    def those(*states: str) -> tuple[Who, ...]:
        return tuple(_who(turn.seat, seat) for turn in turns if turn.state in states)

    return RoundNow(
        round=round,
        speaker=next(iter(those(TurnState.SPEAKS)), None),
        order=those(TurnState.WAITS),
        also=those(*_also(leads)),
        mine=mine,
        at_door=sum(one.seat not in inside and not one.team for one in people),
        is_over=round.turn_ends_at is not None and round.turn_ends_at <= now,
        asks=those(TurnState.ASKS) if leads else (),
        not_spoken=those(*NOT_SPOKEN) if leads else (),
        is_asked=mine not in IN_ROUND and not seat.moderates,
    )


def _also(leads: bool) -> list[TurnState]:
    """Besides the speaker and the order. Who waits to be let in stands apart for the host."""
    apart = {TurnState.SPEAKS, TurnState.WAITS} | ({TurnState.ASKS} if leads else set())
    return [state for state in TurnState if state in IN_ROUND - apart]


def _who(other: Seat, reader: Seat) -> Who:
    return Who(other.wire_id, other.person.handle, other.pk == reader.pk, other.get_part_display())


def _of(one: Present, reader: Seat) -> Who:
    return Who(one.wire_id, one.name, one.seat == reader.pk, one.part)

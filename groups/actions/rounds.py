"""Talking rounds: a host opens one, gives turns, and ends it; people come in, pass, and step out.

Each act runs under the room's lock, as sending does, so that there is one speaker in every process
and words sent while a turn ends are on one side of it. Screens hear it as a numbered `round` event
that holds no word and no name.
"""

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from community.accounts.models import Person
from community.accounts.rules import may_enter_rooms
from community.record.write import write
from community.refusal import Refused, insist
from community.safety import duty
from groups import rules_rounds
from groups.append import add_event
from groups.enums import EventKind
from groups.enums_rounds import TurnState
from groups.finding import room_under_lock, seat_of
from groups.models import Hand, Room, Round, Seat, Turn
from groups.queries.company import present

MORE = timedelta(minutes=1)  # what "a little longer" adds


# What the host does -------------------------------------------------------------------------------


@transaction.atomic
def open_round(
    *, room: str, seconds: int | None = None, moves_on: bool = False, by: Person
) -> Round:
    """Opens a round: those who are here by name have a place in the order in which they came,
    listeners are asked. Nobody speaks before `next_turn`. Raises Refused."""
    where, now = _led(room, by)
    insist(rules_rounds.may_open(open_round_of(where)))
    round = Round.objects.create(
        room=where, seconds=seconds, moves_on=moves_on and seconds is not None, opened_at=now
    )
    _mark(where, in_round=True)
    shown = [one for one in present(where.pk, now=now) if one.shown and not one.team]
    Turn.objects.bulk_create(
        Turn(round=round, seat_id=one.seat, place=place, state=TurnState.WAITS)
        for place, one in enumerate(shown, start=1)
    )
    own = seat_of(by, where)
    if own is not None and not own.moderates and own.pk not in {one.seat for one in shown}:
        _put(round, own, TurnState.LISTENS)  # a round shows everyone, its host too
    write(act="open_round", by=by.pk, subject=where.place, area=where.area)
    _tell(where, round)
    return round


@transaction.atomic
def next_turn(*, room: str, after: str | None = None, by: Person) -> None:
    """The turn goes to the next in the order; where nobody is left, the talk is open. The first
    call begins the round. `after`: the wire id of who had the turn when the host decided, empty for
    nobody, so that two who press at once pass over nobody. Raises Refused."""
    where, now = _led(room, by)
    round = _insist_round(where)
    if after is None or after == _speaker_of(round):
        _move_on(where, round, left_as=TurnState.SPOKE, now=now)


@transaction.atomic
def extend_turn(*, room: str, by: Person) -> None:
    """A minute more for who has the turn. Raises Refused."""
    where, now = _led(room, by)
    round = _insist_round(where)
    if round.turn_ends_at is None:
        raise Refused(rules_rounds.NO_CLOCK)
    round.turn_ends_at, round.told_at = max(round.turn_ends_at, now) + MORE, None
    round.save(update_fields=["turn_ends_at", "told_at"])
    _tell(where, round)


@transaction.atomic
def admit_to_round(*, room: str, wire_id: str, by: Person) -> None:
    """Who came later gets a place at the end. Raises Refused."""
    where, _ = _led(room, by)
    round = _insist_round(where)
    turn = round.turns.filter(seat__wire_id=wire_id).first()
    insist(rules_rounds.may_admit(turn))
    assert turn is not None
    _put(round, turn.seat, TurnState.WAITS)
    _tell(where, round)


@transaction.atomic
def put_first(*, room: str, wire_id: str, by: Person) -> None:
    """The next turn is this person's, whatever the order was: for a raised hand, for somebody who
    passed and would like to after all. Raises Refused."""
    where, _ = _led(room, by)
    round = _insist_round(where)
    turn = round.turns.filter(seat__wire_id=wire_id).first()
    if turn is None or not turn.is_in:
        raise Refused(rules_rounds.NOT_IN_ROUND)
    if turn.state == TurnState.SPEAKS:
        return
    others = list(round.turns.exclude(pk=turn.pk))
    for place, one in enumerate([turn, *others], start=1):
        one.place = place
    turn.state = TurnState.WAITS
    Turn.objects.bulk_update([turn, *others], ["place", "state"])
    _lower(turn.seat_id)
    _tell(where, round)


@transaction.atomic
def end_round(*, room: str, by: Person) -> None:
    """The round is over and everyone writes as before. Raises Refused."""
    where, now = _led(room, by)
    _end(where, _insist_round(where), now=now)
    write(act="end_round", by=by.pk, subject=where.place, area=where.area)


# What people do -----------------------------------------------------------------------------------


@transaction.atomic
def ask_for_turn(*, room: str, by: Person) -> None:
    """Comes into the round with a turn: at once while it gathers, later when the host says yes.
    From then on the person is shown. Raises Refused."""
    where, round, seat = _taking_part(room, by)
    known = round.turns.filter(seat=seat).first()
    if known is not None and known.state in (TurnState.WAITS, TurnState.SPEAKS, TurnState.ASKS):
        return
    _put(round, seat, TurnState.ASKS if round.begun_at else TurnState.WAITS)
    _tell(where, round)


@transaction.atomic
def listen_in_round(*, room: str, by: Person) -> None:
    """Comes into the round to listen, shown by name. Raises Refused."""
    where, round, seat = _taking_part(room, by)
    known = round.turns.filter(seat=seat).first()
    if known is not None and known.is_in:
        return
    _put(round, seat, TurnState.LISTENS)
    _tell(where, round)


@transaction.atomic
def pass_turn(*, room: str, by: Person) -> None:
    """Passes, now or beforehand, for no reason. Raises Refused."""
    where, round, seat = _taking_part(room, by)
    turn = round.turns.filter(seat=seat).first()
    insist(rules_rounds.may_pass(turn))
    assert turn is not None
    _take_out(where, round, turn, left_as=TurnState.PASSED, now=timezone.now())


@transaction.atomic
def step_out(*, room: str, by: Person) -> None:
    """Leaves the round; the seat in the room stays. Nothing is said. Raises Refused."""
    where = room_under_lock(room)
    seat = seat_of(by, where)
    round = open_round_of(where)
    if seat is None or round is None:
        return
    seat_ended(where, seat, now=timezone.now())


# What happens by itself, in a room that is locked -------------------------------------------------


def open_round_of(room: Room) -> Round | None:
    """The round that is open in this room."""
    return Round.objects.filter(room=room, ended_at=None).first()


def seat_ended(room: Room, seat: Seat, *, now: datetime) -> None:
    """Somebody is not in the round any more: left, removed, gone for good. It goes on without."""
    _lower(seat.pk)
    round = open_round_of(room)
    turn = round.turns.filter(seat=seat).first() if round else None
    if round is not None and turn is not None and turn.is_in:
        _take_out(room, round, turn, left_as=TurnState.OUT, now=now)


def look_after(round: Round, room: Room, *, now: datetime) -> None:
    """What no person is needed for: ends a round nobody leads any more, goes on where the speaker
    is not here, and by the clock where the host chose so."""
    if room.place not in duty.staffed_places([room.place], now=now):
        _end(room, round, now=now)
    elif _speaker_is_gone(round):
        _move_on(room, round, left_as=TurnState.OUT, now=now)
    elif round.moves_on and round.turn_ends_at is not None and round.turn_ends_at <= now:
        _move_on(room, round, left_as=TurnState.SPOKE, now=now)


# How ----------------------------------------------------------------------------------------------


def _led(room_id: str, by: Person) -> tuple[Room, datetime]:
    """The room, locked, for who leads it now. Raises Refused."""
    room, now = room_under_lock(room_id), timezone.now()
    insist(rules_rounds.may_lead(by, room, seat_of(by, room), now=now))
    return room, now


def _insist_round(room: Room) -> Round:
    round = open_round_of(room)
    if round is None:
        raise Refused(rules_rounds.NO_ROUND)
    return round


def _taking_part(room_id: str, by: Person) -> tuple[Room, Round, Seat]:
    """The room, locked, its round and the seat of who takes part in it. Raises Refused."""
    room, now = room_under_lock(room_id), timezone.now()
    seat = seat_of(by, room)
    on_duty = room.place in duty.staffed_places([room.place], now=now)
    insist(rules_rounds.may_take_part(seat, room, on_duty=on_duty, now=now))
    assert seat is not None
    return room, _insist_round(room), seat


def _put(round: Round, seat: Seat, state: TurnState) -> None:
    """Gives the seat the last place, with this state."""
    last = round.turns.aggregate(last=Max("place"))["last"] or 0
    Turn.objects.update_or_create(
        round=round, seat=seat, defaults={"place": last + 1, "state": state}
    )


def _take_out(room: Room, round: Round, turn: Turn, *, left_as: TurnState, now: datetime) -> None:
    """One turn less; who had it is followed by the next."""
    if turn.state == TurnState.SPEAKS:
        _move_on(room, round, left_as=left_as, now=now)
        return
    turn.state = left_as
    turn.save(update_fields=["state"])
    _tell(room, round)


def _move_on(room: Room, round: Round, *, left_as: TurnState, now: datetime) -> None:
    round.turns.filter(state=TurnState.SPEAKS).update(state=left_as)
    following = round.turns.filter(state=TurnState.WAITS).first()
    round.begun_at = round.begun_at or now
    round.turn_ends_at = round.told_at = None
    if following is not None:
        following.state = TurnState.SPEAKS
        following.save(update_fields=["state"])
        _lower(following.seat_id)
        if round.seconds is not None:
            round.turn_ends_at = now + timedelta(seconds=round.seconds)
    round.save(update_fields=["begun_at", "turn_ends_at", "told_at"])
    _tell(room, round)


def _end(room: Room, round: Round, *, now: datetime) -> None:
    round.turns.filter(state=TurnState.SPEAKS).update(state=TurnState.SPOKE)
    round.ended_at, round.turn_ends_at = now, None
    round.save(update_fields=["ended_at", "turn_ends_at"])
    _mark(room, in_round=False)
    _tell(room, round)


def _mark(room: Room, *, in_round: bool) -> None:
    room.in_round = in_round
    room.save(update_fields=["in_round"])


def _lower(seat: int) -> None:
    Hand.objects.filter(seat=seat).delete()


def _speaker_of(round: Round) -> str:
    """The wire id of who has the turn; empty for nobody."""
    speaker = round.turns.filter(state=TurnState.SPEAKS).values_list("seat__wire_id", flat=True)
    return speaker.first() or ""


def _speaker_is_gone(round: Round) -> bool:
    """Whether whoever has the turn cannot write: the account is on hold, or a pause has begun."""
    turn = round.turns.filter(state=TurnState.SPEAKS).select_related("seat__person").first()
    return turn is not None and not _can_speak(turn.seat)


def _can_speak(seat: Seat) -> bool:
    paused = seat.paused_until is not None and seat.paused_until > timezone.now()
    return not paused and may_enter_rooms(seat.person) is None


def _tell(room: Room, round: Round) -> None:
    """One event: how the round stands, by wire ids and times alone."""
    now_speaks = _speaker_of(round)
    if round.ended_at is not None:
        state = "end"
    elif round.begun_at is None:
        state = "open"
    else:
        state = "turn" if now_speaks else "free"
    data = {"state": state}
    if now_speaks:
        data["now"] = now_speaks
    if round.turn_ends_at is not None:
        data["ends"] = round.turn_ends_at.astimezone(UTC).isoformat(timespec="milliseconds")
    add_event(room, kind=EventKind.ROUND, data=data)

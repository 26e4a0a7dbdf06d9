"""What is allowed in mentoring. Plain questions: None, or a Refusal that says why."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.roles import Act
from community.refusal import Refusal
from mentoring.enums import AT_WORK, MAY_APPLY, WAITING, MentorState, OfferState, RequestState
from mentoring.models import Mentor, NeverTogether, Offer, Pair, Request

NAMED_AGAIN_AFTER = timedelta(days=30)

NOT_THERE = Refusal("not_there", _("There is nothing here."), hides=True)
ALREADY_ASKED = Refusal("already_asked", _("You have asked already. One step after the other."))
ALREADY_APPLIED = Refusal("already_applied", _("Your offer to be a mentor is with the team."))
IS_MENTOR = Refusal("is_mentor", _("You are a mentor already."))
NO_LONGER = Refusal("no_longer", _("This has been taken back or answered meanwhile."))
TOO_LATE = Refusal(
    "too_late", _("The time to answer this has passed. Whoever asked can choose somebody else.")
)
NOT_FREE = Refusal("not_free", _("This mentor has no place free just now. Others may fit too."))
NO_PLACE = Refusal(
    "no_place",
    _("All your places are taken. Nothing is lost: you can add a place, or say you are not free."),
)
CHANGED_MEANWHILE = Refusal(
    "changed_meanwhile", _("The other of you has changed it meanwhile. Please read it once more.")
)
ENDED = Refusal("ended", _("You two have stopped already. Your room stays for you to read."))
NOT_PLANNED = Refusal(
    "not_planned", _("You have not chosen a day for it yet. You can, or you can stop at any time.")
)
HANDED_OVER = Refusal("handed_over", _("You have handed your letter over. It stays as it is."))
ONE_PERSON = Refusal("one_person", _("That is one person. Please name two."))
IS_PAST = Refusal("is_past", _("That time has passed. Please choose one that is ahead."))
NO_LETTER = Refusal("no_letter", _("There is no letter yet. Please write it first."))
PLAN_CHANGED = Refusal(
    "plan_changed",
    _("Something changed while you looked. Nobody was asked. Please look at the plan once more."),
)
TOO_MANY = Refusal("too_many", _("That is more people than one mentor may have here."))
ARE_A_PAIR = Refusal("are_a_pair", _("These two talk one to one now."))
YOU_ARE_A_PAIR = Refusal(
    "you_are_a_pair", _("You two talk one to one now. You can stop that first, at any time.")
)
HAS_LAPSED = Refusal(
    "has_lapsed",
    _(
        "Something you learned as a mentor is to be seen again first. Nobody new is led to you until "
        "then. You can say that you are not free right now."
    ),
)
NOT_YOUR_PAIR = Refusal(
    "not_your_pair", _("You are one of these two. You can stop, or ask somebody else who runs it.")
)
NAMED_NOT_LONG_AGO = Refusal(
    "named_not_long_ago",
    _(
        "You said this less than a month ago. You can take it back, and say something else later: "
        "so nobody finds out what others ticked by trying."
    ),
)
NOT_APPLIED = Refusal("not_applied", _("This was decided or taken back already."))
NOT_YOUR_OWN = Refusal("not_your_own", _("Somebody else answers what you offered yourself."))


def may_ask(person: Person, *, has_open_request: bool) -> Refusal | None:
    """Every member may ask, for one mentor at a time."""
    if (refusal := accounts.may_enter_rooms(person)) is not None:
        return refusal
    return ALREADY_ASKED if has_open_request else None


def may_apply(person: Person, mentor: Mentor | None) -> Refusal | None:
    """Every member may offer to be a mentor, once at a time."""
    if (refusal := accounts.may_enter_rooms(person)) is not None:
        return refusal
    if mentor is None or mentor.state in MAY_APPLY:
        return None
    return IS_MENTOR if mentor.state in AT_WORK else ALREADY_APPLIED


def may_run(person: Person) -> Refusal | None:
    """Coordinators see requests and pairs; for everybody else the page does not exist."""
    return NOT_THERE if accounts.may(person, Act.RUN_MENTORING) is not None else None


def may_decide(person: Person, mentor: Mentor) -> Refusal | None:
    """Coordinators answer those who offer; nobody answers themself."""
    if (refusal := accounts.may(person, Act.RUN_MENTORING)) is not None:
        return refusal
    if mentor.person_id == person.pk:
        return NOT_YOUR_OWN
    return None if mentor.state == MentorState.APPLIED else NOT_APPLIED


def may_verify(person: Person, mentor: Mentor) -> Refusal | None:
    """Who runs mentoring verifies what a mentor has learned; nobody their own."""
    if (refusal := may_run(person)) is not None:
        return refusal
    if mentor.state not in AT_WORK:
        return NOT_THERE
    return NOT_YOUR_OWN if mentor.person_id == person.pk else None


def may_describe(mentor: Mentor | None) -> Refusal | None:
    """Who was let in says what they bring; for others these pages do not exist."""
    return None if mentor is not None and mentor.state in AT_WORK else NOT_THERE


def may_take(places: int, *, most: int) -> Refusal | None:
    """For how many people a mentor may be there at once."""
    return None if 1 <= places <= most else TOO_MANY


def may_choose(person: Person, request: Request) -> Refusal | None:
    """Only who asked chooses, or changes what they asked for, while nobody is being asked."""
    if request.person_id != person.pk:
        return NOT_THERE
    return None if request.state == RequestState.OPEN else NO_LONGER


def may_name(
    named: Collection[str], *, before: Collection[str], said_at: datetime | None, now: datetime
) -> Refusal | None:
    """What doctors called it is taken back at any time, and said anew once a month: the order of the
    mentors who are suggested follows it, and shows nobody what these ticked. `said_at` is when this
    person last said it, for any request."""
    if not named or set(named) == set(before) or said_at is None:
        return None
    return NAMED_NOT_LONG_AGO if now < said_at + NAMED_AGAIN_AFTER else None


def may_withdraw(person: Person, request: Request) -> Refusal | None:
    """Who asked may take it back until there is a pair."""
    if request.person_id != person.pk:
        return NOT_THERE
    return None if request.state in WAITING else NO_LONGER


def may_answer(person: Person, offer: Offer) -> Refusal | None:
    """Only the mentor who was asked answers, once."""
    if offer.mentor.person_id != person.pk:
        return NOT_THERE
    if (refusal := accounts.may(person, Act.MENTOR)) is not None:
        return refusal
    return None if offer.state == OfferState.WAITING else NO_LONGER


def may_accept(
    person: Person,
    offer: Offer,
    *,
    now: datetime,
    pairs_now: int,
    are_blocked: bool,
    has_lapsed: bool,
) -> Refusal | None:
    """A yes needs to come in time, a place, a member who is still there for the two to talk, and training
    that has not run out."""
    if (refusal := may_answer(person, offer)) is not None:
        return refusal
    if offer.answer_by <= now:
        return TOO_LATE
    if are_blocked or offer.request.person.standing != Standing.ACTIVE:
        return NO_LONGER
    if has_lapsed:
        return HAS_LAPSED
    return NO_PLACE if pairs_now >= offer.mentor.places else None


def may_act(person: Person, pair: Pair | None) -> Refusal | None:
    """Either of the two, while they talk: to stop, whenever they like, and to agree on something.
    For others there is no such pair."""
    if (refusal := is_one_of_two(person, pair)) is not None:
        return refusal
    assert pair is not None
    return None if pair.ended_at is None else ENDED


def is_one_of_two(person: Person, pair: Pair | None) -> Refusal | None:
    """What a pair has is there for its two people alone."""
    if pair is None or person.pk not in (pair.mentor.person_id, pair.request.person_id):
        return NOT_THERE
    return None


def may_end_well(person: Person, pair: Pair | None) -> Refusal | None:
    """Either of the two, once they have planned it."""
    if (refusal := may_act(person, pair)) is not None:
        return refusal
    assert pair is not None
    return None if pair.ends_on is not None else NOT_PLANNED


def may_end_for(person: Person, pair: Pair | None) -> Refusal | None:
    """Who runs mentoring, where two people must be kept apart; nobody their own pair so."""
    if (refusal := may_run(person)) is not None:
        return refusal
    if pair is None:
        return NOT_THERE
    if person.pk in pair.people:
        return NOT_YOUR_PAIR
    return None if pair.ended_at is None else ENDED


def may_take_back_apart(person: Person, apart: NeverTogether | None) -> Refusal | None:
    """Who said of themself that they know the other from elsewhere."""
    if apart is None or person.pk not in (apart.one_id, apart.other_id):
        return NOT_THERE
    return None if apart.said_by_id == person.pk else NOT_THERE


def may_show_card(person: Person, pair: Pair | None) -> Refusal | None:
    """The member, while they talk."""
    if pair is None or pair.request.person_id != person.pk:
        return NOT_THERE
    return may_act(person, pair)


def may_write_letter(person: Person, pair: Pair | None, *, handed: bool) -> Refusal | None:
    """Either of the two, while they talk, until it is handed over: nobody writes after an end that
    the other may have wanted."""
    if (refusal := may_act(person, pair)) is not None:
        return refusal
    return HANDED_OVER if handed else None


def may_write_agreement(
    person: Person, pair: Pair | None, *, version: int, read: int
) -> Refusal | None:
    """Each of the two changes the lines, or says yes to them, as they stand now and were read."""
    if (refusal := may_act(person, pair)) is not None:
        return refusal
    return None if version == read else CHANGED_MEANWHILE


def may_ask_for_a_second(person: Person, pair: Pair | None) -> Refusal | None:
    """The mentor, also after they stopped. The member tells the team as everybody does."""
    if pair is None or pair.mentor.person_id != person.pk:
        return NOT_THERE
    return None


def may_say_when(person: Person, pair: Pair | None) -> Refusal | None:
    """The mentor, while they talk."""
    if (refusal := may_ask_for_a_second(person, pair)) is not None:
        return refusal
    return may_act(person, pair)

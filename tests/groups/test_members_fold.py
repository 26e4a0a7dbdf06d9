"""Three members' flags fold words until somebody of the team has looked, and do nothing else."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.enums import Standing
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import deciding, desk, reporting
from community.safety.choices import Decision
from community.safety.enums import Level, ReportReason, Urgency, Why
from community.safety.models import Duty, Item, Measure
from groups import own_data
from groups.actions import folds, memory, messages
from groups.asked import when
from groups.enums import FoldEnd, MessageState
from groups.events import events_after, seen_by, spoken_before
from groups.models import FoldFlag, MembersFold, Membership, Message
from groups.near import Signal
from groups.rules_folds import Case, has_lost_the_fold, may_fold, three_of
from groups.search import search
from realtime import protocol
from tests.groups.flags import HARSH, at_night_on, flag, is_folded, members, night
from tests.people import browser_of, by_day_and_night, on_duty, seat
from tests.words import say, told

ASKED = "Three members asked for this to be looked at."


@pytest.fixture
def three(evenings, cleo, dora, karim):
    """Members for more than a week."""
    return members(evenings, cleo, dora, karim)


@pytest.fixture
def post(wall, ana, three):
    return at_night_on(wall, ana)


@pytest.fixture
def folded(post, three):
    flag(post, *three)
    return post


def page_of(somebody, message):
    return browser_of(somebody).get(message.room.get_absolute_url()).content.decode()


# What it does -------------------------------------------------------------------------------------


def test_the_third_flag_folds_and_two_do_not(post, three, wall):
    flag(post, *three[:2])
    before = is_folded(post)

    flag(post, three[2])

    [fold] = MembersFold.objects.all()
    assert (before, fold.message_id, fold.ended_at) == (False, post.pk, None)
    assert {one.person for one in fold.flags.all()} == set(three)
    assert told(wall)[-1] == (post.seq + 1, "fold", HARSH)


def test_a_frame_a_replay_and_history_say_that_it_is_folded(folded, wall):
    read = [*events_after(wall.pk, 0), *spoken_before(wall.pk, 99)]
    frames = [json.loads("{" + protocol.encode(event).text + "}") for event in read]

    back = protocol.moment(folded.folds.get().back_at)
    assert [
        (f["k"], f["d"].get("folded")) for f in frames if f.get("ref", f["s"]) == folded.seq
    ] == [("msg", back), ("fold", back), ("msg", back)]


def test_who_blocked_the_author_is_told_nothing_of_their_words(folded, ana, wall):
    read = seen_by(events_after(wall.pk, folded.seq), blocked=frozenset({ana.pk}))

    assert [(event.kind, event.body) for event in read] == [("void", "")]


def test_a_member_reads_a_line_the_author_the_words_and_a_moderator_both(folded, ana, three, emil):
    line = '<details class="message-note folds" data-how="asked"><summary>' + ASKED
    theirs, mine, team = (page_of(who, folded) for who in (three[0], ana, emil))

    assert [line in page for page in (theirs, mine, team)] == [True, False, False]
    assert all(HARSH in page for page in (theirs, mine, team))
    assert "Nothing else comes of it." in mine
    assert reverse("groups:let-stand", args=[folded.room_id, folded.seq]).endswith(
        f"m/{folded.seq}/stand/"
    )
    assert [f'href="m/{folded.seq}/stand/"' in page for page in (theirs, mine, team)] == [
        False,
        False,
        True,
    ]


def test_it_is_found_by_its_author_alone_and_quoted_nowhere(folded, ana, three, wall):
    found = [len(search(who, ["worth"]).hits) for who in (ana, three[0])]

    assert found == [1, 0]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (2, "Someone from the team looks at it when we are back at "),
        (-1, "Someone from the team will look at it."),
    ],
)
def test_a_time_is_told_only_while_it_lies_ahead(hours, said):
    assert when(timezone.now() + timedelta(hours=hours)).startswith(said)


def test_the_author_is_told_in_neutral_words_and_nobody_who_flagged(folded, ana, three):
    [notice] = Notification.objects.filter(kind="words_folded")

    assert (notice.person, notice.path) == (ana, f"{folded.room.get_absolute_url()}#m-{folded.seq}")
    assert not any(who.handle in page_of(ana, folded) for who in three)


def test_the_record_says_that_nobody_decided(folded, ana):
    entry = Entry.objects.get(act="fold_words")

    assert (entry.by, entry.about, entry.data) == (None, ana.pk, {})


def test_nothing_else_follows_from_counting(folded, ana, three, wall):
    before = Item.objects.values_list("level", "state", "about").get()
    flag(folded, *members(wall.group, "max-fern", "nia-dale"))

    ana.refresh_from_db()
    folded.refresh_from_db()
    assert Item.objects.values_list("level", "state", "about").get() == before
    assert before == (Level.TODAY, "open", ana.pk)
    assert (ana.standing, seat(ana, wall).ended_at) == (Standing.ACTIVE, None)
    assert (folded.state, folded.body) == (MessageState.SHOWN, HARSH)
    assert not Measure.objects.exists()


# What is never folded -----------------------------------------------------------------------------


def test_it_is_not_folded_while_somebody_from_the_team_is_there(wall, room, ana, emil, three):
    on_duty(emil, room)
    say(ana, room, "Hello.")
    live = Message.objects.get(room=room, seq=say(ana, room, HARSH).seq)
    posted = Message.objects.get(room=wall, seq=say(ana, wall, HARSH).seq)

    flag(live, *three)
    flag(posted, *three)

    assert not MembersFold.objects.exists()


def test_in_a_live_room_it_is_folded_when_nobody_is_there(room, ana, emil, three):
    on_duty(emil, room)
    say(ana, room, "Hello.")
    live = Message.objects.get(room=room, seq=say(ana, room, HARSH).seq)
    Duty.objects.update(until=timezone.now())

    flag(live, *three)

    assert is_folded(live)
    with pytest.raises(Refused, match="off_duty"):
        folds.let_stand(room=room.pk, seq=live.seq, by=emil)


def test_it_is_not_folded_while_somebody_has_it(post, three, emil):
    flag(post, *three[:2])
    desk.take(item=Item.objects.get().pk, by=emil)

    flag(post, three[2])

    assert not is_folded(post)


def test_first_words_stay_in_sight(wall, ana, three):
    first = Message.objects.get(room=wall, seq=say(ana, wall, "I am Ana, and I am angry.").seq)
    night()

    flag(first, *three)

    assert not is_folded(first)


def test_words_of_a_moderator_stay_in_sight(wall, emil, three):
    say(emil, wall, "Hello.")
    words = Message.objects.get(room=wall, seq=say(emil, wall, "Please be kind.").seq)
    night()

    flag(words, *three)

    assert not is_folded(words)


@pytest.mark.parametrize("level", [Level.SOON, Level.NOW])
def test_words_in_which_something_red_was_found_stay_in_sight(wall, ana, three, level):
    say(ana, wall, "Hello.")
    seq = say(ana, wall, "I cannot go on.", signal=Signal(level, ("plan",))).seq
    heavy = Message.objects.get(room=wall, seq=seq)
    night()

    flag(heavy, *three)

    assert not is_folded(heavy)


def test_a_red_report_is_not_counted_into_silence(post, three):
    flag(post, *three[:2])
    flag(post, three[2], reason=ReportReason.METHOD)

    assert not is_folded(post)


def test_a_worry_that_comes_later_shows_the_words_again(folded, ben):
    reporting.say_worried_about(
        kind="message", id=str(folded.pk), urgency=Urgency.UNSURE, words="", by=ben
    )

    fold = folded.folds.get()
    assert (fold.outcome, fold.ended_by) == (FoldEnd.URGENT, folds.NOBODY)
    assert told(folded.room)[-1][1] == "fold"


# Whose flags count --------------------------------------------------------------------------------


def test_who_came_lately_has_left_or_looks_after_the_room_does_not_count(post, three, noor):
    Membership.objects.filter(person=three[1]).update(
        joined_at=timezone.now() - timedelta(days=6, hours=23)
    )
    Membership.objects.filter(person=three[2]).update(state="left")

    flag(post, *three, noor)

    assert not is_folded(post)
    assert Item.objects.get().reports.count() == 4


def test_one_person_counts_once(post, three):
    flag(post, three[0], three[1], three[1], three[0])

    assert not is_folded(post)


def test_the_same_three_cannot_fold_the_same_author_twice(folded, ana, three, wall):
    by_day_and_night()
    again = Message.objects.get(room=wall, seq=say(ana, wall, "And another thing.").seq)
    night()

    flag(again, *three)
    by_the_same = is_folded(again)
    [fourth] = members(wall.group, "max-fern")
    flag(again, fourth)

    assert (by_the_same, is_folded(again)) == (False, True)


def test_overturned_twice_loses_the_fold_for_thirty_days(post, three):
    for days in (40, 5):
        fold = MembersFold.objects.create(
            message=post,
            ended_at=timezone.now() - timedelta(days=days),
            ended_by=1,
            outcome=FoldEnd.STOOD,
        )
        FoldFlag.objects.create(fold=fold, person=three[0])
    Message.objects.filter(pk=post.pk).update(edited_at=timezone.now())

    flag(post, *three)
    lost = is_folded(post)
    MembersFold.objects.filter(outcome=FoldEnd.STOOD).update(
        ended_at=timezone.now() - timedelta(days=31)
    )
    flag(post, *members(post.room.group, "max-fern"))

    assert (lost, is_folded(post)) == (False, True)
    flags = post.folds.get(ended_at=None).flags
    assert set(flags.values_list("person", flat=True)) == {one.pk for one in three}


@pytest.mark.parametrize(
    ("days_ago", "lost"),
    [
        ([], False),
        ([1], False),
        ([1, 80], True),
        ([29, 30], True),
        ([31, 32], False),
        ([1, 92], False),
        ([1, 92, 93], False),
        ([1, 2, 93], True),
    ],
)
def test_when_a_member_has_lost_the_fold(days_ago, lost):
    now = timezone.now()

    assert has_lost_the_fold([now - timedelta(days=n) for n in days_ago], now=now) is lost


@pytest.mark.parametrize(
    ("flaggers", "before", "three"),
    [
        ([1, 2], [], None),
        ([1, 2, 3], [], (1, 2, 3)),
        ([3, 2, 1], [{1, 2, 3}], None),
        ([1, 2, 3, 4], [{1, 2, 3}], (1, 2, 4)),
        ([1, 2, 3, 4], [{1, 2, 3}, {1, 2, 4}], (1, 3, 4)),
    ],
)
def test_which_three_fold(flaggers, before, three):
    assert three_of(flaggers, before={frozenset(one) for one in before}) == three


OPEN = {
    "team_is_here": False,
    "needs_somebody": False,
    "are_first": False,
    "was_looked_at": False,
}


@pytest.mark.parametrize(
    ("known", "code"),
    [
        ({}, None),
        ({"team_is_here": True}, "somebody_is_here"),
        ({"needs_somebody": True, "are_first": True}, "needs_somebody"),
        ({"are_first": True}, "first_words"),
        ({"was_looked_at": True}, "looked_at"),
    ],
)
def test_the_rule_says_why_not(post, known, code):
    refusal = may_fold(post, post.room, Case(**{**OPEN, **known}))

    assert (refusal and refusal.code) == code


# Looking ------------------------------------------------------------------------------------------


def test_a_moderator_lets_it_stand_and_everybody_reads_it(folded, ana, emil, three):
    browser = browser_of(emil)
    address = reverse("groups:let-stand", args=[folded.room_id, folded.seq])
    shown = browser.get(address).content.decode()
    browser.post(address)

    fold = folded.folds.get()
    assert HARSH in shown
    assert (fold.outcome, fold.ended_by) == (FoldEnd.STOOD, emil.pk)
    assert (told(folded.room)[-1][1], ASKED in page_of(three[0], folded)) == ("fold", True)
    assert 'data-how="asked"' not in page_of(three[0], folded)
    assert Notification.objects.filter(person=ana, kind="words_stand").count() == 1
    assert Entry.objects.get(act="let_words_stand").by == emil.pk
    assert Item.objects.get().state == "open"  # those who told it still get their answer


@pytest.mark.parametrize("who", ["ben", "ana"])
def test_nobody_else_lets_it_stand(folded, request, who):
    somebody = request.getfixturevalue(who)

    with pytest.raises(Refused):
        folds.let_stand(room=folded.room_id, seq=folded.seq, by=somebody)

    assert is_folded(folded)


def test_what_was_looked_at_is_not_folded_again(folded, emil, wall):
    folds.let_stand(room=wall.pk, seq=folded.seq, by=emil)

    flag(folded, *members(wall.group, "max-fern", "nia-dale"))

    assert not is_folded(folded)


@pytest.mark.parametrize(
    ("choice", "outcome", "state"),
    [("nothing", FoldEnd.STOOD, "shown"), ("hide", FoldEnd.ACTED, "hidden")],
)
def test_a_decision_on_the_desk_is_a_look(folded, emil, choice, outcome, state):
    item = desk.take(item=Item.objects.get().pk, by=emil)
    while_taken = is_folded(folded)
    decision = Decision(choice=choice, why=Why.UNKIND, words="Please mind how it reads.")

    deciding.decide(item=item.pk, by=emil, decision=decision)

    folded.refresh_from_db()
    assert while_taken
    assert (folded.folds.get().outcome, folded.state) == (outcome, state)


def test_the_desk_says_what_others_see_instead_until_it_is_decided(folded, emil):
    item = Item.objects.get(kind="report")
    read = browser_of(emil)
    read.post(f"/desk/items/{item.pk}/take/")

    before = read.post(f"/desk/items/{item.pk}/words/", {"show": "yes"}).text
    MembersFold.objects.update(ended_at=timezone.now(), ended_by=emil.pk, outcome="stood")
    after = read.post(f"/desk/items/{item.pk}/words/", {"show": "yes"}).text

    assert ["others see a line" in page for page in (before, after)] == [True, False]


def test_hiding_from_the_room_is_a_look(folded, emil):
    messages.hide_message(room=folded.room_id, seq=folded.seq, reason=Why.UNKIND, by=emil)

    assert folded.folds.get().outcome == FoldEnd.ACTED


def test_words_that_are_gone_leave_no_fold(folded, ana):
    messages.delete_message(room=folded.room_id, seq=folded.seq, by=ana)

    assert folded.folds.get().outcome == FoldEnd.GONE


def test_words_that_are_kept_no_longer_leave_no_fold(folded):
    memory.expire_room(room=folded.room_id, until=timezone.now())

    assert folded.folds.get().outcome == FoldEnd.GONE


# Whose data it is ---------------------------------------------------------------------------------


def test_an_archive_says_when_and_what_became_of_it_and_never_who(folded, ana, three):
    mine, theirs = own_data.export(ana), own_data.export(three[0])

    at = folded.folds.get().at.isoformat()
    assert mine["own_words_folded"] == [
        {"room": "The wall", "number": folded.seq, "from": at, "until": None, "became": ""}
    ]
    assert theirs["helped_to_fold"] == [{"at": at, "became": ""}]
    assert not any(who.handle in str(mine) for who in three)
    assert HARSH not in str(theirs)


@pytest.mark.parametrize(("keeps_words", "outcome"), [(False, FoldEnd.GONE), (True, "")])
def test_who_leaves_for_good_is_in_no_fold(folded, ana, three, keeps_words, outcome):
    own_data.erase(three[0], False)
    own_data.erase(ana, keeps_words)

    fold = folded.folds.get()
    assert (fold.author, fold.outcome) == (None, outcome)
    assert set(fold.flags.values_list("person", flat=True)) == {three[1].pk, three[2].pk}


ENDED = {"ended_at": timezone.now(), "ended_by": 1, "outcome": "stood"}


@pytest.mark.parametrize(
    "half", [{"ended_at": None}, {"ended_by": None}, {"outcome": ""}, {"outcome": "liked"}]
)
def test_half_an_end_is_refused(post, half):
    MembersFold.objects.create(message=post)
    MembersFold.objects.create(message=post, **ENDED)

    refused = pytest.raises(IntegrityError, match="a_fold_that_ended_says_when_who_and_how")
    with refused, transaction.atomic():
        MembersFold.objects.create(message=post, **{**ENDED, **half})


def test_a_message_is_folded_once_at_a_time_and_a_person_counts_once(folded, three):
    with pytest.raises(IntegrityError), transaction.atomic():
        MembersFold.objects.create(message=folded)
    with pytest.raises(IntegrityError), transaction.atomic():
        FoldFlag.objects.create(fold=folded.folds.get(), person=three[0])

"""Nothing of a warm kind goes out by itself while something hard concerns either person; help and
answers always do."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts.enums import Role
from community.notifications import kinds
from community.notifications.actions import Told, notify, notify_many, notify_warmly, send_warm
from community.notifications.kinds import Warm
from community.notifications.models import Notification, WarmLater
from community.safety.actions import deciding, desk, measures, passing
from community.safety.enums import ItemKind, Level, MeasureKind, Why
from community.safety.models import Appeal, Item, Passing
from community.safety.warmth import may_be_warm
from community.wellbeing.actions.saying import thank
from groups.actions.rounds_clock import GREETED_WITHIN, tick_greetings
from mentoring.actions import walking
from mentoring.actions.silence import look_after_quiet_rooms
from mentoring.models import Pulse
from tests.mentoring.conftest import mentor_of, paired
from tests.people import browser_of, join, on_duty, person
from tests.safety.conftest import decision, on_desk
from tests.words import say

LOW = {"heard": 2, "understood": 3, "working": 3, "pace": 3}

# Every kind of notice there is. Whoever adds one says here whether it is warm: kind of a program's
# own accord. What a person asked for, an answer, a call and help are not.
WARM = {
    "thanks": Warm.LATER,
    "noticed": Warm.LATER,
    "care_noticed": Warm.LATER,
    "somebody_new": Warm.DROPPED,
    "room_is_there": Warm.DROPPED,
    "quiet_cover": Warm.LATER,
    "how_is_it": Warm.LATER,
}
ANSWERS = """
    appeal_answered ask_anew ask_for_change choose_again keep_between_us let_back let_out_anew letter
    looked_at measure mentor_answered mentor_approved mentor_asked_for_you mentor_not_needed
    care_answer matched_again mentor_said_yes next_asked note_added offer_held question_answered
    report_answered request_answered review_words words_folded words_restored words_stand
"""
ASKED_FOR = """
    archive_ready meeting_moved meeting_news meeting_off nobody_there_yet place_free reminder
    visit_agreed visit_off visit_soon
"""
OF_A_PERSON = """
    act_idea agreement_changed breather care_back care_brought care_checked care_handed care_lapsed
    care_over care_reads care_step care_typed care_who answer_waits guest_on_a_break hello_comes mentor_asked mentor_away
    please_notice on_a_break pair_ended plan_idea shared side_room ended_well ending_planned
    letter_handed_over meeting_set training_soon training_over
"""
CALLS = """
    appointed appointment_ended cover_hurries cover_offered cover_wanted debrief_asked glass_asked
    item_called item_handed_over item_late item_raised item_taken_over look_again member_alone mentor_applied
    named_second page_due page_held page_leaves_lists page_noted page_public page_sent_back page_to_check pair_heavy
    pair_quiet pulse_needs_you reader_asks reader_waits request_late request_needs_you review_late review_left
    review_again review_later review_raised review_raised_later review_waits
    say_hello second_asked second_person step_wished story_withdrawn training_to_see will_you_host
"""


def test_every_kind_of_notice_says_whether_it_is_warm():
    plain = f"{ANSWERS} {ASKED_FOR} {OF_A_PERSON} {CALLS}".split()

    assert {kind: found.warm for kind, found in kinds._kinds.items()} == {
        **dict.fromkeys(plain, Warm.NO),
        **WARM,
    }


@pytest.mark.parametrize("kind", WARM)
def test_no_warm_notice_goes_past_the_question(ana, ben, kind):
    for sent in (
        lambda: notify(person=ana, kind=kind, path="/me/"),
        lambda: notify_many([Told(ana.pk, kind, "/me/")]),
    ):
        with pytest.raises(ValueError, match="warm"):
            sent()
    with pytest.raises(ValueError, match="always"):
        notify_warmly(person=ana, beside=ben, kind="appeal_answered", path="/me/")

    assert not Notification.objects.exists()


# Something hard, and what ends it. Each speaks of Ana; Dora is her mentor, Ben sits in her room, and
# Cleo has nothing to do with it.


class Death:
    near = ("ana", "ben", "dora")

    def begin(self, ana, team):
        self.made = passing.ask(person=ana, words="Ana has died.", tells="Hana", by=team["hana"])

    def end(self, team):
        passing.take_back(passing=self.made.pk, by=team["hana"])


class DeathWasTold(Death):
    """It ends for those who were near, and never for who died."""

    near = ("ben", "dora")

    def begin(self, ana, team):
        super().begin(ana, team)
        passing.agree(passing=self.made.pk, by=team["emil"])

    def end(self, team):
        Passing.objects.update(until=timezone.now())


class Crisis:
    near = ("ana",)

    def begin(self, ana, team):
        self.item = on_desk(team["area"], level=Level.NOW, at=timezone.now(), about=ana.pk)

    def end(self, team):
        desk.take(item=self.item.pk, by=team["emil"])
        deciding.decide(
            item=self.item.pk, by=team["emil"], decision=decision("nothing", why=Why.FINE)
        )


class AppealOfHers:
    near = ("ana",)

    def begin(self, ana, team):
        made = measures.keep_measure(
            person=ana, kind=MeasureKind.WARNING, reason="unkind", words="Mind it.", by=team["emil"]
        )
        measures.appeal(measure=made.pk, words="Please look again.", by=ana)

    def end(self, team):
        item = desk.take(item=Item.objects.get(kind=ItemKind.APPEAL).pk, by=team["hana"])
        measures.let_stand(item=item, by=team["hana"], words="It stands.")


class UnsafePulse:
    near = ("ana", "dora")

    def begin(self, ana, team):
        walking.say_how_it_is(pair=team["pair"], answers=LOW, unsafe=True, by=ana)

    def end(self, team):
        walking.note_looked(pulse=Pulse.objects.get().pk, by=team["hana"])


HARD = [Death, DeathWasTold, Crisis, AppealOfHers, UnsafePulse]


@pytest.fixture
def team(leaves, emil, hana, evenings, ana, dora):
    pair = paired(ana, mentor_of(dora, approved_by=hana))
    return {"emil": emil, "hana": hana, "area": evenings.area, "pair": pair}


@pytest.mark.parametrize("kind", HARD)
def test_it_is_asked_for_either_person_and_ends_by_what_a_person_does(
    kind, ana, ben, cleo, dora, team
):
    cast, hard = {"ana": ana, "ben": ben, "cleo": cleo, "dora": dora}, kind()

    def held_back():
        now = timezone.now()
        return {n for n, who in cast.items() if may_be_warm({cleo.pk, who.pk}, now) is not None}

    before = held_back()
    hard.begin(ana, team)
    meanwhile = held_back()
    hard.end(team)

    died = {"ana"} if kind is DeathWasTold else set()
    assert (before, meanwhile, held_back()) == (set(), {*hard.near, *died}, died)


# What waits, and what is dropped -------------------------------------------------------------------


def told(somebody):
    return list(Notification.objects.filter(person=somebody).values_list("kind", flat=True))


@pytest.mark.parametrize(("giver", "getter"), [("ana", "ben"), ("ben", "ana")])
def test_thanks_are_there_at_once_and_their_notice_comes_when_it_is_over(
    giver, getter, ana, ben, team, request
):
    hard, by, to = AppealOfHers(), *(request.getfixturevalue(name) for name in (giver, getter))
    hard.begin(ana, team)
    before = told(to)

    for _ in range(2):
        thank(name=to.handle, you="stayed", helped="to sleep.", by=by)
    send_warm(timezone.now())
    meanwhile = told(to)
    hard.end(team)
    for _ in range(2):
        send_warm(timezone.now())

    assert "to sleep." in browser_of(to).get("/me/thanks/").text
    assert (meanwhile, WarmLater.objects.count()) == (before, 0)
    assert told(to).count("thanks") == 1
    assert ("appeal_answered" in told(ana), Appeal.objects.get().upheld) == (True, False)


def test_a_warm_word_is_not_brought_after_a_month_nor_from_who_died(ana, ben, team):
    AppealOfHers().begin(ana, team)
    thank(name=ben.handle, you="stayed", helped="to sleep.", by=ana)
    kept = WarmLater.objects.count()

    send_warm(timezone.now() + timedelta(days=31))
    old = WarmLater.objects.count()
    thank(name=ben.handle, you="came", helped="to eat.", by=ana)
    DeathWasTold().begin(ana, team)

    assert (kept, old, WarmLater.objects.count()) == (1, 0, 0)
    assert told(ben) == []


def test_a_warm_word_waits_once(ana, ben, cleo):
    WarmLater.objects.create(person=ana, beside=ben, kind="thanks", path="/me/thanks/")
    WarmLater.objects.create(person=ana, beside=cleo, kind="thanks", path="/me/thanks/")

    with pytest.raises(IntegrityError), transaction.atomic():
        WarmLater.objects.create(person=ana, beside=ben, kind="thanks", path="/me/thanks/")


def test_a_quiet_room_is_left_alone_and_whoever_answers_for_it_knows(ana, dora, hana, team):
    UnsafePulse().begin(dora, team)
    before = {who: told(who) for who in (ana, dora, hana)}

    look_after_quiet_rooms(team["pair"].began_at + timedelta(days=15))

    assert (told(ana), told(dora)) == (before[ana], before[dora])
    assert sorted(set(told(hana)) - set(before[hana])) == ["pair_quiet"]


@pytest.mark.parametrize(("is_hard", "asked"), [(True, []), (False, ["somebody_new"])])
def test_nobody_is_asked_to_greet_at_a_hard_hour_and_the_clock_of_the_desk_runs(
    is_hard, asked, ana, emil, evenings, room, team
):
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    greeter = person("olive-path", Role.GREETER)
    join(greeter, evenings)
    if is_hard:
        Crisis().begin(ana, team)
    say(ana, room, "Hello, I am new.")

    tick_greetings(timezone.now() + GREETED_WITHIN + timedelta(seconds=1))

    assert told(greeter) == asked
    assert Item.objects.filter(kind=ItemKind.HELLO, about=ana).exists()


def test_small_things_are_offered_on_calm_days(ana, team):
    ana.joined_at = timezone.now() - timedelta(days=3)
    ana.save(update_fields=["joined_at"])
    hard, browser = AppealOfHers(), browser_of(ana)
    browser.post("/accounts/not-now/code/")
    ana.declined_offers.update(declined_at=timezone.now() - timedelta(days=2))
    offer, pages = "How should others speak of you?", []

    pages.append(offer in browser.get("/me/").text)
    hard.begin(ana, team)
    pages.append(offer in browser.get("/me/").text)
    hard.end(team)
    pages.append(offer in browser.get("/me/").text)

    assert pages == [True, False, True]

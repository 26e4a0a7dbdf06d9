"""What comes to reviewers later, and what nobody has: no answer waits without a clock, and whoever
is there is called."""

from datetime import time, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail as outbox
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions.roles import end_role
from community.accounts.enums import Role
from community.notifications import mail
from community.notifications.models import Notification, Preference
from community.safety.warmth import may_be_warm
from community.wellbeing import instruments
from community.wellbeing.actions import answers, concerns
from community.wellbeing.enums import ConcernState, Outcome, Sooner
from community.wellbeing.models import Concern, ReviewHours
from community.wellbeing.queries import rota
from tests.people import browser_of, person

PHQ_9 = instruments.get("phq-9")
HERE = "/me/questions/phq-9/"


def begun(somebody):
    return answers.begin(instrument=PHQ_9, by=somebody)


def answer(somebody, value, **how):
    return answers.answer(instrument=PHQ_9, item=8, value=value, by=somebody, **how)


def concern_of(somebody):
    return Concern.objects.get(person=somebody)


@pytest.fixture
def taken(ana, lena):
    """Ana said 1 some hours ago, Lena took it, and what was told then is read."""
    begun(ana)
    answer(ana, 1, now=timezone.now() - timedelta(hours=6))
    concerns.look_after(timezone.now())
    concerns.take(concern=concern_of(ana).pk, by=lena)
    Notification.objects.all().delete()
    return concern_of(ana)


@pytest.mark.parametrize("how", ["an answer", "asked for words", "words"])
def test_what_comes_after_it_was_taken_waits_anew_for_everybody_there(ana, lena, taken, how):
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    ReviewHours.objects.bulk_create(
        ReviewHours(person=mara, weekday=n, starts=time(0), ends=time.max) for n in range(7)
    )
    now = timezone.now()

    if how == "an answer":
        answer(ana, 3)
    if how == "asked for words":
        concerns.ask_for_words(by=ana)
    if how == "words":
        concerns.answer_words(concern=taken.pk, words="It is worse.", by=ana)
    told = {(n.person, n.kind) for n in Notification.objects.all()}
    found = concern_of(ana)
    concerns.look_after(found.promised_at)

    assert told == {(lena, "review_waits"), (mara, "review_waits")}
    assert (found.state, found.late_told_at, found.late_raised_at) == ("open", None, None)
    assert now < found.promised_at
    assert found.promised_at <= timezone.now() + rota.PROMISE[Sooner(found.sooner)]
    assert Notification.objects.filter(kind="review_late").count() == 2


def test_whoever_had_it_still_writes_and_takes_it_again(ana, lena, taken):
    answer(ana, 2)
    reviewer = browser_of(lena)

    page = reviewer.get(f"/reviewing/{taken.pk}/").text
    sent = reviewer.post(f"/reviewing/{taken.pk}/write/", {"write-words": "I am here."})
    reviewer.post(f"/reviewing/{taken.pk}/take/")

    assert "Something new came after lena-reed took it" in page
    assert "I look at this" in page
    assert sent.status_code == 302
    assert concern_of(ana).state == ConcernState.TAKEN


def test_what_goes_back_late_is_told_at_once_and_escalates_again(ana, lena, taken):
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    lead = person("sam-holt", Role.SAFEGUARDING_LEAD)

    end_role(person=lena, role=Role.WELLBEING_REVIEWER, by=None)
    told = [(n.person, n.kind) for n in Notification.objects.order_by("pk")]
    concerns.look_after(timezone.now())

    found = concern_of(ana)
    assert (mara, "review_later") in told
    assert (lead, "review_raised") in told  # nobody is there by the rota
    assert not [one for one, _kind in told if one == lena]
    assert (found.state, found.taken_by) == (ConcernState.OPEN, None)
    assert found.late_told_at is not None


def test_whoever_comes_later_is_called_then_and_only_once(ana, lena):
    begun(ana)
    answer(ana, 1)
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    concerns.look_after(timezone.now())
    before = list(Notification.objects.filter(person=mara))
    ReviewHours.objects.bulk_create(
        ReviewHours(person=mara, weekday=n, starts=time(0), ends=time.max) for n in range(7)
    )

    for _again in range(2):
        concerns.look_after(timezone.now())

    called = Notification.objects.filter(person=mara)
    assert before == []
    assert [n.kind for n in called] == ["review_waits"]
    called.update(at=timezone.now() - timedelta(days=1), read_at=timezone.now())
    concerns.look_after(timezone.now())
    assert [n.kind for n in called.filter(read_at=None)] == ["review_waits"]  # on the next day too


@pytest.mark.parametrize(("writes", "state"), [(False, "open"), (True, "taken")])
def test_what_was_taken_and_left_alone_for_a_day_waits_again(ana, lena, taken, writes, state):
    lead = browser_of(person("sam-holt", Role.SAFEGUARDING_LEAD))
    if writes:
        concerns.write(concern=taken.pk, words="I am here.", by=lena)
    Concern.objects.update(promised_at=timezone.now())
    pages = [browser_of(lena).get("/reviewing/").text, lead.get("/reviewing/late/").text]
    Notification.objects.all().delete()

    concerns.look_after(taken.taken_at + timedelta(hours=23))
    before = concern_of(ana).state
    concerns.look_after(taken.taken_at + concerns.LEFT_ALONE)

    found = concern_of(ana)
    assert ["not a word since" in page for page in pages] == [not writes] * 2
    assert "ana-lark" not in pages[1]
    assert (before, found.state) == ("taken", state)
    assert ("review_waits" in [n.kind for n in Notification.objects.all()]) is not writes


def test_a_reviewer_on_a_break_leaves_it_to_others_and_is_not_woken(ana, lena, taken):
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    ReviewHours.objects.bulk_create(
        ReviewHours(person=mara, weekday=n, starts=time(0), ends=time.max) for n in range(7)
    )
    now = timezone.now()

    browser_of(lena).post("/me/break/", {"days": "7"})
    let_go = [(n.person, n.kind) for n in Notification.objects.all()]
    promised = rota.read_by(ana, now=now)
    Preference.objects.create(person=mara, rests_until=timezone.localdate())

    assert (concern_of(ana).state, concern_of(ana).taken_by) == (ConcernState.OPEN, None)
    assert let_go == [(mara, "review_waits")]
    assert promised is not None
    assert (rota.on_now(now=now), rota.read_by(ana, now=now)) == ([], None)


@pytest.mark.parametrize("closes", [True, False])
def test_who_removes_everything_leaves_one_word_without_a_name(ana, lena, taken, closes):
    lead = person("sam-holt", Role.SAFEGUARDING_LEAD)
    answer(ana, 3)  # the reviewers are called to it
    Notification.objects.filter(person=lena).update(read_at=timezone.now())
    concerns.take(concern=taken.pk, by=lena)
    if closes:
        concerns.close(concern=taken.pk, outcome=Outcome.SPOKE, by=lena)

    personal_data.erase(ana, keeps_words=False)
    told = {(n.person, n.kind, n.path) for n in Notification.objects.all()}
    page = browser_of(lena).get("/me/notices/").text

    left = {(lena, "review_left", "/reviewing/"), (lead, "review_left", "/reviewing/late/")}
    assert told == (set() if closes else left)
    assert ("has left" in page) is not closes
    assert "ana-lark" not in page


def test_what_is_late_calls_whoever_comes_on_and_those_who_lead_each_day(ana, lena):
    lead = person("sam-holt", Role.SAFEGUARDING_LEAD)
    begun(ana)
    answer(ana, 1)
    due = concern_of(ana).promised_at
    for later in (timedelta(0), concerns.RAISED_AFTER):
        concerns.look_after(due + later)
    Notification.objects.all().delete()
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    ReviewHours.objects.bulk_create(
        ReviewHours(person=mara, weekday=n, starts=time(0), ends=time.max) for n in range(7)
    )

    concerns.look_after(due + timedelta(hours=1))
    came = {(n.person, n.kind) for n in Notification.objects.exclude(person=lena)}
    Notification.objects.all().delete()
    for later in (timedelta(hours=25), timedelta(hours=26)):
        concerns.look_after(due + later)
    raised = Notification.objects.filter(person=lead)

    assert came == {(mara, "review_waits")}
    assert [n.kind for n in raised] == ["review_raised"]


def test_question_9_is_left_out_where_by_now_nobody_could_read_it(ana, lena):
    begun(ana)
    answer(ana, 1, now=timezone.now() - timedelta(days=2))  # an open concern from before
    answers.finish(instrument=PHQ_9, by=ana, now=timezone.now() - timedelta(days=30))
    browser = browser_of(ana)
    browser.post(HERE)
    browser.post(f"{HERE}1/", {"answer": "1"})
    ReviewHours.objects.all().delete()

    page = browser.get(f"{HERE}9/").text
    went_on = browser.post(f"{HERE}9/", {"leave_out": "yes"})

    assert "by now nobody here could read such an answer in time" in page
    assert 'type="radio"' not in page
    assert 'name="leave_out"' in page
    assert went_on["Location"] == f"{HERE}10/"
    assert [one.value for one in concern_of(ana).answers.all()] == [1]  # nothing was asked or said


def test_an_answer_nobody_could_read_any_more_is_heard_by_those_who_lead(ana, lena):
    lead = person("sam-holt", Role.SAFEGUARDING_LEAD)
    begun(ana)
    ReviewHours.objects.all().delete()

    helps = answer(ana, 2)

    told = {(n.person, n.kind) for n in Notification.objects.all()}
    assert helps
    assert told == {(lena, "review_later"), (lead, "review_raised")}
    assert "by the rota nobody looks in time" in browser_of(lead).get("/reviewing/late/").text
    assert "please do not wait for us" in browser_of(ana).get(f"{HERE}9/help/").text


def test_a_reviewer_who_is_there_is_mailed_at_once_and_each_time(ana, lena):
    EmailAddress.objects.create(user=lena, email="lena@example.org", verified=True, primary=True)
    Preference.objects.create(
        person=lena, mails_a_day=1, quiet_from=time(0), quiet_until=time(23, 59)
    )
    begun(ana)

    for value in (1, 3):
        answer(ana, value)
        mail.send_due(timezone.now())

    assert [one.subject for one in outbox.outbox] == ["Please look in now"] * 2
    assert "ana-lark" not in str([one.body for one in outbox.outbox])


@pytest.mark.parametrize(("said", "goes"), [(1, True), (3, False)])
def test_nothing_warm_goes_out_while_an_answer_needs_a_reviewer_soon(ana, lena, said, goes):
    begun(ana)
    answer(ana, said)
    before = may_be_warm({ana.pk}, timezone.now()) is None

    concerns.take(concern=concern_of(ana).pk, by=lena)
    concerns.close(concern=concern_of(ana).pk, outcome=Outcome.SPOKE, by=lena)

    assert (before, may_be_warm({ana.pk}, timezone.now())) == (goes, None)

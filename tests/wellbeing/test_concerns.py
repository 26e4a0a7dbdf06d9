"""What comes to reviewers later, and what nobody has: no answer waits without a clock, and whoever
is there is called."""

from datetime import UTC, datetime, time, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail as outbox
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions.roles import end_role
from community.accounts.enums import Role
from community.accounts.models import Block, Grant
from community.accounts.rules import forget_roles
from community.notifications import kinds, mail
from community.notifications.models import Notification, Preference
from community.safety.models import Appointment, OnCall
from community.safety.warmth import may_be_warm
from community.wellbeing import instruments
from community.wellbeing.actions import answers, concern_clock, concerns
from community.wellbeing.enums import ConcernState, Outcome, Sooner
from community.wellbeing.models import Concern, ReviewHours
from community.wellbeing.queries import rota
from groups.models import Host
from tests.mentoring.conftest import mentor_of, paired
from tests.people import browser_of, group, join, person, room

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
    concern_clock.look_after(timezone.now())
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
    concern_clock.look_after(found.promised_at)

    assert told == {(lena, "review_waits"), (mara, "review_waits")}
    assert (found.state, found.late_told_at, found.late_raised_at) == ("open", None, None)
    assert now < found.promised_at
    assert found.promised_at <= timezone.now() + rota.PROMISE[Sooner(found.sooner)]
    assert Notification.objects.filter(kind="review_late").count() == 2


@pytest.mark.parametrize(("words", "soon"), [("I took pills an hour ago.", True), ("Tea.", False)])
def test_words_to_a_reviewer_that_cannot_wait_hurry_and_bring_help(ana, lena, taken, words, soon):
    page = browser_of(ana).post(f"/me/questions/from-us/{taken.pk}/", {"words": words}, follow=True)

    found = concern_of(ana)
    hurry = rota.PROMISE[Sooner.SOON if soon else Sooner.TODAY]
    assert (found.sooner == Sooner.SOON, "help-panel" in page.text) == (soon, soon)
    assert found.promised_at <= timezone.now() + hurry
    assert found.lines.get().words == words


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
    concern_clock.look_after(timezone.now())

    found = concern_of(ana)
    assert (mara, "review_later") in told
    assert (lead, "review_raised_later") in told  # nobody is there by the rota
    assert not [one for one, _kind in told if one == lena]
    assert (found.state, found.taken_by) == (ConcernState.OPEN, None)
    assert found.late_told_at is not None


def test_whoever_comes_later_is_called_then_and_only_once(ana, lena):
    begun(ana)
    answer(ana, 1)
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    concern_clock.look_after(timezone.now())
    before = list(Notification.objects.filter(person=mara))
    ReviewHours.objects.bulk_create(
        ReviewHours(person=mara, weekday=n, starts=time(0), ends=time.max) for n in range(7)
    )

    for _again in range(2):
        concern_clock.look_after(timezone.now())

    called = Notification.objects.filter(person=mara)
    assert before == []
    assert [n.kind for n in called] == ["review_waits"]
    called.update(at=timezone.now() - timedelta(days=1), read_at=timezone.now())
    concern_clock.look_after(timezone.now())
    assert [n.kind for n in called.filter(read_at=None)] == ["review_waits"]  # on the next day too


@pytest.mark.parametrize("does", ["nothing", "writes", "looks on"])
def test_what_was_taken_and_left_alone_for_a_day_waits_again(ana, lena, taken, does):
    reviewer = browser_of(lena)
    lead = browser_of(person("sam-holt", Role.SAFEGUARDING_LEAD))
    later = taken.taken_at + timedelta(hours=5)
    if does == "writes":
        concerns.write(concern=taken.pk, words="I am here.", by=lena, now=later)
    if does == "looks on":
        concerns.look_on(concern=taken.pk, by=lena, now=later)
    Concern.objects.update(promised_at=timezone.now())
    pages = [reviewer.get("/reviewing/").text, lead.get("/reviewing/late/").text]
    wound = taken.taken_at if does == "nothing" else later
    Notification.objects.all().delete()
    found = []
    for hours in (19, 21, 22, 24):
        concern_clock.look_after(wound + timedelta(hours=hours))
        kinds = [n.kind for n in Notification.objects.filter(person=lena)]
        found.append((concern_of(ana).state, kinds))

    assert "Goes back to everybody" in pages[0]
    assert "ana-lark" not in pages[1]
    assert ("not a word since" in pages[1]) is (does != "writes")
    assert found[:3] == [("taken", []), *[("taken", ["review_again"])] * 2]
    assert (found[3][0], "review_waits" in found[3][1]) == ("open", True)
    assert (concern_of(ana).promised_at > timezone.now()) is (does == "writes")
    ReviewHours.objects.all().delete()
    hers = browser_of(ana).get(f"/me/questions/from-us/{taken.pk}/").text
    assert ("please do not wait for us" in hers) is (does == "writes")  # no promise nobody can keep


def test_words_from_before_keep_no_promise_and_whoever_had_it_hears(ana, lena, taken):
    concerns.write(concern=taken.pk, words="I am here.", by=lena)
    answer(ana, 3, now=timezone.now() + timedelta(minutes=1))
    found = concerns.take(concern=taken.pk, by=lena, now=timezone.now() + timedelta(minutes=2))
    promised = found.promised_at
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    ReviewHours.objects.update(person=mara)
    Notification.objects.all().delete()

    concern_clock.look_after(found.look_again_at)

    told = set(Notification.objects.values_list("person", "kind"))
    assert (concern_of(ana).state, concern_of(ana).promised_at) == ("open", promised)
    assert {(mara.pk, "review_waits"), (lena.pk, "review_later")} <= told


@pytest.mark.skipif(connection.vendor == "sqlite", reason="it knows one lock alone")
def test_an_answer_locks_its_person_so_that_a_notice_to_them_can_be_made(ana, lena, taken):
    with CaptureQueriesContext(connection) as made:
        answer(ana, 3)
        concerns.answer_words(concern=taken.pk, words="Tea.", by=ana)

    locks = [one["sql"] for one in made if 'FROM "accounts_person"' in one["sql"]]
    assert [sql for sql in locks if sql.endswith("FOR UPDATE")] == []
    assert sum(sql.endswith("FOR NO KEY UPDATE") for sql in locks) == 2


def come_near(reviewer, somebody, why):
    """The reviewer of this name does one more thing around somebody's rooms."""
    evenings = group("evenings", title="Evenings", members=[somebody])
    room(evenings, title="Tuesdays")
    if why == "sits with them":
        join(reviewer, evenings)
    if why == "moderates there":
        Appointment.objects.create(area=evenings.area, person=reviewer)
    if why == "hosts there":
        Host.objects.create(group=evenings, person=reviewer)


NEAR = [
    "mentors them", "does not hear them", "is not heard by them",
    "sits with them", "moderates there", "hosts there",
]  # fmt: skip


@pytest.mark.parametrize("why", NEAR)
def test_who_is_too_near_to_somebody_is_no_reviewer_of_theirs(ana, lena, hana, why):
    begun(ana)
    answer(ana, 1)
    concerns.take(concern=concern_of(ana).pk, by=lena)
    if why == "mentors them":
        Grant.objects.create(person=lena, role=Role.MENTOR)
        forget_roles(lena)
        paired(ana, mentor_of(lena, approved_by=hana))
    elif why not in NEAR[:3]:
        come_near(lena, ana, why)
    else:
        by, of = (lena, ana) if why == "does not hear them" else (ana, lena)
        Block.objects.create(by=by, of=of)
    reviewer, path = browser_of(lena), f"/reviewing/{concern_of(ana).pk}/"

    concern_clock.look_after(timezone.now())
    answer(ana, 3)

    shown = [reviewer.get(path).status_code, reviewer.post(f"{path}take/").status_code]
    assert shown == [404, 404]
    assert "ana-lark" not in reviewer.get("/reviewing/").text
    assert concern_of(ana).state == ConcernState.OPEN
    assert not Notification.objects.filter(person=lena, path=path).exists()
    assert rota.read_by(ana, now=timezone.now()) is None
    assert browser_of(ana).get(HERE)["Location"] == "/me/questions/phq-8/"


def test_hours_over_midnight_hold_on_both_sides_and_call_once(ana, settings):
    settings.TIME_ZONE = "UTC"
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    days = {f"{part}_{n}": "" for n in range(7) for part in ("from", "until")}
    posted = [
        browser_of(mara).post("/reviewing/", {**days, "from_2": start, "until_2": end}).status_code
        for start, end in (("22:00", "22:00"), ("22:00", "06:00"))
    ]
    wednesday = datetime(2026, 11, 25, tzinfo=UTC)
    hours = (21, 22, 29, 30)

    there = [[one.handle for one in rota.on_now(now=wednesday + timedelta(hours=n))] for n in hours]
    since = rota.there_since(now=wednesday + timedelta(hours=29))

    assert posted == [422, 302]
    assert there == [[], ["mara-bay"], ["mara-bay"], []]
    assert since == {mara: wednesday + timedelta(hours=22)}
    with pytest.raises(IntegrityError, match="review_hours_are_longer"), transaction.atomic():
        ReviewHours.objects.create(person=mara, weekday=5, starts=time(9), ends=time(9))


def test_the_list_asks_as_many_questions_for_one_as_for_three(ana, ben, cleo, lena):
    asked, reviewer = [], browser_of(lena)
    for people in ([ana], [ben, cleo]):
        for one in people:
            begun(one)
            answer(one, 1)
        reviewer.get("/reviewing/")  # the look is written down
        with CaptureQueriesContext(connection) as queries:
            page = reviewer.get("/reviewing/").text
        asked.append(len(queries))

    assert asked[0] == asked[1]
    assert [name in page for name in ("ana-lark", "ben-moss", "cleo-finch")] == [True] * 3


def test_what_is_taken_has_a_clock_and_what_was_answered_is_sealed(ana, lena, taken):
    with pytest.raises(IntegrityError, match="has_a_clock"), transaction.atomic():
        Concern.objects.update(look_again_at=None)

    with connection.cursor() as cursor:
        cursor.execute("SELECT raw FROM wellbeing_riskanswer")
        assert len(cursor.fetchone()[0]) > 50
    assert [one.value for one in taken.answers.all()] == [1]


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
    for later in (timedelta(0), concern_clock.RAISED_AFTER):
        concern_clock.look_after(due + later)
    Notification.objects.all().delete()
    mara = person("mara-bay", Role.WELLBEING_REVIEWER)
    ReviewHours.objects.bulk_create(
        ReviewHours(person=mara, weekday=n, starts=time(0), ends=time.max) for n in range(7)
    )

    concern_clock.look_after(due + timedelta(hours=1))
    came = {(n.person, n.kind) for n in Notification.objects.exclude(person=lena)}
    Notification.objects.all().delete()
    for later in (timedelta(hours=25), timedelta(hours=26)):
        concern_clock.look_after(due + later)
    raised = Notification.objects.filter(person=lead)

    assert came == {(mara, "review_waits")}
    assert [n.kind for n in raised] == ["review_raised_later"]


def test_only_who_leads_and_is_there_is_called(ana, lena):
    now = timezone.now()
    hours = {"begins_at": now - timedelta(hours=1), "ends_at": now + timedelta(hours=8)}
    off, on_call, resting = (
        person(name, Role.SAFEGUARDING_LEAD) for name in ("kim-west", "sam-holt", "tove-rye")
    )
    for one in (on_call, resting):
        OnCall.objects.create(person=one, **hours)
    Preference.objects.create(person=resting, rests_until=timezone.localdate())
    ReviewHours.objects.all().delete()

    concerns.hear_answer(risk=PHQ_9.risks[0], value=2, by=ana, now=now)

    told = dict(Notification.objects.exclude(person=lena).values_list("person", "kind"))
    later = "review_raised_later"
    assert told == {off.pk: later, on_call.pk: "review_raised", resting.pk: later}
    assert ("review_raised" in kinds.urgent(), "review_raised_later" in kinds.urgent()) == (
        True,
        False,
    )


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
    assert told == {(lena, "review_later"), (lead, "review_raised_later")}
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

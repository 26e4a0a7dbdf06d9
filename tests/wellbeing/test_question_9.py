"""Question 9 of the PHQ-9: asked only where somebody reads it in time, help at once, and nothing a
program or a zero can take back."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions.roles import end_role
from community.accounts.enums import Role
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Item
from community.wellbeing import instruments
from community.wellbeing.actions import answers, concern_clock, concerns
from community.wellbeing.enums import ConcernState, Outcome, Sooner
from community.wellbeing.models import AnswerSet, Concern, ReviewHours, RiskAnswer
from community.wellbeing.queries import rota
from tests.people import browser_of, person

PHQ_9 = instruments.get("phq-9")
HERE = "/me/questions/phq-9/"


def answer(somebody, value, *, item=8, **how):
    return answers.answer(instrument=PHQ_9, item=item, value=value, by=somebody, **how)


def begun(somebody):
    return answers.begin(instrument=PHQ_9, by=somebody)


def concern_of(somebody):
    return Concern.objects.get(person=somebody)


def said(somebody):
    return [row.value for row in RiskAnswer.objects.filter(person=somebody)]


# Who is told, before the first question ------------------------------------------------------------


def test_before_the_first_question_it_says_who_is_told_by_when_and_of_what(ana, lena):
    page = browser_of(ana).get(HERE).text

    assert "a wellbeing reviewer of the team is told at once, and looks by" in page
    assert "“Nearly every day”, they look by" in page
    assert "They see your answer to question 9" in page
    assert "and nothing else" in page
    assert 'href="/me/questions/phq-8/?without"' in page


@pytest.mark.parametrize("why", ["nobody", "no hours", "own", "role ended"])
def test_where_nobody_would_read_it_eight_questions_are_asked_and_it_says_why(ana, db, why):
    somebody = ana
    if why != "nobody":
        somebody = person("lena-reed", Role.WELLBEING_REVIEWER)
    if why in ("own", "role ended"):
        ReviewHours.objects.bulk_create(
            ReviewHours(person=somebody, weekday=n, starts=time(0), ends=time.max) for n in range(7)
        )
    if why == "role ended":
        end_role(person=somebody, role=Role.WELLBEING_REVIEWER, by=None)
    asks = somebody if why == "own" else ana

    page = browser_of(asks).get(HERE, follow=True)
    listed = browser_of(asks).get("/me/questions/").text

    assert page.redirect_chain == [("/me/questions/phq-8/", 302)]
    assert "nobody here could read such an answer in time" in page.text
    assert (HERE in listed, "/me/questions/phq-8/" in listed) == (False, True)
    with pytest.raises(Refused):
        begun(asks)


WEDNESDAY_9 = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "soon", "today"),
    [
        ([(2, 8, 17)], "09:30", "13:00"),
        ([(2, 8, 11)], "09:30", "11:00"),  # no promise runs past the hours
        ([(2, 12, 17)], "12:30", "16:00"),
        ([(2, 6, 9), (3, 7, 9)], "Thu 07:30", "Thu 09:00"),
        ([(2, 22, 6)], "22:30", "Thu 02:00"),  # over midnight
        ([(1, 22, 10)], "09:30", "10:00"),  # the night before goes on
        ([(1, 22, 8)], None, None),
        ([(3, 10, 12)], None, None),  # more than a day away
        ([(4, 8, 17)], None, None),
        ([], None, None),
    ],
)
def test_what_is_promised_is_what_the_rota_carries(ana, settings, hours, soon, today):
    settings.TIME_ZONE = "UTC"
    lena = person("lena-reed", Role.WELLBEING_REVIEWER)
    ReviewHours.objects.bulk_create(
        ReviewHours(person=lena, weekday=day, starts=time(start), ends=time(end))
        for day, start, end in hours
    )

    found = rota.read_by(ana, now=WEDNESDAY_9)

    def shown(at):
        here = at.astimezone(UTC)
        return f"{here:%H:%M}" if here.date() == WEDNESDAY_9.date() else f"{here:%a %H:%M}"

    assert (found and shown(found.soon), found and shown(found.today)) == (soon, today)


# Help, on submit of that answer --------------------------------------------------------------------


def test_help_comes_before_the_next_page_and_the_rest_stays_unanswered(ana, lena, commits):
    browser = browser_of(ana)
    browser.post(HERE)
    for number in (1, 2):
        browser.post(f"{HERE}{number}/", {"answer": "0"})

    with commits():
        sent = browser.post(f"{HERE}9/", {"answer": "1"})
    page = browser.get(sent["Location"]).text

    assert sent["Location"] == f"{HERE}9/help/"
    assert 'href="tel:' in page
    assert "A wellbeing reviewer was told, and looks by" in page
    assert "Nobody has read it yet." in page
    assert AnswerSet.objects.get().answers == [0, 0, *[None] * 6, 1, None]
    assert [(n.person, n.kind) for n in Notification.objects.all()] == [(lena, "review_waits")]


@pytest.mark.parametrize(
    ("value", "opens"), [(0, None), (None, None), (1, Sooner.TODAY), (2, Sooner.SOON), (3, "soon")]
)
def test_two_and_three_are_looked_at_sooner(ana, lena, value, opens):
    begun(ana)

    helps = answer(ana, value)

    assert helps is (opens is not None)
    assert list(Concern.objects.values_list("sooner", flat=True)) == ([opens] if opens else [])


def test_going_back_and_choosing_zero_takes_nothing_back(ana, lena):
    browser = browser_of(ana)
    browser.post(HERE)
    browser.post(f"{HERE}9/", {"answer": "2"})
    before = concern_of(ana)

    again = browser.post(f"{HERE}9/", {"answer": "0"})
    browser.post(f"{HERE}9/", {"answer": "skip"})

    after = concern_of(ana)
    shown = browser_of(lena).get(f"/reviewing/{after.pk}/").text
    assert again["Location"].startswith(f"{HERE}answers/")
    assert "A wellbeing reviewer was told" in browser.get(again["Location"]).text
    assert (after.state, after.sooner, after.promised_at) == (
        ConcernState.OPEN,
        before.sooner,
        before.promised_at,
    )
    assert said(ana) == [2, 0]  # the form ended with the zero: nothing was under way after it
    assert "More than half the days" in shown
    assert ": Not at all" in shown


def test_more_after_less_hurries_and_less_after_more_does_not_slow(ana, lena):
    begun(ana)
    answer(ana, 1)
    first = concern_of(ana)
    answer(ana, 3)
    second = concern_of(ana)
    answer(ana, 1)
    third = concern_of(ana)

    assert (first.sooner, second.sooner, third.sooner) == ("today", "soon", "soon")
    assert second.promised_at == third.promised_at < first.promised_at
    assert said(ana) == [1, 3, 1]


def test_a_form_that_is_left_or_deleted_takes_nothing_back(ana, lena):
    found = begun(ana)
    answer(ana, 1)

    answers.delete_answers(answers=found.pk, by=ana)

    assert concern_of(ana).state == ConcernState.OPEN
    assert said(ana) == [1]


def test_the_same_page_sent_twice_is_one_answer(ana, lena):
    begun(ana)
    for _again in range(2):
        answer(ana, 2)

    assert said(ana) == [2]


def test_help_stands_above_whatever_the_number_says(ana, lena):
    browser = browser_of(ana)
    browser.post(HERE)
    for number in range(1, 9):
        browser.post(f"{HERE}{number}/", {"answer": "0"})
    browser.post(f"{HERE}9/", {"answer": "1"})
    browser.post(f"{HERE}9/help/")
    ended = browser.post(f"{HERE}10/", {"answer": "0"})

    page = browser.get(ended["Location"]).text

    assert page.index("help-panel") < page.index("“minimal”")
    assert "whatever the number below is" in page


def test_asking_to_be_written_to_is_shown_to_the_reviewer(ana, lena):
    browser = browser_of(ana)
    browser.post(HERE)
    browser.post(f"{HERE}9/", {"answer": "1"})

    browser.post(f"{HERE}9/help/", {"words": "yes"})

    assert (
        "They know that you would like them to write to you." in browser.get(f"{HERE}9/help/").text
    )
    assert "Asks us to write." in browser_of(lena).get("/reviewing/").text


# Who sees it ---------------------------------------------------------------------------------------


def test_nobody_but_a_reviewer_finds_any_of_it(ana, ben, dora, emil, hana, ines, ola, lena):
    begun(ana)
    answer(ana, 3)
    number = concern_of(ana).pk
    lead = person("sam-holt", Role.SAFEGUARDING_LEAD)

    for somebody in (ben, dora, emil, hana, ines, ola, lead, ana):
        browser = browser_of(somebody)
        for address in ("/reviewing/", f"/reviewing/{number}/"):
            assert browser.get(address).status_code == 404, somebody
        for act in ("take", "write", "close"):
            posted = {"write-words": "hello", "close-outcome": "spoke"}
            assert browser.post(f"/reviewing/{number}/{act}/", posted).status_code == 404
    assert not Item.objects.exists()
    assert concern_of(ana).state == ConcernState.OPEN


def test_a_reviewer_sees_the_answer_its_time_the_name_and_nothing_else(ana, lena):
    begun(ana)
    answer(ana, 3, item=0)
    answer(ana, 2)

    page = browser_of(lena).get(f"/reviewing/{concern_of(ana).pk}/").text

    assert "ana-lark" in page
    assert "More than half the days" in page
    assert page.count("<textarea") == 0  # nobody writes before they have taken it
    assert "Nearly every day" not in page
    assert "PHQ" not in page


def test_no_reviewer_reads_what_is_about_themself(lena):
    other = person("mara-bay", Role.WELLBEING_REVIEWER)
    ReviewHours.objects.bulk_create(
        ReviewHours(person=other, weekday=n, starts=time(0), ends=time.max) for n in range(7)
    )
    begun(lena)
    answer(lena, 1)

    assert browser_of(lena).get(f"/reviewing/{concern_of(lena).pk}/").status_code == 404
    assert "No answer waits at the moment." in browser_of(lena).get("/reviewing/").text
    assert [n.person for n in Notification.objects.all()] == [other]


# What a reviewer does ------------------------------------------------------------------------------


def test_a_reviewer_takes_writes_and_closes_and_each_is_recorded(ana, lena):
    begun(ana)
    answer(ana, 1)
    number, reviewer = concern_of(ana).pk, browser_of(lena)

    early = reviewer.post(f"/reviewing/{number}/write/", {"write-words": "Hello Ana."})
    reviewer.post(f"/reviewing/{number}/take/")
    seen = browser_of(ana).get(f"{HERE}9/help/").text
    reviewer.post(f"/reviewing/{number}/write/", {"write-words": "Hello Ana."})
    unread = reviewer.get(f"/reviewing/{number}/").text
    read = browser_of(ana).get(f"/me/questions/from-us/{number}/").text
    reviewer.post(f"/reviewing/{number}/close/", {"close-outcome": "spoke"})

    assert early.status_code == 403
    assert "lena-reed looks at it since" in seen
    assert "not read" in unread
    assert "Hello Ana." in read
    assert concern_of(ana).outcome == Outcome.SPOKE
    acts = ["take_concern", "write_about_concern", "read_concern", "close_concern"]
    assert [e.act for e in Entry.objects.filter(about=ana.pk)] == acts
    assert "Hello" not in str(list(Entry.objects.values()))


def test_an_answer_to_what_was_closed_waits_for_a_reviewer_again(ana, ben, lena):
    begun(ana)
    answer(ana, 1)
    number = concern_of(ana).pk
    concerns.take(concern=number, by=lena)
    concerns.close(concern=number, outcome=Outcome.SPOKE, by=lena)

    browser_of(ben).post(f"/me/questions/from-us/{number}/", {"words": "Not mine."})
    browser_of(ana).post(f"/me/questions/from-us/{number}/", {"words": "It is bad again."})

    found = concern_of(ana)
    assert (found.state, found.taken_by, found.outcome) == (ConcernState.OPEN, None, "")
    assert [line.words for line in found.lines.all()] == ["It is bad again."]


def test_what_nobody_took_in_time_is_told_once_more_and_the_person_reads_it(ana, lena):
    begun(ana)
    past = timezone.now() - timedelta(hours=6)
    answer(ana, 1, now=past)
    Notification.objects.update(read_at=timezone.now())

    for _again in range(2):
        concern_clock.look_after(timezone.now())

    assert [n.kind for n in Notification.objects.filter(read_at=None)] == ["review_late"]
    assert "It took longer than we said" in browser_of(ana).get(f"{HERE}9/help/").text


def test_what_still_waits_reaches_those_who_lead_without_a_name(ana, ben, ola, lena):
    lead = person("sam-holt", Role.SAFEGUARDING_LEAD)
    begun(ana)
    answer(ana, 1, now=timezone.now() - timedelta(hours=6))
    now = timezone.now()
    concern_clock.look_after(now)
    for minutes in (14, 15, 40):
        concern_clock.look_after(now + timedelta(minutes=minutes))

    raised = Notification.objects.filter(kind="review_raised_later")
    page = browser_of(lead).get("/reviewing/late/").text
    assert [(notice.person, notice.path) for notice in raised] == [(lead, "/reviewing/late/")]
    assert "Something has waited for a wellbeing reviewer" in page
    assert "lena-reed" in page
    assert "ana-lark" not in page
    assert browser_of(ola).get("/reviewing/late/").status_code == 200
    assert browser_of(ben).get("/reviewing/late/").status_code == 404


def test_what_a_reviewer_had_goes_back_when_their_role_ends(ana, lena):
    begun(ana)
    answer(ana, 1)
    concerns.take(concern=concern_of(ana).pk, by=lena)

    end_role(person=lena, role=Role.WELLBEING_REVIEWER, by=None)

    assert (concern_of(ana).state, concern_of(ana).taken_by) == (ConcernState.OPEN, None)


def test_it_goes_along_and_it_goes_away(ana, lena):
    begun(ana)
    answer(ana, 2)
    concerns.take(concern=concern_of(ana).pk, by=lena)
    concerns.write(concern=concern_of(ana).pk, words="I am here.", by=lena)
    concerns.answer_words(concern=concern_of(ana).pk, words="Good.", by=ana)

    taken = personal_data.export(ana)["wellbeing"]
    theirs = personal_data.export(lena)["wellbeing"]
    personal_data.erase(ana, keeps_words=True)

    assert [row["value"] for row in taken["told_to_reviewers"]] == [2]
    assert taken["questions"][0]["answers"][8] == 2
    assert taken["questions"][0]["in_words"][0].endswith(
        "yourself in some way: More than half the days"
    )
    assert [row["words"] for row in taken["words_to_reviewers"]] == ["Good."]
    assert "I am here." not in str(taken)  # nobody else's words, but that they wrote
    assert len(taken["reviewers_wrote"]) == 1
    assert "I am here." in str(theirs)
    assert not any(m.objects.exists() for m in (AnswerSet, Concern, RiskAnswer))

"""Thanks for one specific thing, to somebody one has met; feedback without a name, from five on."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.models import Block
from community.notifications.models import Notification
from community.refusal import Refused
from community.safety import subjects
from community.safety.models import Item, Sign
from community.wellbeing.actions import figures, plan, sharing, visits
from community.wellbeing.actions import saying as actions
from community.wellbeing.enums import About, ForWhom, Section, Takes
from community.wellbeing.models import Feedback, Figure, Thanks, Theme, Visit, VisitAnswer
from community.wellbeing.queries import saying as queries
from tests.people import browser_of, person

NOBODY = "There is nobody of this name whom you have met here"


def thank(by, name, you="stayed last night", helped="to sleep."):
    return actions.thank(name=name, you=you, helped=helped, by=by)


def test_thanks_reach_whom_one_has_met_and_nobody_else(ana, ben, cleo, room):
    answer = browser_of(ana).post(
        "/me/thanks/give/", {"name": "ben-moss", "you": "stayed", "helped": "to sleep."}
    )

    assert answer.status_code == 302
    page = browser_of(ben).get("/me/thanks/").text
    assert "When you …</span> stayed</p>" in page
    assert "… it helped me</span> to sleep.</p>" in page
    assert "stayed" not in browser_of(cleo).get("/me/thanks/").text
    assert [(n.person, n.kind) for n in Notification.objects.all()] == [(ben, "thanks")]


@pytest.mark.parametrize(
    "why", ["not met", "not there", "oneself", "rather not", "blocked", "blocks"]
)
def test_every_no_is_the_same_sentence(ana, ben, cleo, room, why):
    if why == "rather not":
        actions.choose_recognition(takes=Takes.NONE, notice="", by=ben)
    if why == "blocked":
        Block.objects.create(by=ben, of=ana)
    if why == "blocks":
        Block.objects.create(by=ana, of=ben)
    name = {"not met": "cleo-finch", "not there": "no-one-here", "oneself": "ana-lark"}.get(why)

    page = browser_of(ana).post(
        "/me/thanks/give/", {"name": name or "ben-moss", "you": "stayed", "helped": "me"}
    )

    assert page.status_code == 422
    assert NOBODY in page.text
    assert not Thanks.objects.exists()


def test_what_is_left_empty_is_asked_for_in_our_own_words(ana):
    answer = browser_of(ana).post("/me/thanks/give/", {"name": ""})

    page = BeautifulSoup(answer.content, "html.parser")
    assert [(row["href"], row.text) for row in page.select(".error-summary a")] == [
        ("#id_name", "Please write the name they have here."),
        ("#id_you", "Please write what they did."),
        ("#id_helped", "Please write how it helped."),
    ]


def test_no_contact_details_go_along(ana, ben, room):
    with pytest.raises(Refused) as said:
        thank(ana, "ben-moss", helped="call me on 07700 900123")

    assert said.value.refusal.code == "contact"


@pytest.mark.parametrize("kind", ["thanks", "feedback", "act_idea", "plan_idea"])
def test_words_that_may_need_a_person_reach_the_desk(ana, ben, dora, room, pair, kind):
    heavy, browser, dark = "but tonight I want to die.", browser_of(ana), browser_of(dora)
    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=ana)
    until = timezone.now() + timedelta(days=1)
    sharing.share(to=dora.pk, parts=["section:well"], until=until, by=ana)
    if kind == "thanks":
        given = {"name": "ben-moss", "you": "stayed", "helped": heavy}
        answer = browser.post("/me/thanks/give/", given)
    if kind == "feedback":
        answer = browser.post("/me/feedback/", {"about": "mentor", "words": heavy})
    if kind == "act_idea":
        answer = dark.post(f"/suggest/{ana.pk}/", {"area": "calm", "words": heavy})
    if kind == "plan_idea":
        answer = dark.post(f"/shared/{ana.pk}/suggest/well/", {"words": heavy})

    item = Item.objects.get()
    by = dora if kind.endswith("idea") else ana
    assert (item.kind, item.subject_kind, item.about, answer.status_code) == (
        "signal",
        kind,
        by,
        302,
    )
    subject = subjects.get(kind)
    assert heavy in subject.words(item.subject_id)
    assert subject.context(item.subject_id).lines[0].who == by.handle
    if by == ana:
        page = browser.get(answer["Location"]).text
        assert 'href="tel:' in page
        assert "the team was told, with your name. Nobody has them yet." in page
        assert browser_of(ben).get(answer["Location"]).status_code == 404
    kept = Sign.objects.get().words_then
    if kind == "thanks":
        actions.delete_thanks(thanks=int(item.subject_id), by=ben)
    if kind == "act_idea":  # another takes its place
        dark.post(f"/suggest/{ana.pk}/", {"area": "calm", "words": "Tea."})
    is_gone = kind in ("thanks", "act_idea")
    assert heavy in kept
    assert (Sign.objects.get().words_then == "") is is_gone


def test_what_is_not_heavy_calls_nobody_and_leads_on(ana, ben, room):
    browser = browser_of(ana)

    answer = browser.post("/me/feedback/", {"about": "room", "words": "Good tea."})
    browser.post(
        "/me/feedback/",
        {
            "about": "room",
            "words": "Der Tee war gut und alle haben geredet, das war wirklich schön heute.",
        },
    )
    unheard = not Item.objects.exists()
    heavy = browser.post("/me/feedback/", {"about": "room", "words": "I want to die tonight."})
    kept = Feedback.objects.get(
        about="room", words__isnull=False, pk=heavy["Location"].split("/")[-2]
    )
    browser.post(f"/me/feedback/{kept.pk}/take-back/")

    assert (answer["Location"], unheard) == ("/said/", True)
    assert [sign.words_then for sign in Sign.objects.all()] == [
        ""
    ]  # the signal stays, its words do not


def test_who_got_it_can_tell_the_team_or_delete_it(ana, ben, emil, cleo, room):
    made = thank(ana, "ben-moss")
    report = f"/report/?kind=thanks&id={made.pk}"

    assert browser_of(ben).get(report).status_code == 200
    assert browser_of(cleo).get(report).status_code == 404
    browser_of(cleo).post(f"/me/thanks/{made.pk}/delete/")
    assert Thanks.objects.exists()
    browser_of(ben).post(f"/me/thanks/{made.pk}/delete/")
    assert not Thanks.objects.exists()


def test_feedback_is_kept_and_can_be_taken_back(ana):
    browser = browser_of(ana)
    browser.post("/me/feedback/", {"about": "room", "heard": "4", "words": "Good tea."})
    kept = Feedback.objects.get()

    browser.post(f"/me/feedback/{kept.pk}/take-back/")

    assert (kept.heard, kept.fitting, kept.words) == (4, None, "Good tea.")
    assert not Feedback.objects.exists()
    assert browser.post("/me/feedback/", {"about": "room"}).status_code == 422


def five(n=5):
    for one in range(n):
        somebody = person(f"voice-{one}")
        actions.give_feedback(
            about=About.ROOM, taps={"heard": 4}, words="Later hours, please.", by=somebody
        )


@pytest.mark.parametrize(("people", "is_shown"), [(4, False), (5, True)])
def test_under_five_people_nothing_is_shown(ana, hana, people, is_shown):
    five(people)
    hanas = browser_of(hana)
    hanas.post(
        "/said/answering/",
        {
            "said": "Later hours",
            "did": "Tuesdays until eleven.",
            "feedback": [row.pk for row in queries.unanswered()],
        },
    )

    assert ("Tuesdays until eleven." in browser_of(ana).get("/said/").text) is is_shown


@pytest.fixture
def next_month():
    """Just after the month in which everything here is said."""
    return timezone.now().replace(day=1) + timedelta(days=32)


@pytest.mark.parametrize(("people", "mean"), [(4, None), (5, 4.0)])
def test_a_mean_is_made_known_of_five_people_once_their_month_is_over(db, next_month, people, mean):
    five(people)

    figures.publish_due(timezone.now())
    before = queries.figures()[0].heard
    figures.publish_due(next_month)

    found = next(row for row in queries.figures() if row.about == About.ROOM)
    assert (before, found.heard, found.helped) == (None, mean, None)


def test_what_one_person_adds_or_takes_back_changes_no_mean_that_is_known(ana, next_month):
    five()
    figures.publish_due(next_month)
    known = queries.known_means()

    Feedback.objects.first().delete()
    actions.give_feedback(about=About.ROOM, taps={"heard": 1}, words="", by=ana)
    Feedback.objects.filter(person=ana).update(at=next_month)
    figures.publish_due(next_month)
    figures.publish_due(next_month + timedelta(days=40))

    assert known == queries.known_means() == {"room.heard": 4.0}


def test_who_taps_often_is_one_of_five(ana, next_month):
    five(4)
    for _again in range(6):
        actions.give_feedback(about=About.ROOM, taps={"heard": 1}, words="", by=ana)

    figures.publish_due(next_month)

    assert queries.known_means() == {"room.heard": 3.4}


def test_one_person_five_times_is_one_person(ana, hana):
    for _again in range(5):
        actions.give_feedback(about=About.ROOM, taps={"heard": 1}, words="Again.", by=ana)
    rows = [row.pk for row in queries.unanswered()]
    actions.say_theme(said="Again", did="Yes.", feedback=rows, by=hana)

    assert not queries.board().exists()


def test_the_team_reads_no_name_and_members_read_nothing(ana, emil, hana):
    actions.give_feedback(about=About.ROOM, taps={}, words="Good tea.", by=ana)

    page = browser_of(hana).get("/said/answering/").text

    assert "Good tea." in page
    assert ana.handle not in page
    assert browser_of(emil).get("/said/answering/").status_code == 404
    with pytest.raises(Refused):
        actions.say_theme(said="Tea", did="", feedback=[], by=emil)


def test_the_database_keeps_the_shape(ana):
    for wrong in ({"heard": 6}, {"heard": 0}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Feedback.objects.create(person=ana, about="room", **wrong)
    known = Figure.objects.create(of="room.heard", until=timezone.now(), mean=5)
    for wrong in ({"mean": 5.1}, {"until": known.until, "mean": 3}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Figure.objects.create(of="room.heard", **{"until": timezone.now(), **wrong})
    with pytest.raises(IntegrityError), transaction.atomic():
        Thanks.objects.create(to=ana, by=ana, you="x", helped="y")


def test_it_goes_along_and_it_goes_away(ana, ben, room):
    thank(ana, "ben-moss")
    thank(ben, "ana-lark", you="sang")
    actions.give_feedback(about=About.ROOM, taps={}, words="Good tea.", by=ana)

    taken = personal_data.export(ana)["wellbeing"]
    personal_data.erase(ana, keeps_words=True)

    assert [row["you"] for row in taken["thanks_i_wrote"]] == ["stayed last night"]
    assert [row["words"] for row in taken["feedback"]] == ["Good tea."]
    assert not any(model.objects.exists() for model in (Thanks, Feedback, Theme))


def test_the_service_reads_how_appointments_were_from_five_people_on(ana, hana, next_month):
    people = [ana, *(person(f"visitor-{n}") for n in range(4))]
    for number, one in enumerate(people):
        visit = Visit.objects.create(person=one, at=timezone.now())
        told = {"heard": (4, ForWhom.SERVICE), "way": (1, ForWhom.ME)}
        if number:
            told["overall"] = (2, ForWhom.SERVICE)
        visits.say_how_it_went(visit=visit.pk, answers=told, by=one)

    before = VisitAnswer.objects.get(visit__person=ana, about="heard").at
    figures.publish_due(next_month)
    VisitAnswer.objects.update(at=before)
    for one in people:  # said again, and otherwise, after it was made known
        visit = Visit.objects.get(person=one)
        apart = {"heard": (1, ForWhom.ME), "way": (1, ForWhom.ME)}
        visits.say_how_it_went(visit=visit.pk, answers=apart, by=one)
        again = {"heard": (1, ForWhom.SERVICE), "way": (1, ForWhom.SERVICE)}
        visits.say_how_it_went(visit=visit.pk, answers=again, by=one)
    VisitAnswer.objects.filter(at__gt=before).update(at=next_month)
    figures.publish_due(next_month + timedelta(days=31))

    found = {one.asked: one.mean for one in queries.visit_figures()}

    assert found == {"heard": 4.0, "mattered": None, "way": 1.0, "overall": None}
    assert set(VisitAnswer.objects.values_list("about", "value")) == {("heard", 1), ("way", 1)}
    assert "How appointments were" in browser_of(hana).get("/said/answering/").text


def test_after_a_room_one_can_say_how_it_was(ana, room):
    browser = browser_of(ana)

    going = browser.get(f"/rooms/{room.pk}/going/").text
    links = [a["href"] for a in BeautifulSoup(going, "html.parser").select("#after + ul a")]

    assert links == ["/me/calm/after/", "/me/questions/today/", "/me/feedback/?about=room"]
    assert [browser.get(link).status_code for link in links] == [200, 200, 200]


def test_todays_group_is_feedback_without_a_number(ana):
    browser = browser_of(ana)
    browser.post("/me/questions/today/")
    for number in range(1, 5):
        answer = browser.post(f"/me/questions/today/{number}/", {"answer": "2"})

    page = browser.get(answer["Location"]).text

    assert "Thank you. Your answers are kept." in page
    assert browser.post("/me/questions/today/").status_code == 302

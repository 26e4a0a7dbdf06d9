"""A reader asks the library: in private, answered by a day, and for everybody without the asker."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cms.actions.questions import remind
from cms.models import AnswerPage, ReaderQuestion
from community import pace
from community.accounts import personal_data
from community.notifications import queries as notices
from community.safety.models import Item
from tests.cms.library import public, topic
from tests.people import browser_of

pytestmark = pytest.mark.django_db

WORDS = "How long does it take until sleep is better?"


@pytest.fixture
def shelf():
    return topic()


@pytest.fixture(autouse=True)
def a_new_day():
    pace.forget()


def _ask(somebody, words=WORDS, about=""):
    browser = browser_of(somebody)
    answer = browser.post(f"/library/ask/?about={about}", {"words": words}, follow=True)
    return answer, ReaderQuestion.objects.order_by("-pk").first()


def test_a_question_has_a_day_and_its_asker_sees_its_state(shelf, fay, gil, ana):
    page = public(shelf, by=fay, approved_by=gil)

    answer, question = _ask(ana, about=page.pk)

    words = answer.content.decode()
    assert "Nobody has answered yet. Somebody does by" in words
    assert f"About “{page.title}”." in words
    assert (question.due - timezone.localdate(question.asked_at)).days == 7
    assert Item.objects.count() == 0


def test_whoever_could_answer_is_told_and_told_again_when_the_day_has_come(ana, fay, gil, dora):
    def told(somebody):
        return sorted({one.sentence for one in notices.notices_of(somebody.pk)})

    asks = "A reader asked the library a question."
    waits = "A question to the library waits for its answer; the promised day has come."
    _ask(ana)
    first = [told(one) for one in (fay, gil, dora, ana)]

    remind(timezone.now() + timedelta(days=6))
    early = told(fay)
    remind(timezone.now() + timedelta(days=7))

    assert first == [[asks], [asks], [], []]
    assert (early, told(fay), told(ana)) == ([asks], sorted([asks, waits]), [])


def test_the_answer_reaches_who_asked_and_names_nobody(ana, fay):
    _, question = _ask(ana)
    desk = browser_of(fay)
    listed = desk.get("/library/waiting/").content.decode()
    read = desk.get(reverse("library:answer", args=[question.pk])).content.decode()

    desk.post(reverse("library:answer", args=[question.pk]), {"words": "Often some weeks."})

    mine = browser_of(ana).get(reverse("library:asked", args=[question.pk])).content.decode()
    assert "How long does it take" in listed
    assert (ana.handle in read, fay.handle in mine) == (False, False)
    assert "Often some weeks." in mine
    assert [n.sentence for n in notices.notices_of(ana.pk)] == ["The library has answered you."]


def test_a_page_made_of_an_answer_holds_nothing_of_the_asker(shelf, ana, fay):
    _, question = _ask(ana, words="My sister Jo cannot sleep. What now?")
    desk = browser_of(fay)
    desk.post(reverse("library:answer", args=[question.pk]), {"words": "Be there.\nAsk her."})

    made = desk.post(
        reverse("library:draft-answer", args=[question.pk]),
        {"title": "What can a sister do?", "topic": shelf.pk},
    )

    page = AnswerPage.objects.get()
    assert made.status_code == 302
    assert (page.live, page.title, page.owner) == (False, "What can a sister do?", fay)
    assert "Jo" not in str(page.get_latest_revision().content)
    assert "Be there." in str(page.get_latest_revision().content)


def test_others_read_neither_question_nor_answer(ana, ben, hana):
    _, question = _ask(ana)

    statuses = [
        browser_of(one).get(at).status_code
        for one in (ben, hana)
        for at in (
            reverse("library:asked", args=[question.pk]),
            reverse("library:answer", args=[question.pk]),
            "/library/waiting/",
        )
    ]

    assert statuses == [404, 403, 403] * 2


def test_a_question_that_sounds_like_a_bad_night_is_met_with_help(ana):
    answer, question = _ask(ana, words="I want to die tonight, I cannot go on. How does it end?")

    words = answer.content.decode()
    item = Item.objects.get()
    assert words.index("You do not have to wait for us") < words.index("Nobody has answered yet.")
    assert "We do not know where you are. Only you can call." in words
    assert (item.subject_kind, item.subject_id) == ("library_question", str(question.pk))
    assert item.about == ana


def test_a_second_answer_is_refused(ana, fay, gil):
    _, question = _ask(ana)
    address = reverse("library:answer", args=[question.pk])
    browser_of(fay).post(address, {"words": "First."})

    browser_of(gil).post(address, {"words": "Second."})

    question.refresh_from_db()
    assert question.answer == "First."


@pytest.mark.parametrize(
    "path",
    ["ask/", "ask/mine/", "ask/1/", "my-course/1/", "waiting/", "waiting/questions/1/", "checks/"],
)
def test_strangers_sign_in_first(path, db, client):
    answer = client.get(f"/library/{path}")

    assert (answer.status_code, answer["Location"][:16]) == (302, "/accounts/login/")


def test_questions_go_with_their_asker_and_stand_in_the_archive(ana):
    _ask(ana)

    ReaderQuestion.objects.update(answer="Two weeks.", answered_at=timezone.now(), answered_by=1)
    archive = personal_data.export(ana)["library"]
    personal_data.erase(ana, keeps_words=True)

    assert [one["words"] for one in archive["questions"]] == [WORDS]
    assert archive["questions"][0]["answered_at"] is not None
    assert "Two weeks." not in str(archive)
    assert ReaderQuestion.objects.count() == 0


def test_an_answer_has_words_a_time_and_a_person(ana):
    _ask(ana)

    for half in ({"answer": "x"}, {"answered_at": timezone.now()}, {"answered_by": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReaderQuestion.objects.update(**half)

"""A reader asks, somebody answers."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Page

from cms import rules
from cms.enums import Barrier
from cms.models import AnswerPage, ReaderQuestion, TopicPage
from cms.queries import review
from community.accounts import rules as accounts
from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import Refused, insist
from community.safety.hearing import hear

ANSWER_WITHIN = timedelta(days=7)
SUBJECT = "library_question"
ANSWERED, ASKED, OVERDUE = "question_answered", "reader_asks", "reader_waits"


@transaction.atomic
def ask(
    *, words: str, about: Page | None, by: Person, barrier: Barrier | None = None
) -> ReaderQuestion:
    """Keeps a question for the editors, with the day by which it is answered. Where it sounds as if
    somebody is needed, the desk is told at once: an editor is no help in a bad night."""
    insist(rules.may_ask(by))
    question = ReaderQuestion.objects.create(
        asker=by,
        about=about,
        barrier=barrier or "",
        words=words,
        due=timezone.localdate() + ANSWER_WITHIN,
    )
    _tell_the_team(ASKED, apart_from=by)
    hear(words, subject_kind=SUBJECT, subject_id=question.pk, about=by.pk)
    return question


@transaction.atomic
def answer(*, question: int, words: str, by: Person) -> ReaderQuestion:
    """Answers the reader. They are told; the words wait on a page of theirs."""
    asked = _locked(question)
    insist(rules.may_answer(by, barrier=asked.barrier))
    if asked.answered_at is not None:
        raise Refused(rules.ANSWERED)
    asked.answer, asked.answered_by, asked.answered_at = words, by.pk, timezone.now()
    asked.save(update_fields=["answer", "answered_by", "answered_at"])
    notify(person=asked.asker, kind=ANSWERED, path=reverse("library:asked", args=[asked.pk]))
    record.write(act="answer_question", by=by.pk, subject=f"{SUBJECT}:{asked.pk}")
    return asked


@transaction.atomic
def draft_page(*, question: int, title: str, topic: TopicPage, by: Person) -> AnswerPage:
    """A draft for everybody: the editor's own wording of the question, and the answer. Nothing of
    the asker goes with it. It passes both checks like every page."""
    insist(None if rules.works_here(by) else accounts.NOT_YOURS)
    asked = _locked(question)
    page = AnswerPage(title=title, slug="", summary=title[:200], live=False, owner=by)
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in asked.answer.split("\n") if part)
    page.body = [("text", paragraphs)]
    page.slug = f"answer-{uuid4().hex[:8]}"
    topic.add_child(instance=page)
    page.save_revision(user=by, clean=False)
    asked.published = page
    asked.save(update_fields=["published"])
    return page


@transaction.atomic
def remind(now: datetime) -> None:
    """The ticker's job, once a day: as long as a promised day has come without an answer, everybody
    who could give it is told."""
    if ReaderQuestion.objects.filter(answered_at=None, due__lte=timezone.localdate(now)).exists():
        _tell_the_team(OVERDUE)


def _tell_the_team(kind: str, *, apart_from: Person | None = None) -> None:
    for person in review.team():
        if person != apart_from:
            notify(person=person, kind=kind, path=reverse("library:work"))


def _locked(question: int) -> ReaderQuestion:
    found = ReaderQuestion.objects.select_for_update().filter(pk=question).first()
    if found is None:
        raise Refused(rules.NO_SUCH_QUESTION)
    return found

"""The table: every field of a member's that holds words, by every page a provider can get. It is made
from the models themselves: each word kept anywhere about Ana is a mark of its own, all pages are
walked as Ines, and what was read is compared with what was handed over."""

import os
import re
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import models
from django.urls import get_resolver
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.models import FormerName, Person, Profile, Welcome
from community.care.actions import answering, back, handing, sheets
from community.care.enums import Came
from community.care.models import Piece, Question, Sheet, SheetVersion, ShownStep, Tie
from community.care.queries import choosing
from community.care.queries.choosing import Wanted, end_of
from community.notifications.models import Notification
from community.safety.models import DangerNote, Item, Letter, Measure, Note, Report
from community.wellbeing.actions import days
from community.wellbeing.enums import Section, Step
from community.wellbeing.models import (
    Concern,
    Feedback,
    Goal,
    GoalStep,
    GoalVersion,
    JournalEntry,
    PlanPart,
    SafetyPlan,
    SmallAct,
    Thanks,
    Visit,
)
from groups.models import Draft, Membership, Message, MutedWords, Seat
from mentoring.models import PairAgreement
from tests.care.conftest import in_days
from tests.care.test_handing import fill
from tests.mentoring.conftest import mentor, pair
from tests.people import browser_of
from tests.processes import ROOT
from tests.roof.test_gate import _addresses
from tests.wellbeing.conftest import lena
from tests.words import say

__all__ = ["lena", "mentor", "pair"]
OURS = ("accounts", "groups", "mentoring", "safety", "wellbeing", "care")
N = 7007  # the number of every row of Ana's that an address could ask for
# Names of things and of states: nobody's words.
NO_WORDS = re.compile(
    r"hash|mac|password|area|place|subject|instrument|version|rule|slug|zone|country|kind|raw|"
    r"reason|receipt|skeleton|wire_id|opening|closing|content|style|state_why|what"
)
HANDED = {
    "care.Card.spoken", "care.Card.about", "care.Card.not_about", "care.Question.words",
    "care.Sheet.title", "care.SheetVersion.options", "care.SheetVersion.matters",
    "care.SheetVersion.leans", "care.SheetVersion.decided", "care.Piece.content", "care.Tie.called", "care.ShownStep.goal", "care.ShownStep.words", "wellbeing.Goal.words", "wellbeing.Goal.why", "wellbeing.Goal.measure",
    "wellbeing.Goal.helper", "wellbeing.GoalStep.words", "wellbeing.PlanPart.words",
}  # fmt: skip
NEVER = {
    "accounts.Person.handle", "accounts.Person.email", "accounts.Profile.about",
    "accounts.FormerName.name", "accounts.Welcome.words", "groups.Message.body", "groups.Room.title",
    "groups.SupportGroup.title", "groups.Draft.body", "groups.MutedWords.words",
    "mentoring.Mentor.brings", "mentoring.Request.hopes", "mentoring.PairAgreement.about",
    "safety.Report.words", "safety.Letter.words", "safety.Measure.words", "safety.Note.words",
    "safety.DangerNote.words", "wellbeing.JournalEntry.words", "wellbeing.CheckIn.line",
    "wellbeing.SafetyPlan.signs", "wellbeing.SmallAct.words", "wellbeing.Visit.who",
    "wellbeing.Thanks.you", "wellbeing.Feedback.words",
    "wellbeing.GoalVersion.words", "wellbeing.GoalVersion.why", "wellbeing.GoalVersion.measure",
    "wellbeing.GoalVersion.helper",
}  # fmt: skip
# Behind the wall's door, without what is open to every stranger.
OWN = ("/care/", "/me/", "/accounts/profile/", "/accounts/blocked/", "/accounts/sessions/")
ARCHIVE = "/accounts/my-data/"
TABLE = ROOT / "docs" / "what-a-provider-reads.md"
HEAD = """# What a provider reads

Made by `tests/care/test_table.py`, which also keeps it true. A member has words in every place that
keeps some, brought a provider and handed over one piece of each kind, among them one goal of two and
one section of three, and a whole sheet to decide on. The provider writes of all of it, opens every
address there is and takes their own archive with them. Whatever is not named here holds no
words: numbers, moments, states and names of things.

| kept in | a provider reads it at |
|---|---|"""
LONG_AGO = datetime(2003, 2, 1, 4, 5, tzinfo=UTC)


def a_whole_life_here(ana, dora, hana, room, pair):
    """Something of Ana's in every place that keeps words."""
    now, soon = timezone.now(), timezone.now() + timedelta(days=1)
    Profile.objects.create(person=ana, pronouns="x", about="x")
    FormerName.objects.create(person=ana, name="x")
    Welcome.objects.create(person=ana, words="x")
    EmailAddress.objects.create(user=ana, email="x@example.org", verified=True)
    say(ana, room, "x")
    Draft.objects.create(room=room, person=ana, cid=uuid4(), body="x", note="x")
    MutedWords.objects.create(person=ana, words="x", until=soon)
    PairAgreement.objects.create(pair=pair, about="x", helps="x")
    item = Item.objects.create(
        pk=N, area="group:1", subject_kind="profile", subject_id=str(ana.pk), about=ana,
        kind="report", level="amber", promised_at=soon,
    )  # fmt: skip
    Note.objects.create(item=item, by=hana, words="x")
    Letter.objects.create(pk=N, person=ana, by=hana, words="x", reply="x")
    Report.objects.create(pk=N, item=item, reporter=ana, reason="other", words="x", snapshot="x")
    Measure.objects.create(pk=N, person=ana, kind="warning", reason="x", words="x", decided_by=hana)
    DangerNote.objects.create(person=ana, words="x")
    JournalEntry.objects.create(pk=N, person=ana, day=in_days(0), words="x")
    days.keep_day(day=in_days(-1), answers={"mood": 2}, line="x", by=ana)
    SafetyPlan.objects.create(person=ana, **{step.value: "x" for step in Step})
    SmallAct.objects.create(
        pk=N, person=ana, area="calm", week=in_days(0), place=1, words="x", when="x", where="x"
    )
    Visit.objects.create(pk=N, person=ana, at=now - timedelta(days=3), name="x", where="x", who="x")
    Thanks.objects.create(pk=N, by=ana, to=dora, you="x", helped="x")
    Feedback.objects.create(pk=N, person=ana, about="room", heard=2, words="x")
    for section in (Section.WELL, Section.TOOLS, Section.CRISIS):
        PlanPart.objects.create(
            person=ana, section=section, words="x", only_me=section == Section.CRISIS
        )
    for pk in (N, N + 1):
        goal = Goal.objects.create(
            pk=pk, person=ana, words="x", why="x", measure="x", helper="x", review_on=in_days(9)
        )
        GoalStep.objects.create(goal=goal, words="x")
        GoalVersion.objects.create(
            goal=goal, version=1, words="x", why="x", measure="x", helper="x"
        )
    handing.write_card(spoken="x", about="x", not_about="x", by=ana)


def marked(ines):
    """Every word of everybody's but Ines's becomes a mark: what each of them stands for."""
    marks = {}
    for model in apps.get_models():
        if model._meta.app_label not in OURS or model._meta.label in ("care.Provider",):
            continue
        fields = [f for f in model._meta.concrete_fields if _holds_words(f)]
        rows = model._base_manager.all()
        rows = rows.exclude(pk=ines.pk) if model is Person else rows
        for row in rows if fields else ():
            for field in fields:
                if getattr(row, field.attname):
                    mark = f"zq{len(marks)}x"
                    marks[mark] = (f"{model._meta.label}.{field.name}", row.pk)
                    model._base_manager.filter(pk=row.pk).update(**{field.name: mark})
    return marks


def _holds_words(field):
    is_text = isinstance(field, models.CharField | models.TextField)
    is_name = bool(NO_WORDS.search(field.name))
    return is_text and not (field.choices or field.primary_key or is_name)


def every_page(ines, tie, ana):
    """What Ines gets at every address that is not behind the wall, with Ana's numbers filled in."""
    browser, question, piece = browser_of(ines), Question.objects.get(), Piece.objects.first()
    own = {"tie": tie.pk, "question": question.pk, "person": ana.pk, "piece": piece.pk}
    pages = {}
    for pattern in set(_addresses(get_resolver().url_patterns)):
        numbers = own if pattern.startswith(("/care/", "/me/care/")) else {}
        address = re.sub(r"<(?:\w+:)?(\w+)>", partial(_number, numbers), pattern)
        if address.startswith(OWN) and "(" not in address and "logout" not in address:
            answer = browser.get(address)
            pages[pattern] = "" if answer.streaming else answer.text
    return {**pages, ARCHIVE: str(personal_data.export(ines))}


def _number(numbers, match):
    return str(numbers.get(match[1], N))


def table(marks, pages):
    """Every field that holds words of somebody's, and where a provider reads those of a member who
    brought them and handed over one piece of each kind."""
    where = {label: set() for label, _row in marks.values()}
    for pattern, page in pages.items():
        for mark in marks.keys() & set(re.findall(r"zq(?:\d+x|[a-z]+)", page)):
            where[marks[mark][0]].add(f"`{pattern}`")
    rows = [
        f"| `{label}` | {', '.join(sorted(where[label])) or 'nowhere'} |" for label in sorted(where)
    ]
    return "\n".join([HEAD, *rows, ""])


def main_of(browser, *addresses):
    """What the pages say, without what differs from one loading to the next."""
    text = "".join(browser.get(one).text.split("<main")[1].split("</main>")[0] for one in addresses)
    return re.sub(r'value="[^"]{20,}"', "", text)


@pytest.fixture
def lived(ana, ines, dora, hana, lena, room, pair, tie):
    """Ana has lived here; she handed over one piece of each kind, and marks stand for all of it."""
    a_whole_life_here(ana, dora, hana, room, pair)
    Person.objects.filter(pk=ana.pk).update(last_login=LONG_AGO, joined_at=LONG_AGO, email="x")
    Seat.objects.filter(person=ana).update(entered_at=LONG_AGO)
    Membership.objects.filter(person=ana).update(asked_at=LONG_AGO, joined_at=LONG_AGO)
    Message.objects.update(written_at=LONG_AGO)
    marks = marked(ines)
    filled = fill(ana, nine=0, days_ago=30)
    wanted = Wanted(
        until=end_of(in_days(9)),
        parts=("card", f"goal:{N}", "section:well", f"answers:{filled.pk}"),
        since="zqsince",
        days=(in_days(-20), in_days(0)),
        questions=("zqasked",),
    )
    seen = choosing.digest(choosing.drafts(ana, wanted))
    handing.hand_over(tie=tie.pk, wanted=wanted, seen=seen, by=ana)
    marks["zqsince"] = ("care.Piece.content", Piece.objects.get(kind="since").pk)
    marks["zqasked"] = ("care.Question.words", Question.objects.get().pk)
    marks["zqstep"] = ("care.ShownStep.words", N)
    marks["zqgoal"] = ("care.ShownStep.goal", N)
    shown = {"goal": "zqgoal", "words": "zqstep", "until": end_of(in_days(9))}
    ShownStep.objects.create(pk=N, tie=tie, **shown)
    marks["zqsheet"] = ("care.Sheet.title", N)
    sheet = Sheet.objects.create(pk=N, tie=tie, title="zqsheet", until=end_of(in_days(9)))
    boxes = {name: f"zq{name}" for name in ("options", "matters", "leans", "decided")}
    SheetVersion.objects.create(sheet=sheet, number=1, side="member", **boxes)
    marks |= {mark: (f"care.SheetVersion.{name}", N) for name, mark in boxes.items()}
    brings_back(ines, tie)
    return marks


def brings_back(ines, tie):
    """Ines writes of all that was handed over: her archive holds it, without what it was about."""
    question, until = Question.objects.get(), end_of(in_days(9))
    answering.answer(tie=tie.pk, question=question.pk, words="Light helps.", talk_on=None, by=ines)
    back.suggest(tie=tie.pk, target="calm", words="Tea helps.", by=ines)
    back.write_outcome(tie=tie.pk, said=back.Decided(about="Tea", came=Came.KEEP), by=ines)
    step = ShownStep.objects.create(tie=tie, goal="zqgoal", words="zqstep", until=until)
    back.notice(tie=tie.pk, step=step.pk, saw="Bread helps.", strength="", by=ines)
    said = sheets.Theirs(thinks="Milk helps.", decided="zqdecided")
    sheets.write_as_provider(tie=tie.pk, sheet=N, said=said, seen=1, by=ines)
    handing.look_at(Sheet.objects.get(pk=N), now=timezone.now())
    Notification.objects.all().delete()


def test_a_provider_reads_what_was_handed_over_and_no_other_word(ana, ines, tie, lived):
    pages = every_page(ines, Tie.objects.get(), ana)
    text = "\n".join(pages.values())

    read = {mark for mark in lived if re.search(rf"{mark}(?!\d)", text)}
    rows = {lived[mark] for mark in read}

    assert {label for label, _row in lived.values()} >= NEVER | HANDED  # each could have leaked
    assert {label for label, _row in rows} == HANDED
    handed = {PlanPart.objects.get(section="well").pk, N, GoalStep.objects.get(goal=N).pk}
    kept_back = [row for row in rows if row[0].startswith("wellbeing") and row[1] not in handed]
    assert kept_back == []
    assert "2003" not in text
    for own in ("Light helps.", "Tea helps.", "Bread helps.", "Milk helps."):
        assert own in pages[ARCHIVE]
    assert len(pages) > 60
    if "KEEP" in os.environ:
        TABLE.write_text(table(lived, pages))
    assert TABLE.read_text() == table(lived, pages), f"KEEP=yes writes {TABLE.name} anew"
    assert {pattern for pattern, page in pages.items() if any(m in page for m in read)} == {
        "/care/", "/care/people/<number:tie>/", "/care/people/<number:tie>/questions/<number:question>/",
        "/care/people/<number:tie>/steps/<number:step>/", "/care/people/<number:tie>/suggest/",
        "/care/people/<number:tie>/sheets/<number:sheet>/", "/care/people/<number:tie>/went/",
        "/care/people/<number:tie>/outcome/", "/care/people/<number:tie>/ask/",
    }  # fmt: skip


def test_neither_being_here_nor_a_crisis_changes_a_letter(ana, ines, tie, lived, lena, room):
    browser, hers, pages = browser_of(ines), browser_of(ana), (f"/care/people/{tie.pk}/", "/care/")
    main_of(browser, *pages)
    before = main_of(browser, *pages)

    for one in ("/me/", "/groups/", "/me/rooms/", f"/me/care/{tie.pk}/"):
        assert hers.get(one).status_code == 200
    Notification.objects.filter(person=ines).delete()
    fill(ana, nine=3)
    say(ana, room, "I want to kill myself tonight, I have the pills here.")

    assert Concern.objects.filter(person=ana).exists()
    assert Item.objects.exclude(pk=N).exists()
    assert main_of(browser, *pages) == before
    assert not Notification.objects.filter(person=ines).exists()

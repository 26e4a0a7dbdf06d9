"""Subjects of a test's own, so that the desk is tried without any feature behind it."""

from dataclasses import dataclass, field

import pytest

from community.safety import subjects
from community.safety.actions import desk, reporting
from community.safety.choices import Decision
from community.safety.enums import ItemKind, MeasureKind, ReportReason, Why
from community.safety.intake import put_on_desk
from community.safety.models import Item


@dataclass
class Leaves:
    """Leaves on a board: whose they are, what stands on them, who may see them."""

    area: str
    author: int | None
    words: dict = field(default_factory=lambda: {"1": "the pond is deep", "2": "hello there"})
    seen_by: set = field(default_factory=set)
    hidden: dict = field(default_factory=dict)
    removed: list = field(default_factory=list)
    undone: list = field(default_factory=list)
    opened: list = field(default_factory=list)

    def snapshot(self, id):
        return self.words[id]

    def context(self, id):
        line = subjects.Line("somebody", self.words[id], is_subject=True)
        return subjects.Context(where="the board", path="/board/", lines=(line,))

    def hide(self, *, id, by, reason):
        self.hidden[id] = (by.pk, reason)

    def restore(self, *, id, by, reason):
        del self.hidden[id]

    def open(self, *, id, by):
        self.opened.append((id, by.pk))

    def remove(self, *, id, by, reason, words, until):
        self.removed.append((id, by.pk, until))
        return "board:1"

    def undo(self, *, subject, person, by):
        self.undone.append((subject, person.pk, by.pk))


@pytest.fixture
def leaves(evenings, ana, ben, monkeypatch):
    """A kind of subject of Ben's, in the evenings, seen by Ana and by Ben."""
    made = Leaves(area=evenings.area, author=ben.pk, seen_by={ana.pk, ben.pk})
    monkeypatch.setattr(subjects, "_subjects", dict(subjects._subjects))
    monkeypatch.setattr(subjects, "_acts", dict(subjects._acts))
    monkeypatch.setattr(subjects, "_undos", dict(subjects._undos))
    subjects.register(
        "leaf",
        snapshot=made.snapshot,
        context=made.context,
        area=lambda id: made.area,
        about=lambda id: made.author,
        visible_to=lambda id, person: id in made.words and person in made.seen_by,
        hide=made.hide,
        restore=made.restore,
        is_hidden=lambda id: id in made.hidden,
        opened=made.open,
    )
    subjects.register_act(
        "leaf",
        "remove",
        label="Take them from the board",
        run=made.remove,
        measure=MeasureKind.REMOVAL,
        needs_words=True,
        has_end=True,
    )
    subjects.register_undo(MeasureKind.REMOVAL, undo=made.undo)
    return made


@pytest.fixture
def told(leaves, ana):
    """Ana told the team about Ben's first leaf."""
    return reporting.report(
        kind="leaf", id="1", reason=ReportReason.HURTS, words="it frightened me", by=ana
    )


@pytest.fixture
def item(told):
    """The desk's item about Ben's first leaf."""
    return told.item


@pytest.fixture
def taken(item, emil):
    """The same item, in Emil's hands."""
    return desk.take(item=item.pk, by=emil)


def decision(choice, **given):
    """A decision with the words it needs."""
    return Decision(
        **{
            "choice": choice,
            "why": Why.UNKIND,
            "words": "Please mind how it reads.",
            "rule": "1:0",
            **given,
        }
    )


def on_desk(area, *, level, at, id="7", kind=ItemKind.SIGNAL, about=None):
    """One item as screening would put it there."""
    item = put_on_desk(
        kind=kind,
        level=level,
        area=area,
        subject_kind="leaf",
        subject_id=id,
        about=about,
        at=at,
    )
    return Item.objects.get(pk=item.pk)

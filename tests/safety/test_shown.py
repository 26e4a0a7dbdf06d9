"""The desk says which help stood beside somebody's words: what the rules of the help show, and no more."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from community.safety.actions import deciding, desk
from community.safety.enums import Level
from community.safety.models import Item
from community.safety.shown import FOLDED, OPEN, QUIET, shown_beside
from groups.near import Signal
from tests.people import browser_of, on_duty
from tests.safety.conftest import decision
from tests.words import say

NIGHT = datetime(2026, 11, 26, 23, tzinfo=UTC)


@dataclass
class Came:
    subject_id: str
    level: Level
    hours: float = 0
    subject_kind: str = "message"
    codes: list = field(default_factory=list)

    @property
    def at(self):
        return NIGHT + timedelta(hours=self.hours)


def test_what_was_shown_follows_the_level_and_the_hours_before():
    rows = [
        (Came("quiet", Level.TODAY), QUIET),
        (Came("profile", Level.TODAY, subject_kind="profile"), None),
        (Came("calm", Level.CALM), None),
        (Came("first", Level.SOON, 1), OPEN),
        (Came("again", Level.SOON, 2), FOLDED),
        (Came("about somebody", Level.SOON, 3, codes=["attack"]), None),
        (Came("heavier", Level.NOW, 4), OPEN),
        (Came("as heavy", Level.NOW, 15), FOLDED),
        (Came("the next night", Level.NOW, 28), OPEN),
        (Came("on a page", Level.SOON, 29, subject_kind="name"), OPEN),
    ]

    found = shown_beside([came for came, _said in rows])

    assert {
        came.subject_id: found.get((came.subject_kind, came.subject_id)) for came, _ in rows
    } == {came.subject_id: said for came, said in rows}


def test_the_item_says_what_was_shown_and_that_nobody_has_written(ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "I want to go.", signal=Signal(Level.NOW, ("thought",)))
    item = Item.objects.get(kind="signal")
    desk.take(item=item.pk, by=emil)
    browser, path = browser_of(emil), f"/desk/items/{item.pk}/words/"
    before = browser.post(path, {"show": "yes"}).text
    deciding.decide(item=item.pk, by=emil, decision=decision("write"))
    after = browser.post(path, {"show": "yes"}).text

    nobody = "Nobody of the team has written to them from here yet."
    assert str(OPEN) in before
    assert (nobody in before, nobody in after) == (True, False)

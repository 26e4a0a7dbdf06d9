"""Three members ask for words to be looked at: every open screen follows, and follows back."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.keys import Keys
from tests.browser.rooms import opened, wait_for_words
from tests.groups.flags import HARSH, at_night_on, flag, members

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]

LINE = "#messages .message-note[data-how=asked]"


def test_words_are_folded_on_every_screen_until_somebody_has_looked(opened, ana, ben, emil, wall):
    three = members(wall.group, "iris-may", "jon-reed", "lea-sand")
    post = at_night_on(wall, ana)
    theirs, mine, team = (opened(who, wall) for who in (ben, ana, emil))
    for page in (theirs, mine, team):
        wait_for_words(page, HARSH)

    flag(post, *three)

    summary = theirs.locator(f"{LINE} summary", has_text="Three members asked for this")
    summary.wait_for()
    words = theirs.locator("#messages .message-words", has_text=HARSH)
    words.wait_for(state="hidden")
    below = mine.locator('#messages [data-if="folded-own"]', has_text="Nothing else comes of it.")
    below.wait_for()
    expect(mine.locator("#messages .message-words", has_text=HARSH)).to_be_visible()
    wrong = findings(theirs)

    Keys(theirs).enter("Three members asked for this")
    words.wait_for()
    theirs.reload()
    words.wait_for(state="hidden")

    look = team.locator('#messages [data-if="folded-look"] a')
    look.wait_for()
    keys = Keys(team)
    keys.go("Look at it")
    team.get_by_role("button", name="Let the words stand").wait_for()
    wrong += findings(team)
    keys.go("Let the words stand")

    words.wait_for()
    below.wait_for(state="hidden")
    expect(theirs.locator(LINE)).to_be_hidden()
    assert wrong == []

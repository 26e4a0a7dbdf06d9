"""The page "Who can read what" says what the rules do: no more readers, no fewer."""

import re
from html import unescape

import pytest

from community.accounts.enums import Role
from community.safety import rules, subjects
from community.safety.actions.clocks import SNAPSHOT_KEPT
from community.safety.enums import Level
from community.safety.models import Appointment, Item
from community.welcome import _keep
from groups import desk_words
from groups.actions.pairs import open_pair_room
from groups.enums import HeldFor
from groups.models import Message
from groups.near import Signal
from tests.compose import ROOT
from tests.people import group, on_duty, person
from tests.words import say, wait

pytestmark = pytest.mark.django_db

# How the page calls those who reach a thing by the desk alone.
CALLED = {
    "emil": r"moderators of that|its moderators|every moderator",
    "zora": r"every moderator",
    "hana": r"[Tt]he coordinators",
    "lena": r"the safeguarding lead",
}


@pytest.fixture
def team(evenings, emil, hana):
    """Emil moderates the group, Zora another one; Hana coordinates, Lena leads."""
    zora, lena = person("zora-pell", Role.MODERATOR), person("lena-ford", Role.SAFEGUARDING_LEAD)
    Appointment.objects.create(area=group("mornings", title="Mornings").area, person=zora)
    return {"emil": emil, "zora": zora, "hana": hana, "lena": lena}


@pytest.fixture
def page(client):
    return unescape(client.get("/accounts/who-can-read/").text)


def row(page, heading):
    """What the page says beside the heading."""
    [found] = re.findall(rf'<th scope="row">{heading}</th><td[^>]*>(.*?)</td>', page)
    return found


def readers(team, area):
    """Who of the team may open on the desk what belongs to the area."""
    item = Item(area=area)
    reach = {name: rules.reach_of(somebody) for name, somebody in team.items()}
    return {n for n, of in reach.items() if rules.may_open(of, item, is_apart=False) is None}


def named(words):
    return {name for name, called in CALLED.items() if re.search(called, words)}


def area_of(message):
    return subjects.get("message").area(str(message.pk))


def test_words_in_a_room(page, team, ana, room):
    on_duty(team["emil"], room)
    said = Message.objects.get(room=room, seq=say(ana, room, "Good evening.").seq)

    assert readers(team, area_of(said)) == named(row(page, "In a room")) == {"emil", "hana", "lena"}


def test_words_that_wait(page, team, ana, room):
    waiting = wait(ana, room, "Awake again.", held_for=HeldFor.TEAM)
    mine = wait(ana, room, "Only mine.", held_for=HeldFor.ME)
    words = row(page, "Words that wait for the team")

    assert readers(team, area_of(waiting)) == named(words) == {"emil", "hana", "lena"}
    with pytest.raises(LookupError):
        area_of(mine)
    assert "read by you alone" in words


def test_words_between_two(page, team, ana, dora, hana):
    pair = open_pair_room(people=[dora, ana], answers_for=hana, by=hana)
    said = Message.objects.get(room=pair, seq=say(ana, pair, "Good evening.").seq)
    say(ana, pair, "A grave thing.", signal=Signal(Level.NOW, ("plan",)))

    words = row(page, "To your mentor")

    reported, found = words.split("If a program finds")
    assert readers(team, area_of(said)) == named(reported) == {"hana", "lena"}
    assert readers(team, Item.objects.get().area) == named(reported + found) == set(team)


def test_what_brings_somebody_here(page, team, ana):
    _keep(ana, "I want to kill myself tonight.")

    [item] = Item.objects.filter(about=ana)

    assert readers(team, item.area) == named(row(page, "What brings you here")) == set(team)


@pytest.mark.parametrize(
    "heading",
    [
        "A report",
        "Asking for a mentor, or offering to be one",
        "What you hand to your care team",
        "Thanks to somebody",
        "What you tell us about this place",
    ],
)
def test_what_belongs_to_no_room_is_for_everybody_who_moderates(page, team, heading):
    assert readers(team, subjects.HOUSE) == named(row(page, heading)) == set(team)


def test_the_numbers_on_the_page_are_those_of_the_code(page):
    assert desk_words.AROUND == 5
    assert page.count("up to five lines before and after") == 1
    assert page.count("up to five lines before") == 3
    assert f"until {SNAPSHOT_KEPT.days} days after" in row(page, "A report")


# Whatever hands somebody's words to the program, and how the page names them.
LOOKED_AT = {
    "groups/sending.py": "in rooms, and between mentors and members",
    "groups/along.py": "in rooms, and between mentors and members",
    "community/welcome.py": "what brought you here",
    "community/safety/reading.py": "reports and answers to the team",
    "community/safety/describing.py": "names, and lines about oneself",
    "mentoring/actions/asking.py": "requests for a mentor",
    "mentoring/actions/mentors.py": "offers to be one",
    "mentoring/actions/agreeing.py": "what two of you agree on",
    "mentoring/actions/showing.py": "the card you show your mentor",
    "mentoring/actions/parting.py": "letters at an ending",
    "mentoring/forms.py": "what mentors say they bring",
    "cms/actions/questions.py": "questions to the library",
    "community/wellbeing/actions/saying.py": "thanks you send to somebody",
    "community/wellbeing/actions/hearing.py": "what you suggest for their week or plan",
    "community/care/actions/hearing.py": "what you hand to your care team in your own words",
    "community/words.py": "a text you paste into “Kinder words”",
    "community/language/stories.py": "stories for the library",
    "community/accounts/handles.py": "names",
    "community/accounts/forms.py": "lines about oneself",
}
HEARING = "community/safety/hearing.py"  # what they call; it has no words of its own


def test_every_place_where_a_program_looks_is_named(page):
    feature = re.compile(
        r"^from community(\.screening)? import .*\b(screening|screen|find_)"
        r"|^from community\.safety(\.hearing)? import .*\bhear",
        re.M,
    )
    looking = {
        str(path.relative_to(ROOT))
        for folder in ("community", "groups", "mentoring", "cms", "realtime")
        for path in (ROOT / folder).rglob("*.py")
        if feature.search(path.read_text())
        and not {"screening", "commands"} & set(path.relative_to(ROOT).parts)
    }

    assert looking == {*LOOKED_AT, HEARING}
    assert [words for words in LOOKED_AT.values() if words not in page] == []


def test_the_strip_between_two_promises_what_the_rules_keep(client, ana, dora, hana):
    pair = open_pair_room(people=[dora, ana], answers_for=hana, by=hana)
    client.force_login(ana)

    strip = client.get(f"/rooms/{pair.pk}/").text.split('id="strip"')[1].split("</div>")[0]

    assert "hana-cove answers for this room." in strip
    assert "reads here only what one of you reports or a program finds" in strip

"""About what, and from which rooms, a mail may come. Notices stand on the page whatever was chosen,
and what somebody's work needs is never left out."""

import pytest
from allauth.account.models import EmailAddress

from community.notifications import actions, queries
from community.notifications.models import Notification
from community.notifications.topics import Topic
from tests.people import browser_of

PAGE = "/me/notices/which/"


@pytest.fixture
def ana(ana):
    """Ana, who gave an address and proved it."""
    EmailAddress.objects.create(user=ana, email="ana@mail.example", verified=True, primary=True)
    return ana


def mailed(person):
    """The kinds about which a mail is due."""
    due = Notification.objects.filter(person=person, mail_due__isnull=False)
    return set(due.values_list("kind", flat=True))


def told(person, room, *kinds_told):
    for kind in kinds_told:
        actions.notify(person=person, kind=kind, path=f"/rooms/{room.pk}/mine/#w-1")


@pytest.mark.parametrize(
    ("off", "due"),
    [
        ([], {"words_restored", "reminder", "letter", "item_late"}),
        (["words"], {"reminder", "letter", "item_late"}),
        (["words", "team", "meetings", "work"], {"item_late"}),
        (["room"], {"item_late"}),
    ],
)
def test_what_somebody_left_out_is_not_mailed_and_stands_on_the_page(ana, room, off, due):
    keys = [f"room:{room.pk}" if key == "room" else key for key in off]
    actions.choose_what_about(off=keys, by=ana)

    told(ana, room, "words_restored", "reminder", "letter", "item_late")

    assert mailed(ana) == due
    assert len(queries.notices_of(ana.pk)) == 4


def test_a_room_is_known_by_the_address_of_its_meeting_too(ana, wall, room):
    actions.choose_what_about(off=[f"room:{room.pk}"], by=ana)

    told(ana, room, "letter")
    told(ana, wall, "letter")
    actions.notify(person=ana, kind="reminder", path="/me/")

    paths = Notification.objects.filter(mail_due__isnull=False).values_list("path", flat=True)
    assert set(paths) == {f"/rooms/{wall.pk}/mine/#w-1", "/me/"}


def test_many_at_once_are_each_told_as_they_chose(ana, ben, room):
    EmailAddress.objects.create(user=ben, email="ben@mail.example", verified=True, primary=True)
    actions.choose_what_about(off=["meetings"], by=ana)

    actions.notify_many([actions.Told(one.pk, "reminder", "/me/") for one in (ana, ben)])

    assert (mailed(ana), mailed(ben)) == (set(), {"reminder"})


def test_what_was_due_follows_the_choice(ana, room):
    told(ana, room, "letter", "reminder")

    actions.choose_what_about(off=["team"], by=ana)

    assert mailed(ana) == {"reminder"}


def test_the_page_keeps_what_is_ticked(ana, room, wall):
    browser = browser_of(ana)
    ticked = {"topics": ["meetings", "team"], "places": [f"room:{wall.pk}"]}

    browser.post(PAGE, {"sent": "yes", **ticked})
    page = browser.get(PAGE).content.decode()

    off = queries.no_mail_about(ana.pk)
    assert off == {"words", "mentor", "space", "library", "other", f"room:{room.pk}"}
    assert page.count(" checked") == 3
    assert "work here needs" not in page


def test_nothing_ticked_is_an_answer(ana, room):
    browser_of(ana).post(PAGE, {"sent": "yes"})

    assert len(queries.no_mail_about(ana.pk)) == len(Topic) - 1 + 2

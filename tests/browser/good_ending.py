"""From two who write to a good ending, with the clock moved by the test."""

from datetime import timedelta

from django.apps import apps
from django.db import models
from django.utils import timezone

from groups.models import Message
from mentoring.actions import breaks, silence
from mentoring.models import Pair
from tests.browser.pages import go
from tests.browser.rooms import settled, wait_for_own, write


def days_later(days):
    """So many days go by: everything that mentoring and its rooms remember is as much longer ago, and
    the ticker looks once."""
    for model in [*apps.get_app_config("mentoring").get_models(), Message]:
        names = [f.name for f in model._meta.concrete_fields if isinstance(f, models.DateField)]
        for row in model.objects.all():
            were = {name: getattr(row, name) for name in names if getattr(row, name) is not None}
            for name, moment in were.items():
                setattr(row, name, moment - timedelta(days=days))
            row.save(update_fields=list(were))
    now = timezone.now()
    breaks.offer_cover(now)
    silence.look_after_quiet_rooms(now)


def to_a_good_ending(anas, bens):
    """Ana and Ben, who have said hello, go their way to the end they plan. Both pages are in the room."""
    start, room = anas.url.split("/rooms/")[0] + "/mentoring/", anas.url
    pair = Pair.objects.get()
    mine = f"{start}pairs/{pair.pk}/"

    # They agree on something, and plan the end from the first meeting.
    bens.goto(f"{mine}agreement/")
    bens.get_by_label("What we talk about").fill("Nights.")
    _press(bens, "Keep these lines")
    anas.goto(f"{mine}agreement/")
    _press(anas, "Yes, this is good")
    assert "You both said yes to this." in anas.inner_text("main")
    bens.goto(f"{mine}path/")
    go(bens.get_by_role("button", name="We had this one").first)
    go(bens.get_by_role("link", name="A good ending", exact=True))
    last = timezone.localdate() + timedelta(days=40)
    bens.get_by_label("The day of your last talk").fill(last.isoformat())
    _press(bens, "Keep this day")
    assert "Meet less often from about" in bens.inner_text("main")

    # A week later Ana is asked, alone, how it is.
    days_later(7)
    anas.goto(start)
    go(anas.get_by_role("link", name="How is it between you?"))
    for line in anas.get_by_role("group").all():
        line.get_by_role("radio", name="mostly").check()
    _press(anas, "Keep this")
    assert "Thank you. That is kept." in anas.inner_text("main")

    # Two weeks of silence: both read that it may mean nothing, and Ana that there is somebody else.
    days_later(15)
    anas.goto(start)
    found = anas.inner_text("main")
    assert "Whoever comes back needs to explain nothing." in found
    assert "Ask for somebody else" in found
    anas.goto(room)
    write(anas, "I am back. It was a long month.")
    wait_for_own(anas, "I am back. It was a long month.")
    settled(anas)

    # The last day: letters, and an end that both read as a good one.
    days_later(18)
    anas.goto(f"{mine}ending/")
    anas.get_by_label("The letter").fill("You stayed when I said nothing.")
    _press(anas, "Keep the letter")
    _press(anas, "Hand it over as it was kept")
    bens.goto(f"{mine}ending/")
    assert "You stayed when I said nothing." in bens.inner_text("main")
    bens.get_by_label("Your notes").fill("Ask less, wait longer.")
    _press(bens, "Keep the notes")
    _press(bens, "Yes, we have come to our end")
    for page in (anas, bens):
        page.goto(start)
        assert "have come to the end you planned." in page.inner_text("main")
    anas.goto(f"{mine}ending/")
    assert "Ask less, wait longer." not in anas.inner_text("main")
    assert Pair.objects.get().ending == "good"


def _press(page, name):
    go(page.get_by_role("main").get_by_role("button", name=name))

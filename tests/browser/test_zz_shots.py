import os
import pytest
from datetime import timedelta
from uuid import uuid4
from django.utils import timezone
from tests.people import *
from tests.words import say, wait
from groups.actions import held
from groups.actions.messages import hide_message, edit_message, delete_message
from groups.models import Message, Seat
from community.safety.enums import Why

pytestmark = pytest.mark.django_db(transaction=True)
OUT = "/tmp/shots"
os.makedirs(OUT, exist_ok=True)


def talk(ana, ben, emil, noor, room):
    d = on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    say(
        emil,
        room,
        "Good evening. I am here until ten. Whoever likes can say how the day was, or just read along.",
    )
    say(ben, room, "It was long. I went out once, to the corner and back.")
    say(ben, room, "That was more than yesterday.")
    say(ana, room, "To the corner counts. I made soup and forgot the salt.")
    say(ben, room, "Soup without salt is still warm :)")
    h = say(ana, room, "Something with a dose in it.")
    hide_message(
        room=room.pk,
        seq=h.seq,
        reason=Why.METHOD,
        words="The amounts are hard to read for some here.",
        by=emil,
    )
    say(
        ben,
        room,
        "When my brother went it was the same for me, for months. I would sit on the stairs and could not go up or down. See https://example.org/stairs for what helped me.",
        note="loss of a brother",
    )
    g = say(ben, room, "Sorry, wrong room")
    delete_message(room=room.pk, seq=g.seq, by=ben)
    e = say(ana, room, "Thank you for telling us that")
    edit_message(room=room.pk, seq=e.seq, body="Thank you for telling us that, Ben.", by=ana)
    Seat.objects.filter(person=ana, room=room).update(read_seq=e.seq)
    say(emil, room, "Take your time. Nobody has to answer at once here.")
    return d


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_shots(signed_in, live_server, ana, ben, emil, noor, room, wall, theme, width):
    js = os.environ.get("JS", "1") == "1"

    def shot(page, name):
        page.screenshot(path=f"{OUT}/{name}-{width}-{theme}.png")

    h = 700 if width == 360 else 850
    c = signed_in(ana, viewport={"width": width, "height": h}, java_script_enabled=js)
    c.add_cookies([{"name": "theme", "value": theme, "url": live_server.url}])
    p = c.new_page()
    u = live_server.url + f"/rooms/{room.pk}/"
    p.goto(u)
    shot(p, "1-empty-night")
    d = talk(ana, ben, emil, noor, room)
    p.goto(u)
    p.screenshot(path=f"{OUT}/2-live-full-{width}-{theme}.png", full_page=True)
    p.goto(u + "#newest")
    p.evaluate("document.querySelector('#newest').scrollIntoView({block:'end'})")
    shot(p, "3-live-end")
    p.locator(".message:not(.message-own) .message-menu summary").last.click()
    shot(p, "4-menu")
    p.goto(u + "m/1/edit/")
    d.until = timezone.now()
    d.save()
    w = wait(ana, room, "I could not sleep again, and it is loud in my head.")
    w2 = wait(ana, room, "Only you should know: I stopped eating on Sunday.", held_for="team")
    held.open_held(room=room.pk, message=w.pk, by=emil)
    held.offer_held(room=room.pk, message=w.pk, by=emil)
    p.goto(u + "#newest")
    p.evaluate("document.querySelector('#waiting').scrollIntoView({block:'start'})")
    shot(p, "5-waiting")
    p.goto(u)
    p.locator("#box").fill("Write to me at ana@example.org")
    p.locator("#send").click()
    p.wait_for_timeout(300)
    p.evaluate("document.querySelector('#composer').scrollIntoView({block:'end'})")
    shot(p, "6-night-composer")
    p.goto(u + "mine/")
    p.screenshot(path=f"{OUT}/7-mine-{width}-{theme}.png", full_page=True)
    c2 = signed_in(emil, viewport={"width": width, "height": h}, java_script_enabled=js)
    c2.add_cookies([{"name": "theme", "value": theme, "url": live_server.url}])
    q = c2.new_page()
    q.goto(u + "waiting/")
    q.screenshot(path=f"{OUT}/8-team-{width}-{theme}.png", full_page=True)
    q.goto(u + "m/2/hide/")
    q.screenshot(path=f"{OUT}/9-hide-{width}-{theme}.png", full_page=True)

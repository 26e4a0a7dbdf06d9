"""What people see of a room, in the words of `model`: what the line carries, what a screen makes of it,
what a letter says."""

import json
import re
from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from community.notifications.queries import person_of_token
from realtime import protocol, reads

STOPS = re.compile(r"/stop/([^/]+)/")
AROUND = {"t", "r", "at"}  # what is said of every event, and its hour


def frames(page, blocked, *, names):
    """The events of this page as the line carries them to who blocked these people. `names`: who is
    meant by each wire id."""
    found = []
    for text in protocol.frames("room", reads.for_reader(page, blocked)):
        frame = json.loads(text)
        found += frame["ev"] if frame["t"] == "evs" else [frame]
    for event in found:
        for part in (event.get("a", {}), event["d"]):
            part |= {n: names[part[n]] for n in ("id", "a") if part.get(n)}
    return [{n: v for n, v in event.items() if n not in AROUND} for event in found]


def said_in(letter):
    """To whom it goes, whose mail its last line stops, and everything that can be read in it."""
    words = [letter.subject, letter.body, letter.alternatives[0][0]]
    (token,) = {token for one in words for token in STOPS.findall(one)}
    return letter.to[0], person_of_token(token), *(STOPS.sub("/stop/x/", one) for one in words)


@cache
def one_letter():
    """The one mail there is, whatever has happened: it could be about anything."""
    link, stop = (
        f"{settings.SITE_URL}{path}" for path in (reverse("notifications:notices"), "/stop/x/")
    )
    told = {"link": link, "hours": [], "stop": stop}
    written = [render_to_string(f"notifications/mail/waits.{how}", told) for how in ("txt", "html")]
    return "Something is waiting for you", *written


def apply(screen, event):
    """As a client does: number -> (words, whose)."""
    kind, words = event["k"], event["d"]
    if kind in ("msg", "edit", "restore"):
        screen[event.get("ref", event["s"])] = (words.get("body", ""), event["a"]["id"])
    elif kind in ("hide", "delete"):
        screen.pop(event["ref"], None)
    elif kind == "erased" and not words.get("kept"):
        for seq in [seq for seq, (_, whose) in screen.items() if whose == words["a"]]:
            del screen[seq]

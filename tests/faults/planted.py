"""The product with one bug planted, named by PLANTED; without a name it is the product itself.

Bugs the checker must catch: if it does not, it would not catch ours either.
"""

import os
from dataclasses import replace
from uuid import uuid4

import django

django.setup()

import groups.events  # noqa: E402
from community.asgi import application  # noqa: E402
from realtime import access, committer, hub, protocol  # noqa: E402

__all__ = ["application"]


def no_dedupe():
    """A repeat is taken for new words."""
    honest = committer.append

    def append(wishes):
        verdicts = honest([replace(wish, cid=uuid4()) for wish in wishes])
        return [replace(v, cid=w.cid) for v, w in zip(verdicts, wishes, strict=True)]

    committer.append = append


def body_on_replay():
    """Who comes back gets the words as they were sent."""
    shown = "CASE WHEN m.state = 'shown' THEN m.body ELSE '' END"
    assert shown in groups.events._AFTER, "the read has changed: plant the bug anew"
    groups.events._AFTER = groups.events._AFTER.replace(shown, "m.body")
    honest = protocol._content

    def content(event):
        said = honest(event)
        return {**said, "body": event.body} if event.body else said

    protocol._content = content


def no_recheck():
    """Who was let in once stays in."""

    def look_again(held):
        return {
            key: access.Stays(_never(), h.traits, dict.fromkeys(h.rooms, "member"), frozenset())
            for key, h in held.items()
        }

    access.look_again = look_again
    access.is_seated = lambda person, room: True


def no_poller():
    """Hints are taken for the truth."""

    async def poll(self):
        return None

    hub.Hub._poll = poll


def _never():
    from django.utils import timezone

    return timezone.now() + timezone.timedelta(days=1)


if name := os.environ.get("PLANTED"):
    {bug.__name__: bug for bug in (no_dedupe, body_on_replay, no_recheck, no_poller)}[name]()

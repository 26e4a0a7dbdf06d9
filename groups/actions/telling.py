"""What the author of words is told: one neutral notice that leads to their own page."""

from django.urls import reverse

from community.notifications.actions import notify
from groups.models import Message


def tell_author(message: Message, *, kind: str) -> None:
    """Leaves the author a notice, if there still is an author. The sentence is made from `kind`
    where it is shown; it names no room and no words."""
    if message.author is None:
        return
    mine = reverse("groups:my-words", args=[message.room_id])
    anchor = f"m-{message.seq}" if message.seq else f"w-{message.cid}"
    notify(person=message.author.person, kind=kind, path=f"{mine}#{anchor}")

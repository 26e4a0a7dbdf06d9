"""Under what an answer stands. On a wall an answer to an answer stands under the same post: one
level, however it was sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from groups.enums import RoomKind
from groups.models import Memorial, Message, Room


@dataclass(frozen=True, slots=True)
class Post:
    """The post under which an answer stands. `is_over`: people remembered somebody there, and the
    time for it is over."""

    seq: int
    is_over: bool = False


Posts = dict[tuple[str, int], Post]  # (room, number of a message) -> its post


def posts_answered(
    answers: Iterable[tuple[str, int | None]], rooms: Mapping[str, Room], *, now: datetime
) -> Posts:
    """On walls, the posts of what these answer, each given as (room, number). One query where
    something on a wall is answered, none elsewhere."""
    slow = {room.pk for room in rooms.values() if room.kind == RoomKind.SLOW}
    wanted = {(room, seq) for room, seq in answers if seq and room in slow}
    if not wanted:
        return {}
    over = Memorial.objects.filter(
        Q(ended_at__isnull=False) | Q(until__lte=now),
        room=OuterRef("room"),
        seq=Coalesce(OuterRef("reply_to"), OuterRef("seq")),
    )
    found = Message.objects.filter(
        room__in={room for room, _ in wanted}, seq__in={seq for _, seq in wanted}
    ).values_list("room_id", "seq", "reply_to", Exists(over))
    return {
        (room, seq): Post(post or seq, is_over)
        for room, seq, post, is_over in found
        if seq is not None
    }


def stands_under(seq: int | None, room: Room, posts: Posts) -> int | None:
    """The number that words which answer `seq` are kept with: what was said in this room, or
    nothing."""
    if seq is None or not 0 < seq <= room.last_seq:
        return None
    if room.kind != RoomKind.SLOW:
        return seq
    post = posts.get((room.pk, seq))
    return post.seq if post else None


def is_over(seq: int | None, room: Room, posts: Posts) -> bool:
    """Whether nobody writes any more under what these words answer."""
    post = posts.get((room.pk, seq)) if seq is not None else None
    return post is not None and post.is_over

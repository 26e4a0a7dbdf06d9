"""Under what an answer stands. On a wall an answer to an answer stands under the same post: one
level, however it was sent."""

from collections.abc import Iterable, Mapping

from groups.enums import RoomKind
from groups.models import Message, Room

Posts = dict[tuple[str, int], int]  # (room, number of a message) -> number of its post


def posts_answered(answers: Iterable[tuple[str, int | None]], rooms: Mapping[str, Room]) -> Posts:
    """On walls, the posts of what these answer, each given as (room, number). One query where
    something on a wall is answered, none elsewhere."""
    slow = {room.pk for room in rooms.values() if room.kind == RoomKind.SLOW}
    wanted = {(room, seq) for room, seq in answers if seq and room in slow}
    if not wanted:
        return {}
    found = Message.objects.filter(
        room__in={room for room, _ in wanted}, seq__in={seq for _, seq in wanted}
    ).values_list("room_id", "seq", "reply_to")
    return {(room, seq): post or seq for room, seq, post in found if seq is not None}


def stands_under(seq: int | None, room: Room, posts: Posts) -> int | None:
    """The number that words which answer `seq` are kept with: what was said in this room, or
    nothing."""
    if seq is None or not 0 < seq <= room.last_seq:
        return None
    return posts.get((room.pk, seq)) if room.kind == RoomKind.SLOW else seq

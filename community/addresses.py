"""What may stand in an address. Anything else is no address of ours: it gets the same "not here" as
what never was, and no database is asked about it."""

from django.urls import register_converter


class Number:
    """The number of a row or a message: small enough for every database."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class Word:
    """A token, a key, a version, a name on the wire."""

    regex = "[0-9A-Za-z_.:=-]{1,255}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class RoomName(Word):
    """The name of a room, as frames know it too (`realtime.inbound`)."""

    regex = "[0-9a-z-]{1,40}"


def register() -> None:
    """Makes `<number:…>`, `<word:…>` and `<room:…>` known, before any list of addresses is read."""
    register_converter(Number, "number")
    register_converter(Word, "word")
    register_converter(RoomName, "room")

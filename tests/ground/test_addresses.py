"""What stands in an address is small and plain, before any database is asked about it."""

import pytest
from django.urls import URLPattern, get_resolver
from django.urls.converters import SlugConverter, UUIDConverter

from community.addresses import Number, RoomName, Word
from community.wellbeing.converters import Day
from tests.people import browser_of

OURS = ("community", "groups", "mentoring", "cms", "realtime")
PLAIN = (Number, Word, SlugConverter, UUIDConverter, Day)
HUGE = "9" * 23


def _parts(resolver, above=()):
    """Every part with a name in every address of ours, each with its kind."""
    for entry in resolver.url_patterns:
        kinds = (*above, *getattr(entry.pattern, "converters", {}).items())
        if not isinstance(entry, URLPattern):
            yield from _parts(entry, kinds)
        elif entry.callback.__module__.partition(".")[0] in OURS:
            yield from ((name, kind, str(entry.pattern)) for name, kind in kinds)


def test_every_address_of_ours_takes_only_what_every_database_can_hold():
    parts = list(_parts(get_resolver()))

    assert len(parts) > 200
    assert [part for part in parts if not isinstance(part[1], PLAIN)] == []
    named = {name: kind for name, kind, _ in parts}
    rooms = [named["room"], named["room_id"]]
    assert [isinstance(kind, RoomName) for kind in rooms] == [True, True]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("post", f"/learn/helpful/{HUGE}/"),
        ("get", f"/rooms/ROOM/m/{HUGE}/"),
        ("get", f"/rooms/ROOM/m/{'9' * 18}/"),
        ("get", f"/rooms/ROOM/since/{HUGE}"),
        ("post", f"/accounts/blocked/{HUGE}/unblock/"),
        ("post", f"/accounts/blocked/{'9' * 18}/unblock/"),
        ("get", f"/library/my-course/{HUGE}/"),
        ("post", f"/library/later/{HUGE}/question/"),
        ("get", "/rooms/%00/"),
        ("get", "/rooms/a%00/since/0"),
        ("get", "/report/receipts/%00/"),
        ("get", "/report/?kind=room&id=%00"),
        ("get", "/report/?kind=message&id=" + HUGE),
    ],
)
def test_what_no_database_can_hold_is_not_here(method, address, ana, room):
    ask = getattr(browser_of(ana), method)

    assert ask(address.replace("ROOM", room.pk)).status_code in {302, 303, 404, 405}

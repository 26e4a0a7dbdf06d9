"""Addresses outside are tried politely, never inside this house, and shown where they lead nowhere."""

from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic, sleep

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms import outside, safe_http
from cms.actions import outside as actions
from cms.enums import Found
from cms.models import LibraryLimits, OutsideAddress, Service
from cms.queries import outside as queries
from community.refusal import Refused
from tests.cms.library import public, topic
from tests.people import browser_of

ROBOTS = b"User-agent: *\nDisallow: /private\n"


class Street(BaseHTTPRequestHandler):
    """A street of one's own: each door answers in its own way."""

    knocks = []

    def do_HEAD(self):
        self._open(is_short=True)

    def do_GET(self):
        self._open(is_short=False)

    def _open(self, *, is_short):
        self.knocks.append((self.command, self.path, self.headers["User-Agent"]))
        door = self.path.split("?")[0]
        status = {"/gone": 404, "/shut": 403, "/broken": 503, "/long-only": 405}.get(door, 200)
        if door == "/long-only" and not is_short:
            status = 200
        leads = {"/moved": "/there", "/circle": "/circle", "/trap": self._inside()}.get(door)
        self.send_response(301 if leads else status)
        if leads:
            self.send_header("Location", leads)
        self.end_headers()
        if door == "/robots.txt":
            self.wfile.write(ROBOTS)

    def _inside(self):
        return f"http://10.0.0.7:{self.server.server_port}/secret"

    def log_message(self, *words):
        """Says nothing."""


class Dripping(Street):
    """Never late for one byte, and never done."""

    def _open(self, *, is_short):
        try:
            for letter in b"HTTP/1.1 200 OK\r\nX-Words: " + b"a" * 100:
                self.wfile.write(bytes([letter]))
                self.wfile.flush()
                sleep(0.1)
        except OSError:
            self.close_connection = True


@pytest.fixture
def street():
    yield from _served(Street)


def _served(kind):
    Street.knocks.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def _asker(port, *, seconds=10.0, **more):
    return safe_http.Asker("LinkCheck/1", monotonic() + seconds, ports=frozenset({port}), **more)


def _on_the_street(address):
    return address == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True),
        ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", False), ("64:ff9b::a00:1", False), ("2002:a00:1::", False),
    ],
)  # fmt: skip
def test_only_the_open_internet_is_outside(address, is_public):
    assert safe_http.is_public(address) is is_public


def test_each_door_is_understood_and_asked_as_it_wishes(street):
    asker = _asker(street, is_outside=_on_the_street)
    doors = {
        "/there": Found.WORKS, "/moved": Found.WORKS, "/long-only": Found.WORKS,
        "/gone": Found.GONE, "/broken": Found.SILENT, "/circle": Found.SILENT,
        "/shut": Found.SHUT, "/private/room": Found.SHUT, "/trap": Found.INSIDE,
    }  # fmt: skip

    found = {door: outside.look(f"http://127.0.0.1:{street}{door}", asker) for door in doors}

    assert found == doors
    paths = {path for _, path, _ in Street.knocks}
    assert ("/private/room" in paths, "/secret" in paths) == (False, False)
    assert {name for _, _, name in Street.knocks} == {"LinkCheck/1"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "[::1]", "me:pw@127.0.0.1"])
def test_nothing_inside_this_house_is_ever_asked(host, street):
    found = outside.look(f"http://{host}:{street}/there", _asker(street))

    assert found is Found.INSIDE
    assert Street.knocks == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://[half", "ftp://127.0.0.1/", "x"])
def test_what_is_no_address_of_the_web_opens_nothing(address, street):
    assert outside.look(address, _asker(street)) in (Found.INSIDE, Found.GONE)


def test_who_drips_is_left_in_time():
    for port in _served(Dripping):
        asker, begun = _asker(port, seconds=0.6, is_outside=_on_the_street), monotonic()

        found = outside.look(f"http://127.0.0.1:{port}/there", asker)

        assert found is Found.SILENT
        assert monotonic() - begun < 3


LINKS = (
    '<p><a href="https://there.example.org/?a=1&amp;b=2">a guide</a> <a href="/learn/">us</a></p>'
)
THERE, SOURCE = "https://there.example.org/?a=1&b=2", "https://source.example.org/"
SOURCES = [("source", {"title": "A source", "address": SOURCE, "seen": "2026-11-01"})]


def _found(address, found, *, days):
    for day in range(days):
        actions.note(address=address, found=found, at=timezone.now() + timedelta(days=day))


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_what_leads_nowhere_on_several_days_stands_on_the_editors_desk(
    count, fay, gil, ana, django_assert_num_queries
):
    shelf = topic()
    for n in range(count):
        public(shelf, by=fay, approved_by=gil, title=f"Page {n}", text=LINKS, sources=SOURCES)
    Service.objects.create(kind="care", name="Clinic", about="Care.", url="https://c.example.org/")
    actions.gather(timezone.now())
    _found(SOURCE, Found.WORKS, days=1)
    _found(THERE, Found.GONE, days=1)
    after_a_day = queries.broken()
    _found(THERE, Found.GONE, days=1)

    with django_assert_num_queries(5):
        broken = queries.broken()
    desk = browser_of(fay).get("/library/waiting/").content.decode()

    assert after_a_day == []
    assert [(one.address, one.found, len(one.places)) for one in broken] == [
        (THERE, Found.GONE, count)
    ]
    assert set(OutsideAddress.objects.values_list("address", flat=True)) == {
        THERE, SOURCE, "https://c.example.org/",
    }  # fmt: skip
    assert ("there.example.org" in desk, "source.example.org" in desk) == (True, False)
    assert browser_of(ana).get("/library/reports/").status_code == 403


@pytest.mark.django_db
def test_a_persons_word_counts_and_a_members_does_not(fay, gil, ana):
    public(topic(), by=fay, approved_by=gil, text=LINKS)
    actions.gather(timezone.now())
    _found(THERE, Found.INSIDE, days=1)
    row = OutsideAddress.objects.get()

    with pytest.raises(Refused):
        actions.say_it_works(number=row.pk, by=ana)
    before = queries.broken()
    browser_of(fay).post(f"/library/reports/{row.pk}/works/")

    assert ([one.address for one in before], queries.broken()) == ([THERE], [])


@pytest.mark.django_db
def test_a_server_that_may_not_go_out_blames_no_address(fay):
    for n in range(3):
        OutsideAddress.objects.create(address=f"https://{n}.example.org/")
        _found(f"https://{n}.example.org/", Found.SILENT, days=4)

    page = browser_of(fay).get("/library/reports/").content.decode()

    assert queries.broken() == []
    assert "Perhaps this server may not go out" in page


@pytest.mark.django_db
@pytest.mark.parametrize("wants", [True, False])
def test_one_address_is_tried_in_a_run_where_the_house_wants_it(wants, monkeypatch):
    tried = []
    monkeypatch.setattr(outside, "look", lambda address, by: tried.append(address) or Found.WORKS)
    now = timezone.now()
    OutsideAddress.objects.create(address="https://a.example.org/", due=now - timedelta(days=1))
    OutsideAddress.objects.create(address="https://b.example.org/", due=now - timedelta(days=2))
    limits = LibraryLimits.load()
    limits.tries_addresses = wants
    limits.save()

    actions.try_next(now)

    assert tried == (["https://b.example.org/"] if wants else [])


@pytest.mark.django_db
def test_an_address_is_found_when_it_was_tried():
    now = timezone.now()
    OutsideAddress.objects.create(
        address="https://a.example.org/", found="gone", tried_at=now, since=now, misses=1
    )

    for wrong in (
        {"found": "gone"},
        {"tried_at": now},
        {"found": "works", "tried_at": now, "since": now, "misses": 1},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            OutsideAddress.objects.create(address="https://b.example.org/", **wrong)

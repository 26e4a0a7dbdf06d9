"""The tab's line in a real browser: numbers in order, words kept while the server is away."""

import pytest
from django.conf import settings

from groups.models import Message
from realtime.keys import key_of
from tests import people

SCRIPTS = ["names.js", "order.js", "outbox.js", "socket.js"]


@pytest.fixture
def page(window):
    """An empty page with the scripts of the line."""
    opened = window(bypass_csp=True).new_page()
    _add_scripts(opened)
    return opened


@pytest.fixture
def server(server, transactional_db):
    """The server, where what is written for it is really committed."""
    return server


def _add_scripts(page):
    for name in SCRIPTS:
        path = settings.BASE_DIR / "realtime" / "static" / "realtime" / name
        # As in the joined file: each script keeps its names to itself.
        page.add_script_tag(content="{\n" + path.read_text() + "\n}")


@pytest.mark.parametrize(
    ("batches", "applied", "gap"),
    [
        ([[6], [7, 8]], [6, 7, 8], False),
        ([[6], [6, 7]], [6, 7], False),
        ([[7]], [], True),
        ([[7], [6, 7]], [6, 7], False),
        ([[8], [6]], [6], True),
        ([[3, 4, 5]], [], False),
    ],
)
def test_numbers_are_applied_in_order_and_once(page, batches, applied, gap):
    got = page.evaluate(
        """(batches) => {
            const order = new kindred.Order(5);
            const seen = batches.flatMap((b) => order.take(b.map((s) => ({ s }))));
            return [seen.map((e) => e.s), order.gap];
        }""",
        batches,
    )

    assert got == [applied, gap]


@pytest.mark.parametrize("code", [4413, 1009])
def test_words_that_are_far_too_large_end_the_line_for_good(page, code):
    heard = page.evaluate(
        """async (code) => {
            let opened = 0;
            window.WebSocket = class {
              constructor() { opened += 1; setTimeout(() => this.onclose({ code })); }
              close() {}
            };
            return new Promise((done) => kindred.connect({ url: "ws://127.0.0.1/ws/", key: "", rooms: [], on: {
              state(name, ended) { if (name !== "connecting") done([name, ended, opened]); },
            } }));
        }""",
        code,
    )

    assert heard == ["ended", 4413, 1]


def test_after_a_reset_whatever_comes_first_is_right(page):
    got = page.evaluate(
        """() => {
            const order = new kindred.Order(5);
            order.reset(90);
            return [order.take([{ s: 41 }, { s: 42 }]).map((e) => e.s), order.last, order.gap];
        }"""
    )

    assert got == [[41, 42], 42, False]


def test_words_go_out_one_by_one_and_again_when_the_line_was_lost(page):
    got = page.evaluate(
        """() => {
            const box = new kindred.Outbox(), out = [];
            const next = (now = 0) => out.push(box.next("r", now)?.cid ?? null);
            box.add("r", { cid: "a" });
            box.add("r", { cid: "b" });
            next(); next();               // one in flight
            box.recall(); next();         // the same again
            box.settle("r", "a"); next();
            box.postpone("r", "b", 50); next(49); next(50);
            box.settle("r", "b");
            return [out, box.size];
        }"""
    )

    assert got == [["a", None, "a", "b", None, "b"], 0]


def test_words_written_while_the_server_is_away_arrive_once(server, window):
    people.by_day_and_night()
    ana, emil = people.person("ana-lark"), people.person("emil-ash", "moderator")
    room = people.room(
        people.group("evenings", title="Evenings", members=[ana], moderators=[emil]),
        title="The long evening",
        kind="slow",
    )
    page = _page_of(ana, server, window)
    _connect(page, room)
    page.wait_for_function("states.at(-1) === 'live'")
    page.evaluate("say('Before')")
    page.wait_for_function("acks.length === 1")

    server.kill()
    page.wait_for_function("states.at(-1) === 'lost'")
    page.evaluate("say('While away, one'); say('While away, two')")
    server.start()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_function("acks.length === 3 && bodies.length === 3")

    assert page.evaluate("bodies") == ["Before", "While away, one", "While away, two"]
    assert page.evaluate("states.filter((s) => s !== 'polling')") == [
        "connecting",
        "live",
        "lost",
        "live",
    ]
    assert page.evaluate("line.waiting") == 0
    assert Message.objects.count() == 3


def test_who_is_removed_is_told_once_and_not_tried_again(server, window):
    ana = people.person("ana-lark")
    room = people.room(
        people.group("evenings", title="Evenings", members=[ana]), title="One", kind="slow"
    )
    page = _page_of(ana, server, window)
    _connect(page, room)
    page.wait_for_function("states.at(-1) === 'live'")

    from groups.actions.belonging import leave_room

    leave_room(room=room, by=ana)
    page.wait_for_function("states.at(-1) === 'ended'")

    assert page.evaluate("codes.at(-1)") == 4403
    page.wait_for_timeout(1500)
    assert page.evaluate("states.filter((s) => s === 'connecting' || s === 'lost').length") == 1


def test_leaving_quickly_closes_the_line_first(server, window):
    ana = people.person("ana-lark")
    room = people.room(
        people.group("evenings", title="Evenings", members=[ana]), title="One", kind="slow"
    )
    page = _page_of(ana, server, window)
    _connect(page, room)
    page.wait_for_function("states.at(-1) === 'live'")

    page.evaluate("document.dispatchEvent(new CustomEvent('kindred:leave'))")

    assert page.evaluate("[states.at(-1), codes.at(-1)]") == ["ended", 1000]


def _page_of(somebody, server, window):
    session = people.browser_of(somebody).cookies[settings.SESSION_COOKIE_NAME].value
    context = window(bypass_csp=True)
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": server.url}]
    )
    page = context.new_page()
    page.goto(f"{server.url}/healthz")
    _add_scripts(page)
    page.evaluate("(key) => { window.key = key; }", key_of(session))
    return page


def _connect(page, room):
    page.evaluate(
        """([r, after]) => {
            Object.assign(window, { states: [], codes: [], acks: [], bodies: [] });
            window.line = kindred.connect({
                url: "/ws/", key, rooms: [{ r, after }],
                on: {
                    state: (name, code) => { states.push(name); codes.push(code ?? 0); },
                    ack: (r, ack) => acks.push(ack.s),
                    events: (r, events) => bodies.push(...events.map((e) => e.d.body)),
                },
            });
            window.say = (body) => line.send(r, { cid: kindred.uuid(), body });
        }""",
        [room.pk, room.last_seq],
    )

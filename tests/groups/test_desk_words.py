"""The desk reads a message with what stands around it, and decides about it by the room's acts."""

import pytest

from community.refusal import Refused
from community.safety import subjects
from community.safety.actions import desk, reporting
from community.safety.enums import ItemKind, ReportReason
from community.safety.models import Item
from groups.actions import held
from groups.enums import HeldFor
from groups.models import Message
from tests.people import browser_of, on_duty
from tests.words import history, say, wait


@pytest.fixture
def spoken(ana, ben, emil, room):
    """Fifteen lines; the eighth is the one in question."""
    on_duty(emil, room)
    for number in range(1, 16):
        say(ben if number != 8 else ana, room, f"Line {number}")
    return Message.objects.get(room=room, seq=8)


def the_desk():
    return subjects.get("message")


def test_five_lines_stand_around_the_subject(spoken):
    context = the_desk().context(str(spoken.pk))

    assert [line.words for line in context.lines] == [f"Line {n}" for n in range(3, 14)]
    assert [line.words for line in context.lines if line.is_subject] == ["Line 8"]
    assert context.path == f"/rooms/{spoken.room_id}/#m-8"


def test_before_words_that_wait_stands_what_was_said_until_then(ana, ben, emil, room):
    lease = on_duty(emil, room)
    for number in range(1, 8):
        say(ben, room, f"Line {number}")
    lease.delete()
    waiting = wait(ana, room, "Is anybody awake?")
    wait(ben, room, "Somebody else who waits.")
    on_duty(emil, room)
    say(ben, room, "What came later.")

    context = the_desk().context(str(waiting.pk))

    said = [*(f"Line {n}" for n in range(3, 8)), "Is anybody awake?"]
    assert [line.words for line in context.lines] == said
    assert [line.words for line in context.lines if line.is_subject] == ["Is anybody awake?"]


def test_whoever_has_it_covers_a_part_from_the_desk(spoken, ben, emil, hana):
    told = reporting.report(
        kind="message", id=str(spoken.pk), reason=ReportReason.METHOD, words="", by=ben
    )
    way = f"/rooms/{spoken.room_id}/m/8/cover/"

    def shown(somebody):
        desk.take(item=told.item_id, by=somebody)
        page = browser_of(somebody).post(f"/desk/items/{told.item_id}/words/", {"show": "yes"})
        desk.release(item=told.item_id, by=somebody)
        return way in page.text

    assert (shown(emil), shown(hana)) == (True, False)  # who leads has no seat in the room
    assert browser_of(emil).get(way).status_code == 200


def test_it_knows_whom_it_is_about_and_who_looks_after_it(ana, spoken, evenings):
    assert the_desk().about(str(spoken.pk)) == ana.pk
    assert the_desk().area(str(spoken.pk)) == evenings.area


def test_the_note_above_words_is_read_with_them(ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "He fell.", note="a brother", note_kind="loss")
    id = str(Message.objects.get().pk)

    read = "[Loss and grief: a brother] He fell."
    assert the_desk().snapshot(id) == f"ana-lark: {read}"
    assert the_desk().words(id) == read


@pytest.mark.parametrize("id", ["999999", "x", ""])
def test_what_is_not_there_is_not_found(db, id):
    with pytest.raises(LookupError):
        the_desk().context(id)


def test_only_who_sits_in_the_room_may_report(ben, cleo, spoken):
    may = [the_desk().visible_to(str(spoken.pk), person.pk) for person in (ben, cleo)]

    assert may == [True, False]


def test_telling_the_team_reads_the_words_once(ben, spoken, django_assert_max_num_queries):
    with django_assert_max_num_queries(35):  # ten of them begin and end transactions
        reporting.report(
            kind="message", id=str(spoken.pk), reason=ReportReason.HURTS, words="", by=ben
        )


def test_waiting_words_are_reported_by_nobody(ana, ben, room):
    waiting = wait(ana, room, "Awake again.")

    assert not the_desk().visible_to(str(waiting.pk), ben.pk)


def test_words_for_oneself_alone_are_not_there_for_the_desk(ana, room):
    mine = wait(ana, room, "Only for me.", held_for=HeldFor.ME)

    with pytest.raises(LookupError):
        the_desk().snapshot(str(mine.pk))


def test_the_desk_covers_and_shows_again(hana, spoken, room):
    the_desk().hide(id=str(spoken.pk), by=hana, reason="heavy")
    assert the_desk().is_hidden(str(spoken.pk))
    assert "Line 8" not in history(room)

    the_desk().restore(id=str(spoken.pk), by=hana, reason="fine")

    assert "Line 8" in history(room)


def test_nobody_shows_their_own_words_again(ana, hana, spoken):
    the_desk().hide(id=str(spoken.pk), by=hana, reason="heavy")

    with pytest.raises(Refused):
        the_desk().restore(id=str(spoken.pk), by=ana, reason="fine")


def test_waiting_words_have_three_answers(ana, emil, room):
    waiting = wait(ana, room, "Awake again.")
    acts = subjects.acts("message", item=ItemKind.HELD)
    the_desk().opened(id=str(waiting.pk), by=emil)

    acts[0].run(id=str(waiting.pk), by=emil, reason="fine", words="", until=None)

    assert [act.name for act in acts] == ["let_in", "ask_for_change", "keep_between_us"]
    waiting.refresh_from_db()
    assert (waiting.seen_by, waiting.offered_by, waiting.seq) == (emil.pk, emil.pk, None)


@pytest.mark.parametrize("answer", [0, 1, 2], ids=["let_in", "ask_for_change", "keep_between_us"])
def test_no_answer_to_words_changed_since_they_were_read(ana, emil, room, answer):
    waiting = wait(ana, room, "Awake again.")
    act = subjects.acts("message", item=ItemKind.HELD)[answer]
    the_desk().opened(id=str(waiting.pk), by=emil)
    held.change_held(room=room.pk, cid=waiting.cid, body="Words nobody has read.", by=ana)

    with pytest.raises(Refused) as refused:
        act.run(id=str(waiting.pk), by=emil, reason="fine", words="Why", until=None)

    assert refused.value.refusal.code == "read_again"
    waiting.refresh_from_db()
    assert (waiting.seen_at, waiting.offered_at, waiting.held_for) == (None, None, "group")


def test_the_desk_says_that_the_author_changed_the_words(ana, emil, room):
    waiting = wait(ana, room, "Awake again.")
    item = Item.objects.get(kind=ItemKind.HELD)
    desk.take(item=item.pk, by=emil)
    browser = browser_of(emil)
    browser.get(f"/desk/items/{item.pk}/")
    held.change_held(room=room.pk, cid=waiting.cid, body="Words nobody has read.", by=ana)
    decision = {"choice": "let_in", "why": "fine"}

    refused = browser.post(f"/desk/items/{item.pk}/decide/", decision).content.decode()
    again = browser.post(f"/desk/items/{item.pk}/decide/", decision)

    assert "The author has changed these words since" in refused
    assert "Words nobody has read." in refused
    assert again.status_code == 302
    assert Message.objects.get(pk=waiting.pk).offered_by == emil.pk

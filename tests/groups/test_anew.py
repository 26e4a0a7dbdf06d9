"""Words the team took away, written anew: by their author alone, let out by a moderator alone."""

import pytest
from django.urls import reverse

from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import deciding, desk
from community.safety.choices import Decision
from community.safety.enums import Level, Why
from community.safety.models import Item, Measure
from groups import own_data
from groups.actions.anew import ask_anew, let_out_anew, open_anew, take_back_anew, write_anew
from groups.actions.covering import cover_words, name_of
from groups.actions.messages import delete_message, edit_message, hide_message
from groups.models import Message
from groups.near import Signal
from groups.spans import COVER
from tests.people import browser_of, on_duty
from tests.words import history, say, told

pytestmark = pytest.mark.thorough

OLD, NEW = "I took forty blue ones.", "I took more than I should have."


@pytest.fixture(params=["hidden", "covered"])
def words(request, ana, emil, room):
    """Ana's words, of which the team has hidden all or covered a part."""
    on_duty(emil, room)
    message = Message.objects.get(room=room, seq=say(ana, room, OLD).seq)
    if request.param == "hidden":
        hide_message(room=room.pk, seq=message.seq, reason=Why.METHOD, by=emil)
    else:
        cover_words(
            room=room.pk,
            seq=message.seq,
            parts=[(7, 22)],
            read=name_of(message),
            reason=Why.METHOD,
            by=emil,
        )
    message.refresh_from_db()
    return message


@pytest.fixture
def anew(ana, room, words):
    write_anew(room=room.pk, seq=words.seq, body=NEW, by=ana)
    return words


def shown(words):
    return "" if words.state == "hidden" else f"I took {COVER}."


def test_nothing_changes_on_any_screen_before_somebody_read_it(room, anew):
    before = told(room)

    assert history(room) == [shown(anew)]
    assert NEW not in str(before)
    item = Item.objects.get(subject_kind="rewrite")
    assert (item.kind, item.level, item.subject_id) == ("held", Level.TODAY, str(anew.pk))


def test_a_moderator_who_has_read_it_lets_it_out(ana, noor, room, anew):
    open_anew(room=room.pk, seq=anew.seq, by=noor)

    let_out_anew(room=room.pk, seq=anew.seq, by=noor)

    anew.refresh_from_db()
    assert history(room) == [NEW]
    assert (anew.body, anew.whole, anew.rewrite, anew.state) == (NEW, "", "", "shown")
    assert anew.edited_at is not None
    assert not Measure.objects.filter(ended_at=None).exists()
    assert Item.objects.get(subject_kind="rewrite").outcome == "let_out"
    assert Notification.objects.filter(person=ana, kind="let_out_anew").count() == 1
    assert Entry.objects.get(act="let_out_anew").data == {}


def test_what_nobody_has_read_is_not_let_out(noor, room, anew):
    with pytest.raises(Refused) as caught:
        let_out_anew(room=room.pk, seq=anew.seq, by=noor)

    assert (caught.value.refusal.code, history(room)) == ("read_again", [shown(anew)])


def test_words_changed_after_the_reading_are_read_again(ana, noor, room, anew):
    open_anew(room=room.pk, seq=anew.seq, by=noor)
    write_anew(room=room.pk, seq=anew.seq, body="I took fifty.", by=ana)

    with pytest.raises(Refused) as caught:
        let_out_anew(room=room.pk, seq=anew.seq, by=noor)

    assert (caught.value.refusal.code, history(room)) == ("read_again", [shown(anew)])


def test_a_moderator_asks_for_other_words(ana, noor, room, anew):
    open_anew(room=room.pk, seq=anew.seq, by=noor)

    ask_anew(room=room.pk, seq=anew.seq, words="Could you leave out how much?", by=noor)

    mine = browser_of(ana).get(reverse("groups:my-words", args=[room.pk])).content.decode()
    assert "Could you leave out how much?" in mine
    assert NEW in mine


@pytest.mark.parametrize(
    ("who", "code"), [("ben", "not_yours"), ("emil", "not_yours"), ("cleo", "not_member")]
)
def test_nobody_else_writes_it(who, code, room, words, request):
    with pytest.raises(Refused) as caught:
        write_anew(room=room.pk, seq=words.seq, body=NEW, by=request.getfixturevalue(who))

    words.refresh_from_db()
    assert (caught.value.refusal.code, words.rewrite) == (code, "")


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_no_member_reads_or_lets_it_out(who, room, anew, request):
    somebody = request.getfixturevalue(who)

    for act in (open_anew, let_out_anew):
        with pytest.raises(Refused):
            act(room=room.pk, seq=anew.seq, by=somebody)

    assert history(room) == [shown(anew)]


def test_words_nobody_took_away_are_changed_and_not_written_anew(ana, emil, room):
    on_duty(emil, room)
    plain = say(ana, room, OLD)

    with pytest.raises(Refused) as caught:
        write_anew(room=room.pk, seq=plain.seq, body=NEW, by=ana)

    assert caught.value.refusal.code == "nothing_taken"


def test_taking_it_back_keeps_nothing_of_it(ana, room, anew):
    take_back_anew(room=room.pk, seq=anew.seq, by=ana)

    anew.refresh_from_db()
    assert (anew.rewrite, anew.rewrote_at) == ("", None)
    assert Item.objects.get(subject_kind="rewrite").outcome == "taken_back"


def test_deleting_and_leaving_take_it_along(ana, room, anew):
    delete_message(room=room.pk, seq=anew.seq, by=ana)

    anew.refresh_from_db()
    assert (anew.rewrite, Item.objects.get(subject_kind="rewrite").state) == ("", "closed")


def test_who_leaves_for_good_leaves_nothing_on_the_desk(ana, room, anew):
    own_data.erase(ana, keeps_words=True)

    anew.refresh_from_db()
    assert (anew.rewrite, Item.objects.get(subject_kind="rewrite").outcome) == ("", "left")


def test_heavy_new_words_reach_a_person(ana, room, words):
    signal = Signal(Level.SOON, ("thought",))

    write_anew(room=room.pk, seq=words.seq, body=NEW, signal=signal, by=ana)

    item = Item.objects.get(kind="signal")
    assert (item.level, item.signs.get().words_then, item.about) == (Level.SOON, NEW, ana)


def test_the_desk_lets_it_out_too(noor, room, anew):
    item = Item.objects.get(subject_kind="rewrite")
    desk.take(item=item.pk, by=noor)
    desk.uncover(item=item.pk, by=noor)

    deciding.decide(item=item.pk, by=noor, decision=Decision("let_out", Why.FINE))

    item.refresh_from_db()
    assert (item.state, history(room)) == ("closed", [NEW])


def test_the_pages_carry_it_from_one_to_the_other(ana, noor, room, words):
    author, team = browser_of(ana), browser_of(noor)
    address = reverse("groups:anew", args=[room.pk, words.seq])
    waiting = reverse("groups:waiting", args=[room.pk])

    assert OLD in author.get(address).content.decode()
    assert author.post(address, {"body": NEW}).status_code == 303
    covered = team.get(waiting).content.decode()
    team.post(reverse("groups:anew-read", args=[room.pk, words.seq]))
    read = team.get(waiting).content.decode()
    team.post(reverse("groups:anew-let-out", args=[room.pk, words.seq]))

    assert [NEW in covered, NEW in read] == [False, True]
    assert history(room) == [NEW]


def test_a_change_that_meets_a_cover_goes_to_the_team_first(ana, emil, room):
    on_duty(emil, room)
    message = Message.objects.get(room=room, seq=say(ana, room, OLD).seq)
    cover_words(
        room=room.pk, seq=1, parts=[(7, 22)], read=name_of(message), reason=Why.METHOD, by=emil
    )
    edit = reverse("groups:edit", args=[room.pk, 1])

    opened = browser_of(ana).get(edit)
    sent = browser_of(ana).post(edit, {"body": "I took forty blue ones, I am sorry."})

    message.refresh_from_db()
    assert opened.url == reverse("groups:anew", args=[room.pk, 1])
    assert sent.status_code == 303
    assert history(room) == [f"I took {COVER}."]
    assert message.rewrite == "I took forty blue ones, I am sorry."
    with pytest.raises(Refused):
        edit_message(room=room.pk, seq=1, body=NEW, by=ana)

"""What a moderator covers is read by nobody but its author and who decides about it."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from community.record.models import Entry
from community.refusal import Refused
from community.safety import subjects
from community.safety.actions.measures import take_back
from community.safety.enums import Why
from community.safety.models import Measure
from groups import own_data
from groups.actions.covering import cover_words, name_of, uncover_words
from groups.actions.messages import delete_message, hide_message, restore_message
from groups.enums import WhyBack
from groups.events import events_after
from groups.models import Message
from groups.spans import COVER
from realtime import protocol
from tests.people import browser_of, on_duty
from tests.words import history, say, told

WORDS = "I took forty blue ones and then I rang Ben."
SECRET = "forty blue ones"
SHOWN = f"I took {COVER} and then I rang Ben."


@pytest.fixture
def words(ana, emil, room):
    on_duty(emil, room)
    verdict = say(ana, room, WORDS)
    return Message.objects.select_related("room").get(room=room, seq=verdict.seq)


def cover(message, by, *, part=SECRET, read=None, words=""):
    at = message.own_words.index(part)
    cover_words(
        room=message.room_id,
        seq=message.seq,
        parts=[(at, at + len(part))],
        read=read or name_of(message),
        reason=Why.METHOD,
        words=words,
        by=by,
    )
    message.refresh_from_db()


def wire(room):
    return "\n".join(protocol.encode(event).text for event in events_after(room.pk, 0))


def test_covered_words_leave_every_reading_of_the_room(emil, room, words):
    cover(words, emil)

    assert told(room) == [(1, "msg", SHOWN), (2, "cover", SHOWN)]
    assert history(room) == [SHOWN]
    assert SECRET not in wire(room)


def test_the_frame_says_that_something_is_covered(emil, room, words):
    cover(words, emil)

    [first, covering] = [
        json.loads("{" + protocol.encode(e).text + "}") for e in events_after(room.pk, 0)
    ]
    assert first["d"] == {"body": SHOWN, "covered": True}
    assert (covering["k"], covering["ref"], covering["d"]) == ("cover", 1, first["d"])


def test_no_query_of_what_was_said_finds_what_is_covered(emil, room, words):
    cover(words, emil)

    assert not Message.objects.filter(body__icontains="blue").exists()
    assert Message.objects.filter(body__icontains="rang Ben").exists()


def test_how_much_is_covered_is_not_told(emil, room, words):
    cover(words, emil, part="forty blue ones and then I rang")

    assert history(room) == [f"I took {COVER} Ben."]


def test_parts_add_up_to_one_where_they_touch(emil, room, words):
    cover(words, emil, part="blue ones")
    cover(words, emil, part="forty blue")

    assert (words.body, words.covered) == (SHOWN, [[7, 22]])


def test_the_author_alone_reads_all_of_it_with_why(ana, ben, emil, room, words):
    cover(words, emil, words="The number stays between us.")
    pages = {
        who: browser_of(who).get(room.get_absolute_url()).content.decode() for who in (ana, ben)
    }
    mine = browser_of(ana).get(reverse("groups:my-words", args=[room.pk])).content.decode()

    assert [SECRET in page for page in (*pages.values(), mine)] == [False, False, True]
    assert all("covered by the team" in page for page in pages.values())
    assert "The number stays between us." in mine
    assert reverse("groups:anew", args=[room.pk, words.seq]) in mine


def test_the_author_takes_all_of_it_along(ana, emil, room, words):
    cover(words, emil)

    assert [line["words"] for line in own_data.export(ana)["words"]] == [WORDS]


def test_the_desk_reads_it_only_where_it_is_about_it(ana, ben, emil, room, words):
    beside = Message.objects.get(room=room, seq=say(ben, room, "I am here.").seq)
    cover(words, emil)
    message = subjects.get("message")

    assert SECRET in message.snapshot(str(words.pk))
    assert SECRET not in message.snapshot(str(beside.pk))
    assert "[covered by the team]" in message.snapshot(str(beside.pk))


def test_the_record_says_who_whom_and_why_without_words(ana, emil, room, words):
    cover(words, emil)

    entry = Entry.objects.get(act="cover_words")
    assert (entry.by, entry.about, entry.reason, entry.data) == (emil.pk, ana.pk, "method", {})
    assert entry.subject == f"message:{room.pk}:{words.seq}"
    assert room.events.get(kind="cover").actor is None


def test_showing_it_again_ends_what_was_decided(ana, emil, noor, room, words):
    cover(words, emil)
    on_duty(noor, room)

    uncover_words(room=room.pk, seq=words.seq, reason=WhyBack.PAST, by=noor)

    words.refresh_from_db()
    assert (words.body, words.whole, words.covered) == (WORDS, "", [])
    assert told(room)[-1] == (3, "cover", WORDS)
    assert Measure.objects.get(person=ana).ended_at is not None
    assert Entry.objects.get(act="uncover_words").reason == "past"


def test_in_a_live_room_it_comes_back_through_who_is_on_duty(emil, noor, room, words):
    cover(words, emil)

    with pytest.raises(Refused) as caught:
        uncover_words(room=room.pk, seq=words.seq, reason=WhyBack.FITS, by=noor)

    assert (caught.value.refusal.code, history(room)) == ("off_duty", [SHOWN])


def test_an_appeal_that_is_upheld_shows_it_again(ana, emil, hana, room, words):
    cover(words, emil)

    with transaction.atomic():
        take_back(measure=Measure.objects.get(person=ana), by=hana, now=timezone.now())

    assert history(room) == [WORDS]


def test_hiding_and_bringing_back_leaves_it_covered(emil, room, words):
    cover(words, emil)
    hide_message(room=room.pk, seq=words.seq, reason=Why.HEAVY, by=emil)

    restore_message(room=room.pk, seq=words.seq, reason=WhyBack.FITS, by=emil)

    assert history(room) == [SHOWN]


def test_deleting_leaves_nothing_of_it(ana, emil, room, words):
    cover(words, emil)

    delete_message(room=room.pk, seq=words.seq, by=ana)

    words.refresh_from_db()
    assert (words.body, words.whole, words.covered) == ("", "", [])


def test_what_stays_of_somebody_who_left_stays_covered_for_good(ana, emil, room, words):
    cover(words, emil)

    own_data.erase(ana, keeps_words=True)

    words.refresh_from_db()
    assert (words.body, words.whole, words.covered) == (SHOWN, "", [])


def test_places_counted_in_other_words_cover_nothing(ana, emil, room, words):
    read = name_of(words)
    Message.objects.filter(pk=words.pk).update(body="Ben is kind. I took forty blue ones.")

    with pytest.raises(Refused) as caught:
        cover(words, emil, read=read)

    assert caught.value.refusal.code == "changed_since"
    assert history(room) == ["Ben is kind. I took forty blue ones."]


@pytest.mark.parametrize("part", [(0, 0), (5, 3), (-1, 4), (40, 99)])
def test_what_is_no_part_of_the_words_is_refused(part, emil, room, words):
    with pytest.raises(Refused) as caught:
        cover_words(
            room=room.pk,
            seq=words.seq,
            parts=[part],
            read=name_of(words),
            reason=Why.METHOD,
            by=emil,
        )

    assert caught.value.refusal.code == "no_part"


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("ana", "not_moderator"),
        ("ben", "not_moderator"),
        ("cleo", "not_member"),
        ("hana", "not_member"),
    ],
)
def test_nobody_else_covers_or_uncovers(who, code, emil, room, words, request):
    somebody = request.getfixturevalue(who)
    with pytest.raises(Refused) as caught:
        cover(words, somebody)

    assert (caught.value.refusal.code, history(room)) == (code, [WORDS])


def test_nobody_uncovers_their_own(emil, noor, room):
    on_duty(emil, room)
    own = Message.objects.get(room=room, seq=say(emil, room, WORDS).seq)
    cover(own, noor)

    with pytest.raises(Refused) as caught:
        uncover_words(room=room.pk, seq=own.seq, reason=WhyBack.FITS, by=emil)

    assert (caught.value.refusal.code, history(room)) == ("own_words", [SHOWN])


def test_nobody_covers_their_own_which_they_could_not_show_again(emil, room):
    on_duty(emil, room)
    own = Message.objects.get(room=room, seq=say(emil, room, WORDS).seq)

    with pytest.raises(Refused) as caught:
        cover(own, emil)

    assert (caught.value.refusal.code, history(room)) == ("own_words", [WORDS])


def test_the_sign_of_covered_words_cannot_be_written(ana, emil, room, words):
    page = browser_of(ana)
    page.post(
        room.get_absolute_url(),
        {"cid": "3b241101-e2bb-4255-8caf-4136c566a962", "body": f"so {COVER} what"},
    )

    assert history(room)[-1] == "so  what"


def test_the_page_covers_words_that_are_written_out(ana, emil, room, words):
    address = reverse("groups:cover", args=[room.pk, words.seq])
    given = {"part": "forty  BLUE ones", "reason": "method", "read": name_of(words)}

    answer = browser_of(emil).post(address, given)

    assert answer.status_code == 303
    assert history(room) == [SHOWN]


def test_the_page_covers_the_chosen_place_alone(ana, emil, room):
    on_duty(emil, room)
    twice = Message.objects.get(room=room, seq=say(ana, room, "blue, then blue").seq)
    address = reverse("groups:cover", args=[room.pk, twice.seq])
    given = {"part": "blue", "start": 11, "end": 15, "reason": "method", "read": name_of(twice)}

    browser_of(emil).post(address, given)

    assert history(room) == [f"blue, then {COVER}"]


def test_the_page_says_what_it_did_not_find(emil, room, words):
    address = reverse("groups:cover", args=[room.pk, words.seq])
    given = {"part": "green ones", "reason": "method", "read": name_of(words)}

    answer = browser_of(emil).post(address, given)

    assert "These words do not stand above." in answer.content.decode()
    assert history(room) == [WORDS]


def test_words_that_changed_meanwhile_are_shown_anew(ana, emil, room, words):
    read = name_of(words)
    Message.objects.filter(pk=words.pk).update(body="I took forty blue ones, no, fifty.")
    address = reverse("groups:cover", args=[room.pk, words.seq])

    answer = browser_of(emil).post(address, {"part": SECRET, "reason": "method", "read": read})

    page = answer.content.decode()
    assert "no, fifty." in page
    assert "Please look at them again." in page
    assert history(room) == ["I took forty blue ones, no, fifty."]


@pytest.mark.parametrize(
    "wrong",
    [
        {"covered": [[0, 1]]},
        {"whole": "all of it"},
        {"rewrite": "other words"},
        {"rewrote_at": "now"},
    ],
)
def test_the_database_keeps_covered_words_whole(wrong, words):
    wrong = {name: timezone.now() if value == "now" else value for name, value in wrong.items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=words.pk).update(**wrong)


def test_the_database_takes_both_together(words):
    now = timezone.now()

    Message.objects.filter(pk=words.pk).update(
        covered=[[0, 1]], whole="all of it", rewrite="other", rewrote_at=now
    )

    words.refresh_from_db()
    assert (words.covered, words.own_words) == ([[0, 1]], "all of it")


def test_words_that_are_gone_leave_nothing_whole(emil, words):
    cover(words, emil)

    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=words.pk).update(
            body="", state="expired", state_at=timezone.now(), state_by=0, state_why="kept"
        )

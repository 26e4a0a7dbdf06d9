"""The page of a room: reads and writes without a script, and tells strangers nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import InterfaceError, OperationalError
from django.urls import reverse
from django.utils import timezone

from community.safety.enums import Level, Why
from community.safety.models import Measure
from groups.actions import held
from groups.actions.messages import hide_message
from groups.enums import HeldFor
from groups.models import Draft, Message
from groups.near import Signal
from groups.queries.history import PAGE
from groups.views import room as room_view
from tests.people import browser_of, on_duty, seat
from tests.words import history, say, wait


def address(room):
    return reverse("groups:room", args=[room.pk])


def post(client, room, body, **more):
    return client.post(address(room), {"cid": str(uuid4()), "body": body, **more})


def text(response):
    return response.content.decode()


def test_a_member_reads_the_room(ana, ben, emil, room):
    on_duty(emil, room)
    say(ben, room, "Good evening, everyone.")

    page = browser_of(ana).get(address(room))

    assert page.status_code == 200
    assert "Good evening, everyone." in text(page)
    assert "emil-ash from the team is here." in text(page)


def test_the_tab_says_room_and_never_its_name(ana, room):
    page = text(browser_of(ana).get(address(room)))

    assert page.split("<title>")[1].startswith("Room ·")


def test_words_go_out_without_a_script(ana, ben, emil, room):
    on_duty(emil, room)

    answer = post(browser_of(ana), room, "Hello from a form.")

    assert (answer.status_code, answer["Location"]) == (303, f"{address(room)}#m-1")
    assert "Hello from a form." in text(browser_of(ben).get(address(room)))


def test_sending_the_same_form_twice_says_it_once(ana, emil, room):
    on_duty(emil, room)
    browser, cid = browser_of(ana), str(uuid4())

    first = browser.post(address(room), {"cid": cid, "body": "Only once."})
    second = browser.post(address(room), {"cid": cid, "body": "Only once."})

    assert first["Location"] == second["Location"]
    assert history(room) == ["Only once."]


def test_without_a_moderator_words_wait_and_only_their_author_sees_them(ana, ben, room):
    browser = browser_of(ana)

    post(browser, room, "Awake again.")

    mine, theirs = text(browser.get(address(room))), text(browser_of(ben).get(address(room)))
    assert "Awake again." in mine
    assert "waiting · nobody has seen this" in mine
    assert "Awake again." not in theirs


def test_the_strip_says_that_words_wait(ana, room):
    page = text(browser_of(ana).get(address(room)))

    assert "Nobody from the team is here" in page
    assert "Who is this for?" in page


def test_it_says_who_has_read_only_once_somebody_has(ana, emil, room):
    waiting = wait(ana, room, "Awake again.")
    browser = browser_of(ana)
    assert "emil-ash has read this" not in text(browser.get(address(room)))

    held.open_held(room=room.pk, message=waiting.pk, by=emil)

    assert "emil-ash has read this" in text(browser.get(address(room)))


def test_the_author_is_asked_and_says_yes(ana, ben, emil, room):
    on_duty(emil, room)
    emil.duties.update(until=timezone.now())
    waiting = wait(ana, room, "Awake again.")
    on_duty_again(emil)
    team = browser_of(emil)
    for act in ("read", "offer"):
        team.post(reverse(f"groups:waiting-{act}", args=[room.pk, waiting.pk]))
    browser = browser_of(ana)
    assert "Shall the group read it?" in text(browser.get(address(room)))

    browser.post(reverse("groups:held-yes", args=[room.pk, waiting.cid]))

    assert "Awake again." in text(browser_of(ben).get(address(room)))


def on_duty_again(moderator):
    moderator.duties.update(until=timezone.now() + timedelta(minutes=1))


def test_waiting_words_are_covered_until_a_moderator_reads_them(ana, emil, room):
    waiting = wait(ana, room, "Awake again.")
    team, page = browser_of(emil), reverse("groups:waiting", args=[room.pk])
    assert "Awake again." not in text(team.get(page))

    team.post(reverse("groups:waiting-read", args=[room.pk, waiting.pk]))

    assert "Awake again." in text(team.get(page))


def test_hidden_words_leave_the_page_but_stay_for_their_author(ana, ben, emil, room):
    on_duty(emil, room)
    words = say(ana, room, "Here is the dose.")
    hide_message(room=room.pk, seq=words.seq, reason=Why.METHOD, words="Not in here.", by=emil)

    mine = text(browser_of(ana).get(reverse("groups:my-words", args=[room.pk])))

    assert "Here is the dose." not in text(browser_of(ben).get(address(room)))
    assert "Here is the dose." not in text(browser_of(ana).get(address(room)))
    assert "Here is the dose." in mine
    assert "it names a way to be harmed" in mine
    assert "Not in here." in mine


def test_words_with_an_address_are_asked_about_once(ana, emil, room):
    on_duty(emil, room)
    browser = browser_of(ana)

    asked = post(browser, room, "Write to me: ana@example.org")

    assert asked.status_code == 422
    assert "<mark>ana@example.org</mark>" in text(asked)
    assert "Send it anyway" in text(asked)
    assert history(room) == []


def test_being_sure_sends_them(ana, emil, room):
    on_duty(emil, room)

    post(browser_of(ana), room, "Write to me: ana@example.org", sure="1")

    assert history(room) == ["Write to me: ana@example.org"]


@pytest.mark.parametrize(("body", "told"), [("   ", "nothing to send"), ("a" * 4001, "1 more")])
def test_what_cannot_be_sent_stays_in_the_box(ana, emil, room, body, told):
    on_duty(emil, room)

    answer = post(browser_of(ana), room, body)

    assert answer.status_code == 422
    assert told in text(answer)
    assert body in text(answer)


def test_heavy_words_bring_help_in_full_once_and_then_in_one_line(ana, emil, room):
    browser = browser_of(ana)

    post(browser, room, "I want to end my life tonight.")

    first, second = text(browser.get(address(room))), text(browser.get(address(room)))
    assert '<details class="help-near folds" id="help-near" open>' in first
    assert '<details class="help-near folds" id="help-near">' in second
    assert "crisis" not in first
    assert "emil-ash alone" not in first
    on_duty(emil, room)
    assert "Talk to emil-ash alone" in text(browser.get(address(room)))


def test_heavy_words_with_contact_details_bring_help_before_the_question(ana, emil, room):
    on_duty(emil, room)

    asked = post(browser_of(ana), room, "I want to end my life tonight. Call 07700 900123.")

    assert asked.status_code == 422
    assert '<details class="help-near folds" id="help-near" open>' in text(asked)


def test_heavy_words_that_come_by_a_change_bring_help_too(ana, emil, room):
    on_duty(emil, room)
    words = say(ana, room, "A calm beginning.")
    browser = browser_of(ana)

    browser.post(
        reverse("groups:edit", args=[room.pk, words.seq]),
        {"body": "I want to end my life tonight."},
    )

    assert '<details class="help-near folds" id="help-near" open>' in text(
        browser.get(address(room))
    )


def test_markup_in_words_stays_words(ana, ben, emil, room):
    on_duty(emil, room)
    say(ben, room, "<script>alert(1)</script> see https://example.org/a?b=1&c=2.")

    page = text(browser_of(ana).get(address(room)))

    assert "<script>alert(1)" not in page
    link = "https://example.org/a?b=1&amp;c=2"
    assert f'<a href="{link}" rel="noopener nofollow ugc">{link}</a>.' in page


def test_blocked_words_are_not_on_the_page(ana, ben, emil, room):
    on_duty(emil, room)
    words = say(ben, room, "Something from Ben.")
    say(emil, room, "Something from Emil.")
    browser = browser_of(ana)

    browser.post(reverse("groups:block", args=[room.pk, words.seq]))

    page = text(browser.get(address(room)))
    assert "Something from Ben." not in page
    assert "ben-moss" not in page
    assert "Something from Emil." in page


def test_the_blocked_person_sees_the_same_page_as_before(ana, ben, emil, room):
    on_duty(emil, room)
    words = say(ben, room, "Something from Ben.")
    say(ana, room, "Something from Ana.")
    theirs = browser_of(ben)
    before = theirs.get(address(room)).context["page"].lines

    browser_of(ana).post(reverse("groups:block", args=[room.pk, words.seq]))

    assert theirs.get(address(room)).context["page"].lines == before


def test_new_words_are_marked_calmly(ana, ben, emil, room):
    on_duty(emil, room)
    say(ben, room, "Read")
    seat(ana, room).__class__.objects.filter(person=ana, room=room).update(read_seq=1)
    say(ben, room, "Not read yet")

    page = text(browser_of(ana).get(address(room)))

    assert page.count('id="new"') == 1
    assert page.index("Read") < page.index('id="new"') < page.index("Not read yet")


def test_the_three_rules_stand_there_until_the_first_own_words(ana, emil, room):
    on_duty(emil, room)
    browser = browser_of(ana)
    assert 'id="reminders"' in text(browser.get(address(room)))

    post(browser, room, "My first words.")

    assert 'id="reminders"' not in text(browser.get(address(room)))


def test_what_was_begun_is_in_the_box_again(ana, room):
    browser, cid = browser_of(ana), str(uuid4())
    browser.post(reverse("groups:draft", args=[room.pk]), {"cid": cid, "body": "I wanted to say"})

    page = text(browser.get(address(room)))

    assert "I wanted to say" in page
    assert cid in page


def test_sent_words_are_no_draft_any_more(ana, emil, room):
    on_duty(emil, room)
    browser, cid = browser_of(ana), str(uuid4())
    browser.post(reverse("groups:draft", args=[room.pk]), {"cid": cid, "body": "Done now"})

    browser.post(address(room), {"cid": cid, "body": "Done now"})

    assert not Draft.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_number_of_questions(
    ana, ben, emil, room, count, django_assert_num_queries
):
    on_duty(emil, room)
    for number in range(count):
        say(ben, room, f"Words {number}")
    browser = browser_of(ana)
    browser.get(address(room))

    with django_assert_num_queries(22):
        browser.get(address(room))


def same_words(one, other):
    """The same body but for the address that was asked for, which the asker knows anyway."""
    bodies = [text(answer).replace(answer.wsgi_request.path, "/here/") for answer in (one, other)]
    return bodies[0] == bodies[1]


ROOM_PAGES = ["room", "read", "draft", "my-words", "waiting"]
MESSAGE_PAGES = ["edit", "delete", "hide", "restore", "report", "block", "remove", "who"]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ROOM_PAGES)
def test_for_a_stranger_the_room_is_not_there(ana, cleo, emil, room, name, method):
    on_duty(emil, room)
    say(ana, room, "Among us.")
    browser = browser_of(cleo)

    theirs = getattr(browser, method)(reverse(f"groups:{name}", args=[room.pk]))
    nothing = getattr(browser, method)(reverse(f"groups:{name}", args=["0" * 10]))

    assert theirs.status_code == nothing.status_code
    assert theirs.status_code in (404, 405)
    assert same_words(theirs, nothing)


@pytest.mark.parametrize("name", MESSAGE_PAGES)
def test_for_a_stranger_no_message_is_there(ana, cleo, emil, room, name):
    on_duty(emil, room)
    words = say(ana, room, "Among us.")
    browser = browser_of(cleo)

    theirs = browser.get(reverse(f"groups:{name}", args=[room.pk, words.seq]))
    nothing = browser.get(reverse(f"groups:{name}", args=["0" * 10, 7]))

    assert (theirs.status_code, nothing.status_code) == (404, 404)
    assert same_words(theirs, nothing)


@pytest.mark.parametrize("name", ["hide", "restore", "remove"])
def test_a_member_finds_no_tools_of_moderators(ana, ben, emil, room, name):
    on_duty(emil, room)
    words = say(ben, room, "Among us.")
    browser = browser_of(ana)

    page = text(browser.get(address(room)))
    menu = text(browser.get(reverse("groups:acts", args=[room.pk, words.seq])))
    answer = browser.get(reverse(f"groups:{name}", args=[room.pk, words.seq]))

    assert ('href="m/1/"' in page, "m/0/report/" in page, "m/1/report/" in menu) == (True,) * 3
    assert [f"/{name}/" in told for told in (page, menu)] == [False, False]
    assert answer.status_code == 403


@pytest.mark.parametrize("name", ["held", "held-for", "held-take-back", "held-yes", "held-no"])
def test_waiting_words_of_others_are_not_there(ana, ben, room, name):
    waiting = wait(ana, room, "Awake again.")

    answer = browser_of(ben).post(reverse(f"groups:{name}", args=[room.pk, waiting.cid]))

    assert answer.status_code == 404
    assert Message.objects.get(pk=waiting.pk).body == "Awake again."


def test_a_way_to_reach_somebody_is_asked_about_before_words_are_for_the_group(ana, room):
    browser = browser_of(ana)
    waiting = wait(ana, room, "Call me: 07700 900123", held_for=HeldFor.ME)
    choose = reverse("groups:held-for", args=[room.pk, waiting.cid])

    asked = browser.post(choose, {"held_for": "group"})
    still = Message.objects.get(pk=waiting.pk).held_for
    sure = browser.post(choose, {"held_for": "group", "sure": "1"})

    assert "Is this meant to be read by everyone?" in text(asked)
    assert "<mark>07700 900123</mark>" in text(asked)
    assert still == HeldFor.ME
    assert sure.status_code == 303
    assert Message.objects.get(pk=waiting.pk).held_for == HeldFor.GROUP


def test_a_moderator_hides_from_the_page(ana, ben, emil, room):
    on_duty(emil, room)
    words = say(ana, room, "Among us.")

    browser_of(emil).post(
        reverse("groups:hide", args=[room.pk, words.seq]), {"reason": "heavy", "words": ""}
    )

    assert "Among us." not in text(browser_of(ben).get(address(room)))


def test_a_moderator_removes_from_the_page(ana, emil, room):
    on_duty(emil, room)
    words = say(ana, room, "Among us.")

    browser_of(emil).post(
        reverse("groups:remove", args=[room.pk, words.seq]),
        {"reason": "rules", "rule": "1:0", "words": "Let us talk tomorrow."},
    )

    assert browser_of(ana).get(address(room)).status_code == 404
    page = text(browser_of(ana).get(f"/me/record/{Measure.objects.get().pk}/"))
    assert "Be kind. Everyone here is having a hard time of some sort." in page


def test_nobody_is_removed_from_the_page_without_a_rule_or_for_distress(ana, emil, room):
    on_duty(emil, room)
    words = say(ana, room, "Among us.")
    cry = say(ana, room, "I want to go.", signal=Signal(Level.NOW, ("thought",)))
    browser = browser_of(emil)

    no_rule = browser.post(
        reverse("groups:remove", args=[room.pk, words.seq]), {"reason": "rules", "words": "Why."}
    )
    distress = browser.post(
        reverse("groups:remove", args=[room.pk, cry.seq]),
        {"reason": "rules", "rule": "1:0", "words": "Why."},
    )

    assert (no_rule.status_code, distress.status_code) == (200, 403)
    assert "Please choose which rule this rests on." in text(no_rule)
    assert not Measure.objects.exists()


def test_older_words_stand_on_pages_before(ana, ben, emil, room):
    on_duty(emil, room)
    for number in range(PAGE + 1):
        say(ben, room, f"[{number}]")
    browser = browser_of(ana)

    newest = text(browser.get(address(room)))
    earlier = text(browser.get(address(room), {"before": "2"}))

    last = f"[{PAGE}]"
    assert (last in newest, "[0]" in newest, "?before=2" in newest) == (True, False, True)
    assert (last in earlier, "[0]" in earlier) == (False, True)


def test_contact_details_in_the_note_come_back_with_the_question(ana, emil, room):
    on_duty(emil, room)

    asked = post(browser_of(ana), room, "Good evening.", note="call me 07700 900123")

    assert asked.status_code == 422
    assert 'value="call me 07700 900123"' in text(asked)
    assert "Send it anyway" in text(asked)
    assert history(room) == []


def test_a_change_asks_about_contact_details_in_its_note(ana, emil, room):
    on_duty(emil, room)
    words = say(ana, room, "A calm beginning.")

    asked = browser_of(ana).post(
        reverse("groups:edit", args=[room.pk, words.seq]),
        {"body": "Good evening.", "note": "call me 07700 900123"},
    )

    assert "Is this meant to be read by everyone?" in text(asked)
    assert history(room) == ["A calm beginning."]


def test_what_was_left_for_the_morning_waits_though_somebody_came(ana, emil, room):
    browser = browser_of(ana)
    left = browser.get(address(room)).content.decode()
    on_duty(emil, room)

    assert '<input type="hidden" name="waits" value="1">' in left
    post(browser, room, "Words of a night.", waits="1")

    assert history(room) == []
    assert Message.objects.get(room=room).state == "held"
    assert "nobody has seen this" in text(browser.get(address(room)))


def test_a_page_that_promised_nothing_sends_at_once(ana, emil, room):
    on_duty(emil, room)
    browser = browser_of(ana)

    assert 'name="waits"' not in text(browser.get(address(room)))
    post(browser, room, "Good evening.")

    assert history(room) == ["Good evening."]


@pytest.mark.parametrize(
    "spoilt", [{"cid": ""}, {"cid": "no name"}, {"held_for": "everyone"}], ids=str
)
def test_a_page_that_came_apart_on_the_way_loses_no_words(ana, emil, room, spoilt):
    on_duty(emil, room)
    whole = {"cid": str(uuid4()), "body": "It was a long day.", "note": "work"}

    answer = browser_of(ana).post(address(room), {**whole, **spoilt})

    assert answer.status_code == 422
    assert ">It was a long day.</textarea>" in text(answer)
    assert 'value="work"' in text(answer)
    assert "please send them again" in text(answer)
    assert history(room) == []


def test_what_cannot_be_stored_is_taken_out_and_the_rest_is_said(ana, emil, room):
    on_duty(emil, room)

    post(browser_of(ana), room, "Good\x00 evening.")

    assert history(room) == ["Good evening."]


@pytest.mark.parametrize("after", ["drop_draft", "note_reminded", "mark_read"])
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_words_that_are_in_are_never_answered_with_an_error(
    ana, emil, room, monkeypatch, after, error
):
    def is_away(**how):
        raise error("away")

    on_duty(emil, room)
    monkeypatch.setattr(room_view, after, is_away)

    answer = post(browser_of(ana), room, "They are in.")

    assert (answer.status_code, answer["Location"]) == (303, f"{address(room)}#m-1")
    assert history(room) == ["They are in."]


def test_a_line_that_breaks_keeps_the_words_in_the_box(ana, emil, room, monkeypatch):
    def breaks(**how):
        raise InterfaceError("connection already closed")

    on_duty(emil, room)
    monkeypatch.setattr(room_view, "send", breaks)

    answer = post(browser_of(ana), room, "Did it arrive?")

    assert answer.status_code == 503
    assert ">Did it arrive?</textarea>" in text(answer)


def test_what_can_be_done_with_words_is_on_a_page_of_its_own(ana, ben, emil, room, commits):
    on_duty(emil, room)
    words = say(ben, room, "It has been a day.")
    acts = reverse("groups:acts", args=[room.pk, words.seq])

    shown = {who: text(browser_of(who).get(acts)) for who in (ana, ben, emil)}
    with commits():
        hide_message(room=room.pk, seq=words.seq, reason=Why.RULES, by=emil)
    hidden = {who: browser_of(who).get(acts) for who in (ana, ben, emil)}

    def offers(page):
        return {
            name: f"/m/{words.seq}/{name}/" in page
            for name in ("edit", "delete", "react", "block", "hide", "restore", "remove")
        }

    nothing = dict.fromkeys(offers(""), False)
    assert all("It has been a day." in page for page in shown.values())
    assert {who.handle: offers(page) for who, page in shown.items()} == {
        "ana-lark": {**nothing, "react": True, "block": True},
        "ben-moss": {**nothing, "edit": True, "delete": True},
        "emil-ash": {**nothing, "react": True, "block": True, "hide": True, "remove": True},
    }
    assert hidden[ana].status_code == 404
    assert offers(hidden[ben].text) == {**nothing, "delete": True}
    assert offers(hidden[emil].text) == {**nothing, "restore": True, "remove": True}
    assert not any("It has been a day." in page.text for page in hidden.values())

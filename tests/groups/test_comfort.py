"""How rooms are for oneself: chosen on a page of one's own, and known to nobody else."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from community import live
from community.models import AccessClock
from community.record.models import Entry
from community.refusal import Refused
from groups.actions.comfort import (
    choose_folds,
    forget_ended,
    hide_typing,
    mute_words,
    show_typing,
    unmute_words,
)
from groups.enums import Fold, NoteKind
from groups.models import MutedWords, NoteChoice, TypingShown
from groups.own_data import erase, export
from groups.queries.comfort import choices_of, muted_by
from groups.rules_speaking import MOST_MUTED
from tests.people import browser_of
from tests.words import say

WEEK = timedelta(days=7)


def mute(somebody, words, *, now=None, lasts=WEEK):
    now = now or timezone.now()
    mute_words(words=words, until=now + lasts, now=now, by=somebody)


def page_of(somebody, room):
    return browser_of(somebody).get(reverse("groups:room", args=[room.pk])).content.decode()


def chosen(**folds):
    return {kind.value: Fold.COLLAPSE.value for kind in NoteKind} | folds


def test_a_choice_is_kept_for_each_kind_of_note(ana):
    browser_of(ana).post(reverse("groups:choose"), chosen(loss="never", harm="show"))

    assert choices_of(ana) == chosen(loss="never", harm="show")


def test_choosing_again_replaces_it(ana):
    choose_folds(choices={NoteKind.LOSS: Fold.NEVER}, by=ana)
    choose_folds(choices={NoteKind.LOSS: Fold.SHOW}, by=ana)

    assert choices_of(ana) == chosen(loss="show")


def test_what_one_never_wants_is_a_line_that_can_be_opened(ana, ben, wall):
    say(ben, wall, "He fell.", note_kind=NoteKind.LOSS)
    choose_folds(choices={NoteKind.LOSS: Fold.NEVER}, by=ana)

    page = page_of(ana, wall)

    assert "<summary>Folded, as you chose: Loss and grief</summary>" in page
    assert "He fell." in page


def words_on(page):
    """The messages, without what is new in the forms of every page."""
    messages = page.split('id="messages"')[1].split("</ol>")[0]
    return re.sub(r' value="\w{64}"', "", messages)


def test_another_reader_is_not_touched_by_it(ana, ben, emil, wall):
    say(ben, wall, "He fell in the rain.", note_kind=NoteKind.LOSS)
    before = words_on(page_of(emil, wall))

    choose_folds(choices={NoteKind.LOSS: Fold.NEVER}, by=ana)
    mute(ana, "rain")

    assert words_on(page_of(emil, wall)) == before
    assert "data-muted" not in page_of(emil, wall)


def test_a_muted_word_folds_its_family_until_its_day(ana, ben, wall):
    say(ben, wall, "It rained again.")
    now = timezone.now()
    mute(ana, "rain", now=now)

    assert "<summary>1 message folded</summary>" in page_of(ana, wall)
    MutedWords.objects.update(since=now - WEEK, until=now)

    assert "<summary>1 message folded</summary>" not in page_of(ana, wall)


def test_one_mutes_and_meets_again_from_the_page(ana):
    browser, page = browser_of(ana), reverse("groups:choices")

    browser.post(reverse("groups:mute"), {"words": "  hospital  stay ", "how_long": "month"})
    muted = MutedWords.objects.get(person=ana)
    assert muted.words == "hospital stay"
    assert "hospital stay" in browser.get(page).content.decode()
    browser.post(reverse("groups:unmute", args=[muted.pk]))

    assert not MutedWords.objects.exists()


def test_the_page_leads_back_to_the_room_one_came_from(ana, cleo, wall):
    asked = reverse("groups:choices") + f"?room={wall.pk}"

    assert browser_of(ana).get(asked).context["room"] == wall
    assert browser_of(cleo).get(asked).context["room"] is None


def test_muted_words_are_sealed(ana):
    mute(ana, "rain")

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM groups_mutedwords")
        assert "rain" not in cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("words", "lasts", "code"),
    [(" … ", WEEK, "nothing_to_mute"), ("rain", timedelta(0), "no_way_back")],
)
def test_what_cannot_be_muted_is_refused(ana, words, lasts, code):
    with pytest.raises(Refused) as caught:
        mute(ana, words, lasts=lasts)

    assert caught.value.refusal.code == code


def test_there_is_a_last_one(ana):
    for number in range(MOST_MUTED):
        mute(ana, f"word{number}")

    page = browser_of(ana).post(reverse("groups:mute"), {"words": "rain", "how_long": "week"})

    assert page.status_code == 422
    assert len(muted_by(ana, now=timezone.now())) == MOST_MUTED


def test_nobody_ends_what_somebody_else_muted(ana, ben):
    mute(ana, "rain")

    unmute_words(muted=MutedWords.objects.get().pk, by=ben)

    assert MutedWords.objects.filter(person=ana).exists()


def test_ended_ones_are_kept_no_longer(ana):
    now = timezone.now()
    mute(ana, "rain", now=now - 2 * WEEK)
    mute(ana, "snow", now=now)

    forget_ended(now)

    assert [muted.words for muted in MutedWords.objects.all()] == ["snow"]


def test_typing_is_off_until_somebody_wants_it(ana, wall, room):
    assert 'id="typing"' not in page_of(ana, room)

    browser_of(ana).post(reverse("groups:choose"), chosen(typing="on"))
    assert TypingShown.objects.filter(person=ana).exists()
    assert 'id="typing" aria-hidden="true"' in page_of(ana, room)
    assert 'id="typing"' not in page_of(ana, wall)

    browser_of(ana).post(reverse("groups:choose"), chosen())
    assert not TypingShown.objects.exists()


def test_open_screens_are_looked_at_when_it_changes(ana):
    def clock():
        return AccessClock.objects.get(pk=1).value

    AccessClock.objects.get_or_create(pk=1)
    before = clock()

    show_typing(by=ana)
    show_typing(by=ana)
    assert clock() == before + 1
    hide_typing(by=ana)

    assert clock() == before + 2


def test_no_choice_is_on_the_record(ana):
    mute(ana, "rain")
    choose_folds(choices={NoteKind.LOSS: Fold.NEVER}, by=ana)
    show_typing(by=ana)

    assert not Entry.objects.filter(by=ana.pk).exists()


def test_it_is_in_the_archive_and_gone_with_the_person(ana, ben):
    for somebody in (ana, ben):
        mute(somebody, "rain")
        choose_folds(choices={NoteKind.LOSS: Fold.NEVER}, by=somebody)
        show_typing(by=somebody)

    archive = export(ana)
    assert archive["rather_not"]["notes"] == {"loss": "never"}
    assert [row["words"] for row in archive["rather_not"]["words"]] == ["rain"]
    assert archive["shows_typing"] is True
    erase(ana, True)

    for kind in (MutedWords, NoteChoice, TypingShown):
        assert [one.person for one in kind.objects.all()] == [ben]


def test_muted_words_come_back_one_day(ana):
    now = timezone.now()
    MutedWords.objects.create(person=ana, words="rain", since=now, until=now + WEEK)

    with pytest.raises(IntegrityError), transaction.atomic():
        MutedWords.objects.create(person=ana, words="snow", since=now, until=now)


@pytest.mark.parametrize("wrong", [{"kind": "weather"}, {"fold": "blur"}, {"kind": "loss"}])
def test_a_choice_is_one_of_those_offered_and_made_once(ana, wrong):
    NoteChoice.objects.create(person=ana, kind="loss", fold="show")
    NoteChoice.objects.create(person=ana, kind="harm", fold="show")

    with pytest.raises(IntegrityError), transaction.atomic():
        NoteChoice.objects.create(**{"person": ana, "kind": "body", "fold": "show", **wrong})


def test_ones_own_open_rooms_are_told_to_fold_anew_and_nobody_else(ana, ben, commits):
    hints = []
    live.listen(hints.append)

    for act in (
        lambda: choose_folds(choices={NoteKind.LOSS: Fold.NEVER}, by=ana),
        lambda: mute(ana, "rain"),
        lambda: unmute_words(
            muted=MutedWords.objects.get().pk, by=ben
        ),  # not Ben's: nothing changes
        lambda: unmute_words(muted=MutedWords.objects.get().pk, by=ana),
    ):
        with commits():
            act()

    assert hints == [live.Hint(kind="me", people=(ana.pk,), data={"k": "folds", "id": ""})] * 3

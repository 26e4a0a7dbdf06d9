"""A good ending is planned from the first meeting: a day, notes for oneself, a letter to the other. And
the times of meetings go into a calendar that says when, and nothing else."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions.profile import change_handle
from community.refusal import Refused
from community.safety.models import Item
from mentoring.actions import ending, parting, walking
from mentoring.enums import Ending
from mentoring.models import Meeting, Pair, Parting, PlannedMeeting
from mentoring.personal_data import export
from mentoring.queries.own import own
from mentoring.queries.parting import good_ending
from tests.mentoring.reading import sent, words
from tests.mentoring.test_asking import told
from tests.people import browser_of

LETTER = "You stayed when I said nothing. I take that along."
SENTENCE = "have come to the end you planned. Your room stays for you to read"


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def planned(pair, by):
    return parting.plan_ending(pair=pair, on=in_days(40), by=by)


def test_either_plans_the_day_the_other_is_told_and_both_see_when_it_gets_less(ana, dora, pair):
    planned(pair, dora)

    assert told(ana)[-1] == ("ending_planned", f"/mentoring/pairs/{pair.pk}/ending/")
    assert good_ending(Pair.objects.get(), ana).less_from == in_days(12)
    with pytest.raises(Refused):
        parting.plan_ending(pair=pair, on=in_days(-1), by=ana)
    parting.plan_ending(pair=pair, on=None, by=ana)
    assert Pair.objects.get().ends_on is None


def test_a_letter_is_read_once_it_is_handed_over_and_notes_never(ana, dora, pair):
    parting.write_letter(pair=pair, words=LETTER, by=ana)
    parting.keep_notes(pair=pair, words="She was tired at the end.", by=ana)
    page = f"/mentoring/pairs/{pair.pk}/ending/"
    assert LETTER not in words(browser_of(dora), page)

    parting.hand_over(pair=pair, by=ana)

    assert told(dora)[-1][0] == "letter_handed_over"
    hers = words(browser_of(dora), page)
    assert LETTER in hers
    assert "She was tired" not in hers
    assert "She was tired" not in str(export(dora))
    assert LETTER not in str(export(dora))
    assert export(ana)["to_take_along"][0]["letter"] == LETTER
    with pytest.raises(Refused, match="handed_over"):
        parting.write_letter(pair=pair, words="Something else.", by=ana)


def test_words_that_are_too_many_come_back_to_be_shortened(ana, pair):
    page, whole = f"/mentoring/pairs/{pair.pk}/ending/", "a\r\n" * 2000

    kept = [browser_of(ana).post(page, {"letter": "yes", "words": whole}).status_code]
    answer = browser_of(ana).post(page, {"letter": "yes", "words": whole + "too much"})

    assert (kept, answer.status_code) == ([302], 422)  # a line's end counts once
    assert "too much" in answer.content.decode()
    assert "too much" not in Parting.objects.get().letter


def test_heavy_words_in_a_letter_come_onto_the_desk_when_it_is_handed_over(ana, hana, pair):
    parting.write_letter(pair=pair, words="I want to kill myself tonight.", by=ana)
    assert not Item.objects.exists()

    parting.hand_over(pair=pair, by=ana)

    item = Item.objects.get()
    assert (item.subject_kind, item.about_id) == ("pair_letter", ana.pk)


def test_a_planned_end_is_a_good_one_and_both_read_the_same(ana, dora, pair):
    with pytest.raises(Refused, match="not_planned"):
        ending.end_well(pair=pair, by=ana)
    planned(pair, ana)

    ending.end_well(pair=pair, by=dora)

    assert Pair.objects.get().ending == Ending.GOOD
    assert told(ana)[-1][0] == "ended_well"
    for who in (ana, dora):
        assert SENTENCE in own(who).ended[0].words


def test_the_coordinator_sees_that_a_planned_day_has_passed(ana, hana, pair):
    planned(pair, ana)
    assert "They mean to end on" in words(browser_of(hana), "/mentoring/run/")
    Pair.objects.update(ends_on=in_days(-1))

    assert "Next: you ask both whether they had their goodbye." in words(
        browser_of(hana), "/mentoring/run/"
    )


def test_after_the_end_notes_go_on_and_nobody_writes_a_letter(ana, dora, pair):
    parting.write_letter(pair=pair, words=LETTER, by=dora)
    ending.end_pair(pair=pair, by=ana)

    for act in (parting.hand_over, lambda **how: parting.write_letter(words="More.", **how)):
        with pytest.raises(Refused, match="ended"):
            act(pair=pair, by=dora)
    found = sent(
        browser_of(ana),
        f"/mentoring/pairs/{pair.pk}/ending/",
        {"notes": "yes", "words": "A cup of tea at nine."},
    )

    assert "Kept, for you alone." in found
    assert "A good ending" not in found  # they had planned none
    assert LETTER not in found
    assert "A cup of tea at nine." in words(browser_of(ana), "/mentoring/kept/")


def test_ones_notes_stay_when_the_other_has_gone(ana, dora, pair):
    parting.keep_notes(pair=pair, words="A cup of tea at nine.", by=ana)
    parting.keep_notes(pair=pair, words="Ask less.", by=dora)

    personal_data.erase(dora, keeps_words=False)

    assert "A cup of tea at nine." in words(browser_of(ana), "/mentoring/kept/")
    assert Parting.objects.get().person == ana


def test_nobody_else_reads_or_writes_any_of_it(ana, cleo, hana, pair):
    parting.write_letter(pair=pair, words=LETTER, by=ana)
    parting.hand_over(pair=pair, by=ana)

    for who in (cleo, hana):
        for path in ("ending/", "path/", "path/calendar/"):
            assert browser_of(who).get(f"/mentoring/pairs/{pair.pk}/{path}").status_code == 404
        with pytest.raises(Refused, match="not_there"):
            planned(pair, who)


def test_what_cannot_be_is_refused(ana, pair):
    now = timezone.now()
    Parting.objects.create(pair=pair, person=ana)
    PlannedMeeting.objects.create(pair=pair, number=1, begins_at=now)
    for wrong in (
        lambda: Parting.objects.create(pair=pair, person=ana),
        lambda: Parting.objects.update(handed_at=now),
        lambda: PlannedMeeting.objects.create(pair=pair, number=1, begins_at=now),
        lambda: PlannedMeeting.objects.create(pair=pair, number=11, begins_at=now),
        lambda: Pair.objects.update(ending=Ending.GOOD, ended_at=now),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()

    Parting.objects.update(letter=LETTER, handed_at=now)
    Pair.objects.update(ending=Ending.GOOD, ended_at=now, ends_on=now.date())


# Times --------------------------------------------------------------------------------------------


def test_a_time_is_set_told_and_taken_into_a_calendar_that_says_nothing_else(ana, dora, pair):
    page = f"/mentoring/pairs/{pair.pk}/path/"
    at = timezone.localtime() + timedelta(days=3)
    given = {"plan": "2", "at": at.strftime("%Y-%m-%dT%H:%M")}

    found = sent(browser_of(ana), page, given)

    assert "Take your times into a calendar" in found
    assert told(dora)[-1] == ("meeting_set", page)
    files = [browser_of(who).get(f"{page}calendar/").content.decode() for who in (ana, dora)]
    uids = {line for file in files for line in file.splitlines() if line.startswith("UID")}
    assert len(uids) == 2
    assert "SUMMARY:Appointment\r\n" in files[0]
    for secret in ("ana", "dora", "Strengths", "entor", "/mentoring"):
        assert secret not in files[0]
    sent(browser_of(dora), page, {"unplan": "2"})
    assert not PlannedMeeting.objects.exists()


@pytest.mark.parametrize("at", ["2020-01-01T10:00", "", "soon"])
def test_a_time_that_has_passed_or_is_none_is_not_set(ana, pair, at):
    sent(browser_of(ana), f"/mentoring/pairs/{pair.pk}/path/", {"plan": "2", "at": at})

    assert not PlannedMeeting.objects.exists()
    walking.note_meeting(pair=pair, number=2, had=True, by=ana)
    assert Meeting.objects.exists()


def test_a_page_that_stays_never_tells_a_name_somebody_took_later(ana, dora, pair):
    parting.write_letter(pair=pair, words=LETTER, by=dora)
    parting.hand_over(pair=pair, by=dora)
    ending.end_pair(pair=pair, by=ana)

    change_handle(handle="somebody-else", by=dora, apart=True)

    found = words(browser_of(ana), f"/mentoring/pairs/{pair.pk}/ending/")
    assert LETTER in found
    assert "somebody-else" not in found

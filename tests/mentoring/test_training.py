"""What a mentor has learned: verified by somebody else, for a year, and shown to both."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts.enums import Role
from community.accounts.models import Grant
from community.notifications.models import Notification
from community.record.models import Entry
from mentoring.actions import asking
from mentoring.actions.renewing import look_after_training
from mentoring.actions.training import verify_training
from mentoring.models import Training
from mentoring.queries.matching import suggestions
from tests.mentoring.conftest import asked, mentor_of, wishes
from tests.mentoring.reading import questions, sent, words
from tests.mentoring.test_asking import code, told
from tests.people import browser_of


def test_a_coordinator_says_what_they_have_seen(mentor, dora, hana):
    page = f"/mentoring/run/mentors/{mentor.pk}/"
    assert words(browser_of(hana), page).count("Not yet.") == 12

    found = sent(browser_of(hana), page, {"group": "crisis"})

    assert found.count("Not yet.") == 11
    kept = Training.objects.get()
    assert (kept.group, kept.verified_by, kept.renew_by - kept.verified_on) == (
        "crisis",
        hana,
        timedelta(365),
    )
    assert (Entry.objects.get(act="verify_training").about) == dora.pk
    mine = words(browser_of(dora), "/mentoring/mine/")
    assert "One of twelve things learned" in mine
    assert "what to do when it gets bad: hana-cove" in mine


def test_what_is_due_soon_stands_with_the_mentor_until_it_is_seen_again(mentor, hana):
    verify_training(mentor=mentor, group="crisis", by=hana)
    browser = browser_of(hana)
    assert "Training to renew by" not in words(browser, "/mentoring/run/")
    before = questions(browser, "/mentoring/run/")
    today = timezone.localdate()
    Training.objects.update(
        verified_on=today - timedelta(days=366), renew_by=today - timedelta(days=1)
    )

    assert "Training to renew by" in words(browser, "/mentoring/run/")
    assert "That day has passed." in words(browser, f"/mentoring/run/mentors/{mentor.pk}/")
    assert questions(browser, "/mentoring/run/") <= before

    verify_training(mentor=mentor, group="crisis", by=hana)

    assert "Training to renew by" not in words(browser, "/mentoring/run/")
    assert Training.objects.count() == 1


def test_what_ran_out_keeps_new_people_away_until_it_is_seen_again(mentor, ana, ben, dora, hana):
    verify_training(mentor=mentor, group="crisis", by=hana)
    offer = asked(ben, mentor)
    Notification.objects.all().delete()
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    ends = Training.objects.get().renew_by
    now = timezone.now()

    def told_on(day):
        for _twice in range(2):
            look_after_training(now + (day - timezone.localdate()))
        mine = [kind for kind, _path in told(dora)]
        return mine, [kind for kind, _path in told(hana) if kind == "training_to_see"]

    assert told_on(ends - timedelta(days=31)) == ([], [])
    assert told_on(ends - timedelta(days=30)) == (["training_soon"], [])
    assert told_on(ends) == (["training_soon"], [])
    Training.objects.update(
        verified_on=ends - timedelta(days=900), renew_by=timezone.localdate() - timedelta(days=1)
    )
    assert told_on(timezone.localdate()) == (
        ["training_soon", "training_over"],
        ["training_to_see"],
    )
    assert suggestions(request) == []
    assert code(lambda: asking.accept(offer=offer, by=dora)) == "has_lapsed"
    assert "nobody new is led to you for now" in words(browser_of(dora), "/mentoring/")
    assert "That day has passed." in words(browser_of(dora), "/mentoring/mine/")
    assert "Next: you see it again." in words(browser_of(hana), "/mentoring/run/")

    stale = {"training_soon", "training_over", "training_to_see"}
    other = Training.objects.get()
    other.pk, other.group = None, "team"
    other.save()
    verify_training(mentor=mentor, group="crisis", by=hana)
    assert stale == {kind for who in (dora, hana) for kind, _path in told(who)} & stale
    verify_training(mentor=mentor, group="team", by=hana)

    assert [one.mentor for one in suggestions(request)] == [mentor.pk]
    assert asking.accept(offer=offer, by=dora).mentor == mentor
    assert {kind for who in (dora, hana) for kind, _path in told(who)} & stale == set()


def test_nobody_verifies_themself_and_only_coordinators_do(mentor, ana, dora, hana):
    Grant.objects.create(person=hana, role=Role.MENTOR)
    own = mentor_of(hana)

    assert code(lambda: verify_training(mentor=own, group="crisis", by=hana)) == "not_your_own"
    assert code(lambda: verify_training(mentor=mentor, group="juggling", by=hana)) == "not_there"
    for somebody in (ana, dora):
        assert (
            code(lambda by=somebody: verify_training(mentor=mentor, group="crisis", by=by))
            == "not_there"
        )
        assert browser_of(somebody).get(f"/mentoring/run/mentors/{mentor.pk}/").status_code == 404
    assert not Training.objects.exists()


def test_the_database_keeps_each_once_and_in_order(mentor):
    today = timezone.localdate()
    good = {"mentor": mentor, "group": "crisis", "renew_by": today + timedelta(days=1)}
    Training.objects.create(**good)

    for wrong in (good, {**good, "group": "team", "renew_by": today}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Training.objects.create(**wrong)

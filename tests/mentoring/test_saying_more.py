"""What may be said besides, on another day: a diagnosis counts only where both ask, a preference of
either counts, and "not now" is kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts import personal_data
from community.notifications.models import Notification
from community.refusal import Refused
from mentoring.actions import asking, mentors, saying_more
from mentoring.actions.saying_more import More
from mentoring.enums import Named
from mentoring.models import Mentor, Request
from mentoring.personal_data import export
from mentoring.queries.cohort import both_sides, plan, waiting
from mentoring.queries.matching import fitting, shown_suggestions, suggestions
from mentoring.queries.own import own
from tests.mentoring.conftest import one_more, wishes
from tests.mentoring.reading import sent, words
from tests.people import browser_of

SHARED = "You both asked for a diagnosis to count, and you share one."


def asks(somebody, **more):
    request = asking.ask_for_mentor(by=somebody, wishes=wishes())
    return saying_more.say_more(request=request, more=More(**more), by=somebody)


def says(mentor, **more):
    plain = {"values": (), "situation": (), "goals": (), "gender": "", "age": None}
    return mentors.say_more_about_me(by=mentor.person, **{**plain, **more})


def scores(request):
    return {one.mentor: one.score for one in suggestions(request)}


@pytest.mark.parametrize(
    ("member", "mentors_own", "counts"),
    [
        (["bipolar"], ["bipolar", "ocd"], True),
        (["bipolar"], [], False),
        ([], ["bipolar"], False),
    ],
)
def test_a_diagnosis_counts_only_where_both_ask_and_is_read_after_both_said_yes(
    ana, dora, mentor, member, mentors_own, counts
):
    request = asking.ask_for_mentor(by=ana, wishes=wishes(topics=["sleep", "loss"]))
    without = scores(request)
    says(mentor, diagnosis=mentors_own)

    request = saying_more.say_more(request=request, more=More(diagnosis=member), by=ana)

    assert (scores(request) != without) is counts
    two = [browser_of(ana), browser_of(dora)]
    offer = asking.choose(request=request, mentor=mentor.pk, by=ana)
    asked = f"/mentoring/asked/{offer.pk}/"
    before = [words(two[0], "/mentoring/"), words(two[1], asked)]
    room = asking.accept(offer=offer, by=dora).room.get_absolute_url()
    after = [words(one, room) for one in two]
    assert [SHARED in page for page in (*before, *after)] == [False, False, counts, counts]
    assert not any(str(Named.BIPOLAR.label) in page for page in (*before, *after))


def test_nobody_finds_out_by_trying_what_others_ticked(ana, mentor):
    says(mentor, diagnosis=["ocd"])
    request = asks(ana, diagnosis=["bipolar"])

    def tick(*named):
        found = Request.objects.get(pk=request.pk)
        saying_more.say_more(request=found, more=More(diagnosis=named), by=ana)

    page = sent(browser_of(ana), "/mentoring/ask/more/", {"diagnosis": ["ocd"]})
    assert "You said this less than a month ago." in page
    tick()  # taken back at any time
    asking.withdraw(request=request, by=ana)
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    with pytest.raises(Refused, match="named_not_long_ago"):
        tick("ocd")
    Request.objects.update(named_said_at=timezone.now() - timedelta(days=30))
    tick("ocd")
    assert Request.objects.get(pk=request.pk).diagnosis == ["ocd"]


def test_it_is_sealed_and_no_page_of_those_who_run_it_shows_it(ana, hana, mentor):
    says(mentor, diagnosis=["bipolar"], gladly=["ben-moss"])
    asks(ana, diagnosis=["bipolar"])

    raw = str(list(Request.objects.extra(select={"raw": "mentoring_request.named"}).values("raw")))
    assert "bipolar" not in raw
    for page in ("/mentoring/run/", "/mentoring/run/plan/"):
        found = words(browser_of(hana), page)
        assert "bipolar" not in found
        assert "ben-moss" not in found


def test_whom_a_member_names_comes_first_for_them_and_in_the_plan(ana, mentor):
    sol = one_more("sol-reed", places=2, styles=["listen"])
    request = asks(ana, prefers=[sol.pk])

    assert [one.mentor for one in suggestions(request)] == [sol.pk, mentor.pk]
    assert plan(both_sides(waiting()), fitting()).pairs == {request.pk: sol.pk}
    named = shown_suggestions(request)[0]
    assert "You said that you would like to talk with them." in named.fits


def test_whom_a_mentor_names_reads_it_and_nobody_else_does(ana, ben, mentor):
    says(mentor, gladly=["Ana-Lark", "nobody-here"])
    anas, bens = asks(ana), asks(ben)

    (for_ana,), (for_ben,) = shown_suggestions(anas), shown_suggestions(bens)

    assert "Would gladly talk with you." in for_ana.fits
    assert "Would gladly talk with you." not in for_ben.fits
    assert scores(anas)[mentor.pk] > scores(bens)[mentor.pk]


def test_more_is_offered_from_the_second_day_on_and_not_now_is_kept(ana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    assert not own(ana).may_say_more
    Request.objects.update(asked_at=timezone.now() - timedelta(days=1))
    assert own(ana).may_say_more
    assert "a few more things may help" in words(browser_of(ana), "/mentoring/")

    found = sent(browser_of(ana), "/mentoring/ask/more/", {"not_now": "yes"})

    assert "a few more things may help" not in found
    assert "Say a few things more" in found  # still there, quietly
    assert Request.objects.get().pk == request.pk


def test_a_mentor_is_offered_it_on_the_second_day_and_puts_it_away(dora, mentor):
    assert not own(dora).mentor_may_say_more
    Mentor.objects.update(approved_at=timezone.now() - timedelta(days=1))
    assert own(dora).mentor_may_say_more

    sent(browser_of(dora), "/mentoring/mine/more/", {"not_now": "yes"})

    assert not own(dora).mentor_may_say_more


def test_the_page_keeps_what_is_ticked_and_shows_who_may_fit(ana, mentor):
    asking.ask_for_mentor(by=ana, wishes=wishes())
    says(mentor, diagnosis=["ocd"], values=["music"])

    found = sent(
        browser_of(ana),
        "/mentoring/ask/more/",
        {"prefers": ["", str(mentor.pk)], "diagnosis": ["ocd"], "values": ["music"]},
    )

    assert SHARED not in found
    request = Request.objects.get()
    assert (request.prefers, request.diagnosis, request.values) == ([mentor.pk], ["ocd"], ["music"])
    again = browser_of(ana).get("/mentoring/ask/more/").content.decode()
    assert 'value="ocd" ' in again
    assert f'<option value="{mentor.pk}" selected>dora-wren</option>' in again


def test_five_may_be_named_and_a_wrong_one_is_found_from_the_top(ana, mentor):
    named = [mentor.pk, *(one_more(f"sol-{n}").pk for n in ("one", "two", "three", "four"))]
    asking.ask_for_mentor(by=ana, wishes=wishes())
    browser, page = browser_of(ana), "/mentoring/ask/more/"

    wrong = browser.post(page, {"prefers": ["999999"]}).content.decode()
    sent(browser, page, {"prefers": [str(number) for number in named]})

    assert Request.objects.get().prefers == named
    assert browser.get(page).content.decode().count(" selected>") == 5
    assert 'href="#id_prefers"' in wrong
    assert wrong.count('id="id_prefers"') == 1


def test_who_is_not_asking_says_nothing_for_somebody_else(ana, ben, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    with pytest.raises(Refused, match="not_there"):
        saying_more.say_more(request=request, more=More(diagnosis=["ocd"]), by=ben)

    assert Request.objects.get().named == ""


def test_it_is_ones_own_to_take_along_and_a_name_goes_with_who_has_it(ana, ben, dora, mentor):
    says(mentor, diagnosis=["adhd"], gladly=["ana-lark", "ben-moss"])
    asks(ana, diagnosis=["adhd"], prefers=[mentor.pk])

    mine, hers = export(ana)["requests"][0], export(dora)["as_mentor"]
    assert (mine["named"], mine["prefers"]) == (["adhd"], ["dora-wren"])
    assert (hers["named"], hers["gladly"]) == (["adhd"], ["ana-lark", "ben-moss"])
    personal_data.erase(ana, keeps_words=False)

    assert Mentor.objects.get().gladly == "ben-moss"


def test_more_that_leaves_nobody_who_fits_reaches_the_team(ana, mentor, hana):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    heard = Notification.objects.filter(person=hana, kind="request_needs_you")
    assert not heard.exists()

    saying_more.say_more(request=request, more=More(wants_gender="woman"), by=ana)

    assert heard.count() == 1

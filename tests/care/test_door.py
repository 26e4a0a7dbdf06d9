"""The door: the member begins, sees who it is, says yes; every code gets the same answer."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions.leaving import come_back, start_leaving
from community.accounts.enums import Standing
from community.care.actions import door as actions
from community.care.models import Code, Provider, Tie
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from tests.people import browser_of, person

WHO = "/me/care/code/who/"


def plain(answer):
    """What the page says, without what differs between two browsers."""
    return answer.text.split("<main", 1)[1].split("</main>", 1)[0]


def test_chosen_from_those_who_are_checked_seen_first_and_nothing_is_shared(ana, ines, checked):
    browser = browser_of(ana)
    listed = browser.get("/me/care/choose/").text
    asked = browser.get(f"/me/care/choose/{checked.pk}/").text
    before = Tie.objects.count()

    page = browser.post(f"/me/care/choose/{checked.pk}/", {"called": "Ana B."}, follow=True).text

    assert "Ines Vidal" in listed
    for words in ("psychologist", "Checked by hana-cove", "public register"):
        assert words in asked
    assert (before, Tie.objects.get().called) == (0, "Ana B.")
    assert "Nothing is shared." in page
    assert (
        "Nothing is handed over"
        in browser_of(ines).get(f"/care/people/{Tie.objects.get().pk}/").text
    )


def test_whom_one_has_brought_is_not_brought_twice(ana, ines, tie):
    browser, at = browser_of(ana), f"/me/care/choose/{tie.provider_id}/"
    actions.type_code(code=actions.make_code(by=ana), by=ines)

    for answer in (
        browser.get(at, follow=True),
        browser.post(at, {"called": "Another"}, follow=True),
        browser.post(WHO, {"called": "Another"}, follow=True),
    ):
        assert "You have brought them already." in answer.text
        assert "Nothing is shared yet" not in answer.text

    tie.refresh_from_db()
    assert (Tie.objects.count(), tie.called) == (1, "Ana B.")


def test_a_code_shows_the_member_who_typed_it_and_waits_for_their_yes(ana, ines, checked):
    member, provider = browser_of(ana), browser_of(ines)
    code = actions.make_code(by=ana)
    typed = [member.get("/me/care/code/typed/").status_code]
    provider.post("/care/", {"code": f"{code[:4]} {code[4:].upper()}"})
    typed.append(member.get("/me/care/code/typed/").status_code)
    asked, before = member.get(WHO).text, Tie.objects.count()

    member.post(WHO, {"called": "Ana B."})

    assert typed == [404, 204]
    assert "Ines Vidal" in asked
    assert "psychologist, Northside" in asked
    assert (before, Tie.objects.get().provider) == (0, checked)
    assert "Ana B." in provider.get("/care/").text
    assert "ana-lark" not in provider.get("/care/").text


def test_every_code_gets_the_same_answer_by_the_same_path(ana, ben, cleo, ines, checked):
    right = actions.make_code(by=ana)
    dot = person("dot-field")
    used, late, replaced = (actions.make_code(by=one) for one in (ben, cleo, dot))
    actions.type_code(code=used, by=ines)
    past = timezone.now() - timedelta(days=8)
    Code.objects.filter(person=cleo).update(made_at=past, ends_at=past + timedelta(days=7))
    actions.make_code(by=dot)
    browser, answers = browser_of(ines), []
    browser.get("/care/")

    for code in ("bcdfghjk", used, late, replaced, right):
        with CaptureQueriesContext(connection) as asked:
            posted = browser.post("/care/", {"code": code})
        page = browser.get(posted["Location"])
        answers.append((posted.status_code, posted["Location"], len(asked), plain(page)))

    assert len(set(answers)) == 1
    assert set(Code.objects.exclude(typed_at=None).values_list("person__handle", flat=True)) == {
        "ana-lark",
        "ben-moss",
    }


def test_who_is_not_checked_types_nothing_and_nobody_types_for_ever(ana, ines, checked):
    code = actions.make_code(by=ana)
    for _ in range(actions.TRIES):
        actions.type_code(code="bcdfghjk", by=ines)

    with pytest.raises(Refused, match="pace"):
        actions.type_code(code=code, by=ines)
    Provider.objects.update(ended_at=timezone.now())
    with pytest.raises(Refused, match="not_checked"):
        actions.type_code(code=code, by=ines)
    with pytest.raises(Refused, match="not_here"):
        actions.type_code(code=code, by=ana)
    assert Code.objects.get().typed_at is None


def test_the_member_is_told_once_and_may_say_no_without_a_trace(ana, ines, checked):
    actions.type_code(code=actions.make_code(by=ana), by=ines)
    Notification.objects.all().delete()
    for _ in range(2):
        actions.tell_of_typed(timezone.now())

    browser_of(ana).post(WHO, {"no": "no"})

    assert Notification.objects.get().person == ana
    assert not Tie.objects.exists()
    assert not Entry.objects.filter(about=ana.pk).exists()
    assert "Nobody yet" in browser_of(ines).get("/care/").text
    with pytest.raises(Refused, match="not_here"):
        actions.say_yes(called="Ana", by=ana)


def test_one_code_at_a_time_and_only_its_hash_is_kept(ana, checked, ines):
    first = actions.make_code(by=ana)
    second = actions.make_code(by=ana)
    actions.type_code(code=first, by=ines)

    assert len(second) == 8
    assert Code.objects.filter(settled_at=None).count() == 1
    assert not Code.objects.exclude(typed_at=None).exists()
    assert second not in str([row.__dict__ for row in Code.objects.all()])
    now = timezone.now()
    for wrong in (
        {"hash": "a", "ends_at": now + timedelta(days=1)},
        {"hash": "b", "ends_at": now - timedelta(days=1), "settled_at": now},
        {"hash": "c", "ends_at": now + timedelta(days=1), "settled_at": now, "typed_by": checked},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Code.objects.create(person=ana, **wrong)


def test_a_provider_brings_nobody_and_a_member_opens_no_page_of_theirs(ana, ines, checked):
    for address in ("/me/care/", "/me/care/choose/", WHO):
        assert browser_of(ines).get(address).status_code == 404
    for address in ("/care/", "/care/typed/", "/care/checks/", "/care/people/1/"):
        assert browser_of(ana).get(address).status_code == 404
    with pytest.raises(Refused, match="not_here"):
        actions.choose(provider=checked.pk, called="I", by=ines)


@pytest.mark.parametrize("how", ["member", "leaving", "died", "erased", "provider"])
def test_ended_it_is_gone_at_once(ana, ines, tie, how):
    browser, address = browser_of(ines), f"/care/people/{tie.pk}/"
    before = [browser.get(a).status_code for a in (address, f"{address}still/0/")]

    if how == "member":
        browser_of(ana).post(f"/me/care/{tie.pk}/end/")
    if how == "leaving":
        start_leaving(by=ana, keeps_words=True)
    if how == "died":
        type(ana).objects.filter(pk=ana.pk).update(standing=Standing.DIED)
    if how == "erased":
        personal_data.erase(ana, keeps_words=True)
    if how == "provider":
        browser.post(f"{address}end/")

    after = [browser.get(a).status_code for a in (address, f"{address}still/0/")]
    told = Notification.objects.filter(kind="care_over", person=ana).count()
    assert (before, after) == ([200, 204], [404, 404])
    assert "Ana B." not in browser.get("/care/").text
    assert told == (how == "provider")
    assert not Notification.objects.filter(person=ines).exists()


def test_a_measure_of_the_team_tells_the_provider_nothing(ana, ines, tie):
    type(ana).objects.filter(pk=ana.pk).update(standing=Standing.SUSPENDED)

    assert browser_of(ines).get(f"/care/people/{tie.pk}/").status_code == 200


def test_who_leaves_and_comes_back_brings_them_anew(ana, ines, tie):
    start_leaving(by=ana, keeps_words=True)
    come_back(by=ana)

    tie.refresh_from_db()
    shut = browser_of(ines).get(f"/care/people/{tie.pk}/").status_code
    again = actions.choose(provider=tie.provider_id, called="Ana B.", by=ana)
    assert (tie.ended_by, shut) == ("member", 404)
    assert browser_of(ines).get(f"/care/people/{again.pk}/").status_code == 200


def test_nobody_ends_or_opens_what_is_not_theirs(ana, ben, tie, hana):
    from community.accounts.enums import Role
    from community.care.actions import checking
    from tests.care.conftest import found

    other = person("omar-reed", Role.PROVIDER)
    checking.check(person=other.pk, found=found(name="Omar Reed"), by=hana)

    browser_of(ben).post(f"/me/care/{tie.pk}/end/")
    browser_of(other).post(f"/care/people/{tie.pk}/end/")
    pages = [browser_of(other).get(f"/care/people/{n}/") for n in (tie.pk, tie.pk + 999)]

    assert Tie.objects.get().ended_at is None
    assert browser_of(ben).get(f"/me/care/{tie.pk}/").status_code == 404
    assert [page.status_code for page in pages] == [404, 404]


def test_both_sides_ask_the_same_questions_for_one_and_for_three(ana, ben, cleo, ines, tie):
    provider, counts = browser_of(ines), []
    provider.get("/care/")
    for more in ((), (ben, cleo)):
        for somebody in more:
            actions.choose(provider=tie.provider_id, called="X", by=somebody)
        with CaptureQueriesContext(connection) as asked:
            provider.get("/care/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_an_archive_says_whom_one_brought_and_not_who_brought_one(ana, ines, tie):
    mine, theirs = personal_data.export(ana)["care"], personal_data.export(ines)["care"]

    assert [row["who"] for row in mine["brought"]] == ["Ines Vidal, psychologist, Northside"]
    assert theirs["checked_as"]["name"] == "Ines Vidal"
    assert "Ana B." not in str(theirs)

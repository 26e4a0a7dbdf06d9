"""A coordinator says who somebody of a care team is, how that is known, and until when."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts.actions.joining import make_card
from community.accounts.actions.roles import end_role, grant_role
from community.accounts.actions.standing import suspend
from community.accounts.enums import Role
from community.accounts.models import Invitation
from community.care import rules
from community.care.actions import checking, door
from community.care.models import Provider, Tie
from community.care.queries.door import checked_providers
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from tests.care.conftest import NORTHSIDE, found, in_days
from tests.people import browser_of, join, person


def plain(text):
    """The page itself, without what is new in every answer."""
    main = text.split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r'value="[^"]{30,}"', "", main)


PAGE = {**NORTHSIDE, "how": "register", "until": "2027-06-01"}


def refused(act):
    with pytest.raises(Refused) as no:
        act()
    return no.value.refusal.code


def test_a_check_says_who_how_and_until_when_on_the_record(ines, hana, checked):
    entry = Entry.objects.get(act="check_provider")

    assert str(checked) == "Ines Vidal, psychologist, Northside"
    assert (entry.by, entry.about) == (hana.pk, ines.pk)
    assert entry.data == {"how": "register", "until": in_days(365).isoformat()}


def test_only_a_coordinator_checks_a_care_account_and_never_their_own(ana, emil, ola, ines, hana):
    for by in (ana, emil, ola, ines):
        assert refused(lambda by=by: checking.check(person=ines.pk, found=found(), by=by)) == (
            "not_here"
        )
    no = (
        refused(lambda: checking.check(person=ana.pk, found=found(), by=hana)),
        refused(lambda: checking.check(person=hana.pk, found=found(), by=hana)),
        refused(lambda: checking.check(person=ines.pk, found=found(until=in_days(0)), by=hana)),
        refused(lambda: checking.check(person=ines.pk, found=found(until=in_days(732)), by=hana)),
    )

    assert no == ("no_role", "own_check", "until", "until")
    assert not Provider.objects.exists()


def test_the_page_asks_for_the_password_again_and_does_not_exist_for_others(hana, emil, ines):
    address = f"/care/checks/{ines.pk}/"

    assert browser_of(emil).get(address).status_code == 404
    assert browser_of(ines).get(address).status_code == 404
    assert "ines-vidal" in browser_of(hana).get("/care/checks/").text
    answer = browser_of(hana).post(address, {**PAGE, "until": in_days(90)})
    assert answer.status_code == 302
    assert "reauthenticate" in answer["Location"]
    assert not Provider.objects.exists()


def test_name_profession_and_place_stand_on_every_page_of_a_provider(ines, tie):
    for address in ("/care/", "/care/typed/", f"/care/people/{tie.pk}/"):
        page = browser_of(ines).get(address).text

        assert "Ines Vidal, psychologist, Northside" in page
        assert "No one watches this between appointments." in page


def test_without_a_check_or_the_second_step_nothing_opens(ines, ana, tie, settings):
    addresses = ("/care/", f"/care/people/{tie.pk}/")
    Provider.objects.update(checked_on=in_days(-9), until=in_days(-1))
    lapsed = [browser_of(ines).get(a) for a in addresses]
    Provider.objects.update(until=in_days(9))
    settings.STAFF_MFA_REQUIRED = True
    one_step = [browser_of(ines).get(a) for a in addresses]

    assert [a.status_code for a in lapsed] == [200, 403]
    assert not any("Ana B." in a.text for a in lapsed)
    assert [a["Location"] for a in one_step] == ["/accounts/2fa/"] * 2


def test_the_day_a_check_lapses_their_people_are_told_once(ana, ines, tie):
    Provider.objects.update(checked_on=in_days(-9), until=in_days(-1))

    for _ in range(2):
        checking.tell_of_lapses(timezone.now())

    notice = Notification.objects.get()
    page = browser_of(ana).get(notice.path).text
    assert (notice.person, notice.kind) == (ana, "care_lapsed")
    assert "They cannot read anything now" in page
    assert "bring somebody else" in page


def test_checked_again_after_it_lapsed_their_people_read_that_it_goes_on(ana, ines, hana, tie):
    Provider.objects.update(checked_on=in_days(-9), until=in_days(-1))
    for _ in range(2):
        checking.check(person=ines.pk, found=found(), by=hana)

    notice = Notification.objects.get(person=ana)
    assert (notice.kind, notice.path) == ("care_reads", f"/me/care/{tie.pk}/")


def test_an_account_that_sits_in_groups_is_not_checked(ines, hana, evenings):
    join(ines, evenings)

    assert refused(lambda: checking.check(person=ines.pk, found=found(), by=hana)) == (
        "two_accounts"
    )
    assert not Provider.objects.exists()


@pytest.mark.parametrize("how", ["check ended", "role ended", "suspended"])
def test_a_provider_who_goes_loses_it_at_once_and_their_people_are_told(
    ana, ines, hana, ola, tie, how
):
    browser = browser_of(ines)
    still = f"/care/people/{tie.pk}/still/0/"
    before = browser.get(still).status_code

    if how == "check ended":
        checking.end_check(person=ines.pk, by=hana)
    if how == "role ended":
        end_role(person=ines, role=Role.PROVIDER, by=ola)
    if how == "suspended":
        suspend(person=ines, until=None, by=hana)

    tie.refresh_from_db()
    after = browser_of(type(ines).objects.get(pk=ines.pk)).get(still).status_code
    assert (before, after in (403, 404)) == (204, True)
    assert tie.ended_by == "service"
    assert Notification.objects.filter(person=ana, kind="care_over").count() == 1
    assert "is not reached here any more" in browser_of(ana).get(f"/me/care/{tie.pk}/").text


def test_a_check_ends_with_the_role_and_does_not_come_back_with_it(ines, ola, hana, tie):
    today = timezone.localdate()
    end_role(person=ines, role=Role.PROVIDER, by=ola)
    Provider.objects.update(ended_at=None)
    without_role = (
        list(checked_providers(today=today)),
        rules.may_be_brought(Provider.objects.get(), today=today),
    )
    grant_role(person=ines, role=Role.PROVIDER, by=ola)
    end_role(person=ines, role=Role.PROVIDER, by=ola)

    grant_role(person=ines, role=Role.PROVIDER, by=ola)

    assert without_role == ([], rules.NOBODY)
    assert list(checked_providers(today=today)) == []
    checking.check(person=ines.pk, found=found(), by=hana)
    assert rules.may_be_brought(Provider.objects.get(), today=today) is None
    assert len(checked_providers(today=today)) == 1


def test_who_sits_in_groups_does_not_get_the_role(ana, ola, evenings):
    outside = person("dot-field")

    assert refused(lambda: grant_role(person=ana, role=Role.PROVIDER, by=ola)) == "two_accounts"
    grant_role(person=outside, role=Role.PROVIDER, by=ola)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"profession": "nurse"}, 1),
        ({"organisation": "Southside"}, 1),
        ({"until": in_days(700)}, 0),
    ],
)
def test_under_another_profession_or_place_their_people_are_told(ana, ines, hana, tie, other, told):
    checking.check(person=ines.pk, found=found(**other), by=hana)

    notices = Notification.objects.filter(person=ana)
    assert [(n.kind, n.path) for n in notices] == [("care_who", f"/me/care/{tie.pk}/")] * told
    assert browser_of(ines).get(f"/care/people/{tie.pk}/").status_code == 200


def test_under_another_name_nothing_stays_open_until_a_new_yes(ana, ben, ines, hana, tie):
    door.type_code(code=door.make_code(by=ben), by=ines)

    checking.check(person=ines.pk, found=found(name="Ines Rey"), by=hana)

    notice = Notification.objects.get(person=ana)
    assert (notice.kind, notice.path) == ("care_over", f"/me/care/{tie.pk}/")
    assert browser_of(ines).get(f"/care/people/{tie.pk}/").status_code == 404
    with pytest.raises(Refused):
        door.say_yes(called="B", by=ben)
    again = door.choose(provider=tie.provider_id, called="Ana B.", by=ana)
    assert browser_of(ines).get(f"/care/people/{again.pk}/").status_code == 200


def test_who_treats_people_is_not_told_that_a_card_was_used(ines, hana):
    pages = []
    for maker in (ines, hana):
        for _ in range(2):
            make_card(by=maker)
        unused = browser_of(maker).get("/accounts/invite/").text
        Invitation.objects.filter(made_by=maker).update(uses=1, uses_left=0)
        pages.append((unused, browser_of(maker).get("/accounts/invite/").text))

    (before, after), (_unused, told) = pages
    assert plain(before) == plain(after)
    assert "It was used." in told


def test_a_provider_whose_account_is_gone_keeps_no_name_where_they_wrote_to_nobody(ines, checked):
    from community.accounts import personal_data

    personal_data.erase(ines, keeps_words=True)

    assert not Provider.objects.exists()


def test_the_database_keeps_the_shape(ana, ines, tie):
    now, today = timezone.now(), timezone.localdate()
    blank = {**NORTHSIDE, "checked_on": today, "until": in_days(1)}

    for model, wrong in (
        (Provider, {**blank, "name": ""}),
        (Provider, {**blank, "until": today}),
        (Tie, {"person": ana, "provider": tie.provider, "called": "A"}),
        (Tie, {"person": ana, "provider": tie.provider, "called": "A", "ended_at": now}),
        (Tie, {"person": ana, "provider": tie.provider, "called": "A", "ended_by": "member"}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**wrong)
    over = {"ended_at": now + timedelta(days=1), "ended_by": "member"}
    Tie.objects.create(person=ana, provider=tie.provider, called="A", **over)
    Provider.objects.create(**blank)

"""Deciding together: two columns, every version kept, nobody writes over the other, and only the member
closes it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.care.actions import back, door, taking
from community.care.actions import sheets as actions
from community.care.actions.sheets import Mine, Theirs
from community.care.models import Piece, Question, Sheet, SheetVersion
from community.care.queries.choosing import end_of
from community.care.queries.sheets import latest
from community.notifications.models import Notification
from community.refusal import Refused
from tests.care.conftest import in_days
from tests.care.test_handing import hand, kept, page
from tests.people import browser_of

__all__ = ["kept"]
SAID = Mine(options="Mornings\nEvenings", matters="Sleep.", leans="Mornings")


@pytest.fixture
def sheet(ana, tie):
    """When to take it: Ana has begun."""
    until = end_of(in_days(9))
    return actions.begin(tie=tie.pk, title="When to take it", said=SAID, until=until, by=ana)


def theirs(tie, sheet):
    return f"/care/people/{tie.pk}/sheets/{sheet.pk}/"


def hers(tie, sheet):
    return f"/me/care/{tie.pk}/sheets/{sheet.pk}/"


def write(ines, tie, sheet, seen, **said):
    return actions.write_as_provider(
        tie=tie.pk, sheet=sheet.pk, said=Theirs(**said), seen=seen, by=ines
    )


def test_the_member_begins_and_each_writes_their_own_column(ana, ines, tie):
    form = {"title": "When?", "options": "a\nb", "matters": "Sleep.", "leans": "a"}
    browser_of(ana).post(f"/me/care/{tie.pk}/sheets/", {**form, "until": in_days(9).isoformat()})
    sheet = Sheet.objects.get()

    answer = browser_of(ines).post(
        theirs(tie, sheet),
        {"seen": 1, "thinks": "b, it wears off.", "matters": "MINE", "decided": "a for two weeks"},
    )

    read = page(ana, hers(tie, sheet))
    assert answer.status_code == 302
    for words in ("Sleep.", "b, it wears off.", "a for two weeks", "Version 2", "Ines Vidal"):
        assert words in read
    assert "MINE" not in read
    assert "ana-lark" not in page(ines, theirs(tie, sheet))
    at = SheetVersion.objects.filter(number=1).get().at
    assert f"{timezone.localtime(at):%H:%M}" not in page(ines, theirs(tie, sheet))
    assert [v.side for v in SheetVersion.objects.all()] == ["provider", "member"]
    assert Notification.objects.get(person=ana).path == hers(tie, sheet)


def test_what_nobody_wrote_yet_is_said_in_words(ana, tie, sheet):
    said = page(ana, hers(tie, sheet))

    assert said.count("Nothing yet.") == 2
    assert "–" not in said.split("care-columns")[1].split("care-dates")[0]


def test_twelve_options_fit_and_a_thirteenth_is_refused_in_words(ana, tie, sheet):
    twelve, one_more = "\n".join("abcdefghijkl"), "\n".join("abcdefghijklm")
    browser = browser_of(ana)

    refused = browser.post(hers(tie, sheet), {"seen": 1, "options": one_more})
    kept = browser.post(hers(tie, sheet), {"seen": 1, "options": twelve})

    assert refused.status_code == 422
    assert "Twelve options fit on the page." in refused.text
    assert one_more in refused.text
    assert kept.status_code == 302


def test_what_stood_there_before_is_kept(ana, ines, tie, sheet):
    actions.write_as_member(sheet=sheet.pk, said=Mine(leans="Evenings"), seen=1, by=ana)

    kept = SheetVersion.objects.get(number=1)
    assert (kept.leans, kept.matters) == ("Mornings", "Sleep.")
    assert "Mornings" in page(ines, theirs(tie, sheet))


def test_nobody_writes_over_what_the_other_wrote_a_moment_ago(ana, ines, tie, sheet):
    write(ines, tie, sheet, 1, thinks="Evenings.", decided="Evenings")

    answer = browser_of(ana).post(
        hers(tie, sheet), {"seen": 1, "leans": "Mornings", "decided": "Mornings"}
    )

    assert answer.status_code == 422
    assert "The other of you has written meanwhile." in answer.text
    assert 'name="seen" value="2"' in answer.text
    assert SheetVersion.objects.count() == 2


def test_what_a_provider_wrote_meanwhile_is_sent_once_more(ana, ines, tie, sheet):
    browser, mine = browser_of(ines), {"thinks": "Evenings, I think.", "as_it_is": "yes"}
    actions.write_as_member(sheet=sheet.pk, said=Mine(leans="Evenings"), seen=1, by=ana)
    refused = browser.post(theirs(tie, sheet), {**mine, "seen": 1})

    answer = browser.post(theirs(tie, sheet), {**mine, "seen": 2})

    assert "The other of you has written meanwhile." in refused.text
    assert 'name="seen" value="2"' in refused.text
    assert "Evenings, I think." in refused.text
    assert answer.status_code == 302
    assert latest(sheet).thinks == "Evenings, I think."


def test_what_was_decided_is_quoted_only_where_it_goes_blank(ana, ines, tie, sheet):
    actions.write_as_member(sheet=sheet.pk, said=Mine(decided="At nine."), seen=1, by=ana)

    read = page(ines, theirs(tie, sheet))

    shown, boxes = read.split('id="shared-gone"')
    assert "data-still=" in shown
    assert boxes.count("At nine.") == 1
    assert "At nine." in boxes.split("data-still-too", 1)[1].split("</div>")[0]


def test_a_page_that_quotes_what_was_handed_over_opens_it(ana, ines, tie, kept):
    hand(ana, tie, f"goal:{kept.pk}", "card", questions=("Why?",))
    at = f"/care/people/{tie.pk}"
    quoting = f"{at}/questions/{Question.objects.get().pk}/", f"{at}/suggest/"
    for address in quoting:
        browser_of(ines).head(address)
    before = Piece.objects.exclude(opened_at=None).exists()

    for address in quoting:
        browser_of(ines).get(address)

    assert before is False
    assert Question.objects.exclude(opened_at=None).count() == 1
    assert [one.kind for one in Piece.objects.exclude(opened_at=None)] == ["goal"]


def test_only_the_sheet_that_was_opened_is_marked_opened(ana, ines, tie, sheet):
    until = end_of(in_days(9))
    other = actions.begin(tie=tie.pk, title="Which dose", said=SAID, until=until, by=ana)
    Question.objects.create(tie=tie, words="Why?", due=in_days(2), until=until)
    browser = browser_of(ines)
    browser.head(theirs(tie, other))
    browser.head(f"/care/people/{tie.pk}/")
    browser.get(f"/care/people/{tie.pk}/?again=yes")

    browser.get(theirs(tie, sheet))

    assert list(Sheet.objects.exclude(opened_at=None)) == [sheet]
    assert Question.objects.get().opened_at is None
    assert "Why?" not in browser.get(f"/care/people/{tie.pk}/?again=yes").text
    assert "Why?" in browser.get(f"/care/people/{tie.pk}/").text
    assert Question.objects.get().opened_at is not None


def test_an_option_that_was_suggested_is_the_member_s_to_take(ana, ines, tie, sheet):
    at = f"/care/people/{tie.pk}/"
    unread = [page(ines, one) for one in (f"{at}suggest/", f"{at}?again=yes")]
    page(ines, theirs(tie, sheet))
    read = [page(ines, one) for one in (f"{at}suggest/", f"{at}?again=yes")]
    idea = back.suggest(tie=tie.pk, target=f"d{sheet.pk}", words="Half and half", by=ines)
    before = "Half and half" in page(ines, theirs(tie, sheet))

    taking.take(suggestion=idea.pk, words="Half and half", by=ana)

    assert ["When to take it" in one for one in (*unread, *read)] == [False, False, True, True]
    assert before is False
    assert latest(sheet).option_lines == ["Mornings", "Evenings", "Half and half"]
    actions.close(sheet=sheet.pk, by=ana)
    with pytest.raises(Refused, match="not_here"):
        back.suggest(tie=tie.pk, target=f"d{sheet.pk}", words="x", by=ines)


def test_only_the_member_closes_it_and_then_nobody_writes(ana, ben, ines, tie, sheet):
    for somebody in (ben, ines):
        answer = browser_of(somebody).post(f"{hers(tie, sheet)}close/")
        assert answer.status_code == 404
    assert Sheet.objects.get().closed_at is None

    browser_of(ana).post(f"{hers(tie, sheet)}close/")

    with pytest.raises(Refused, match="closed"):
        write(ines, tie, sheet, 1, thinks="x")
    with pytest.raises(Refused, match="closed"):
        actions.write_as_member(sheet=sheet.pk, said=SAID, seen=1, by=ana)
    assert "Mornings" in page(ines, theirs(tie, sheet))


@pytest.mark.parametrize("how", ["taken back", "ended"])
def test_taken_back_it_is_gone_for_the_provider_and_stays_with_the_member(
    ana, ines, tie, sheet, how
):
    write(ines, tie, sheet, 1, thinks="Evenings.")
    still = f"/care/people/{tie.pk}/still/d{sheet.pk}/"
    before = browser_of(ines).get(still).status_code

    if how == "taken back":
        browser_of(ana).post(f"{hers(tie, sheet)}end/")
    else:
        door.end_as_member(tie=tie.pk, by=ana)

    assert (before, browser_of(ines).get(still).status_code) == (204, 404)
    assert page(ines, theirs(tie, sheet)) == 404
    with pytest.raises(Refused, match="not_here"):
        write(ines, tie, sheet, 2, thinks="x")
    assert "Evenings." in page(ana, hers(tie, sheet))
    archive = str(personal_data.export(ana)["care"])
    assert ["Sleep." in archive, "Evenings." in archive] == [True, False]


def test_the_database_keeps_the_shape(tie, sheet):
    for model, wrong in (
        (Sheet, {"tie": tie, "title": "x", "until": end_of(in_days(-1))}),
        (SheetVersion, {"sheet": sheet, "number": 1, "side": "member"}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**wrong)
    SheetVersion.objects.create(sheet=sheet, number=2, side="member")

"""Who treats somebody stands on every page of both sides: name, profession, place, how and when that
was checked, until when. So does that nobody watches."""

from datetime import timedelta

from django.utils import timezone
from django.utils.dateformat import format as said

from community.care import urls
from community.care.actions import door, sheets
from community.care.actions.sheets import Mine
from community.care.models import Question, ShownStep
from community.care.queries.choosing import end_of
from community.wellbeing.actions import visits
from tests.care.conftest import in_days
from tests.care.test_handing import fill, kept
from tests.people import browser_of
from tests.wellbeing.conftest import lena

__all__ = ["kept", "lena"]

# Pages that speak of nobody: letters and a card of the member's own, and who is checked, for a
# coordinator; and addresses that are asked or sent to, not read.
OF_NOBODY = {"card", "code", "checks", "check"}
NOBODY_WATCHES = (
    "No one watches this between appointments. If you need someone now: "
    '<a href="/help-now/">Help now</a>.'
)
# Where one of the two is led beside those pages, and where there is nothing, or not any more.
BESIDE = {
    "ines": ("/me/", "/me/space/", "/groups/", "/nothing/", "/care/nothing/", "/care/people/0/"),
    "ana": ("/me/care/card/", "/me/care/0/", "/me/care/code/typed/"),
}
NO_PAGES = {
    "still", "still-all", "end-as-provider", "end-check", "code-typed", "end-piece", "end-question",
    "settle", "not-this-time", "say-of-outcome", "end-step", "close-sheet", "end-sheet", "end", "end-went",
}  # fmt: skip


def is_theirs(address):
    """A page of the care team: it names nobody of the service."""
    return address.startswith("/care/")


def test_it_stands_on_every_page_of_both_sides_that_nobody_watches_too(ana, ines, tie, kept, lena):
    until = end_of(in_days(9))
    sheet = sheets.begin(tie=tie.pk, title="When?", said=Mine(), until=until, by=ana)
    asked = Question.objects.create(tie=tie, words="Why?", due=in_days(2), until=until)
    step = ShownStep.objects.create(tie=tie, goal="Walk", words="Shoes", until=until)
    door.type_code(code=door.make_code(by=ana), by=ines)
    when = timezone.now() - timedelta(days=1)
    visit = visits.set_visit(planned=visits.Planned(when, "errand"), by=ana)
    theirs, hers = f"/care/people/{tie.pk}/", f"/me/care/{tie.pk}/"
    day = in_days(9).isoformat()
    form = {"more": "Why?", "until": day}
    heavy = {"parts": f"answers:{fill(ana, nine=2).pk}", "until": day}
    pages = {
        "home": "/care/", "typed": "/care/typed/", "person": theirs, "went": f"{theirs}went/",
        "answer": f"{theirs}questions/{asked.pk}/", "suggest": f"{theirs}suggest/",
        "ask-for-scale": f"{theirs}ask/", "write-outcome": f"{theirs}outcome/",
        "notice": f"{theirs}steps/{step.pk}/", "sheet-for-provider": f"{theirs}sheets/{sheet.pk}/",
        "mine": "/me/care/", "choose": "/me/care/choose/",
        "chosen": f"/me/care/choose/{tie.provider_id}/", "confirm": "/me/care/code/who/",
        "tie": hers, "hand-over": f"{hers}hand-over/", "paper": f"{hers}paper/",
        "show-step": f"{hers}steps/", "new-sheet": f"{hers}sheets/",
        "sheet": f"{hers}sheets/{sheet.pk}/", "decide": "/me/care/decide/",
    }  # fmt: skip
    provider, member = browser_of(ines), browser_of(ana)

    read = {
        name: (member if at.startswith("/me/") else provider).get(at, follow=True).text
        for name, at in pages.items()
    }
    read["seen first"] = member.post(f"{hers}hand-over/", form).text
    read["help first"] = member.post(f"{hers}hand-over/", heavy).text

    assert {one.name for one in urls.urlpatterns} == {*pages, *OF_NOBODY, *NO_PAGES}
    says = (
        "Ines Vidal", "psychologist, Northside", "Checked by {}",
        f"on {said(in_days(0), 'j F Y')}: found in the public register",
        f"Good until {said(in_days(365), 'j F Y')}.",
    )  # fmt: skip
    missing = {
        (name, words)
        for name, text in read.items()
        for words in says
        if words.format("the service" if is_theirs(pages.get(name, "")) else "hana-cove")
        not in text
    }
    assert missing == set()
    read["code"] = member.post("/me/care/code/").text
    read["went"] = member.get(f"/me/dates/{visit.pk}/went/").text
    beside = {at: provider.get(at).text for at in BESIDE["ines"]}
    assert {"Ines Vidal, psychologist, Northside" in text for text in beside.values()} == {True}
    read |= beside
    read |= {at: member.get(at).text for at in BESIDE["ana"]}
    assert {name: text.count(NOBODY_WATCHES) for name, text in read.items()} == dict.fromkeys(
        read, 1
    )

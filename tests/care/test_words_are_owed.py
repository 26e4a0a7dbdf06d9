"""Whatever ends while somebody writes: it is refused in words, what they wrote comes back to them, and
nothing of it is kept."""

import pytest

from community.accounts.actions.standing import suspend
from community.care.actions import door, sheets, taking
from community.care.actions.sheets import Mine
from community.care.models import Outcome, Provider, Question, SheetVersion, Suggestion
from community.care.queries.choosing import end_of
from community.wellbeing.actions import plan
from tests.care.conftest import in_days
from tests.care.test_handing import hand, kept, page
from tests.people import browser_of

__all__ = ["kept"]
WRITTEN = "Light helps in the morning."
HIDDEN = "This is not here, or not any more"
OWN = {"HTTP_SEC_FETCH_SITE": "same-origin"}  # as a browser says it of a form of ours
LANGUAGE = "People who suffer from schizophrenia are non-compliant."


@pytest.fixture
def boxes(ana, ines, tie, kept):
    """Every box of a provider's: where it is sent to, with what else, and the words go where."""
    hand(ana, tie, f"goal:{kept.pk}", questions=("Why?",))
    plan.turn_step(goal=kept.pk, step=kept.steps.get().pk, by=ana)
    step = taking.show_step(tie=tie.pk, step=kept.steps.get().pk, by=ana)
    until = end_of(in_days(9))
    sheet = sheets.begin(tie=tie.pk, title="When?", said=Mine(), until=until, by=ana)
    at = f"/care/people/{tie.pk}"
    scale = {"instrument": "gad-7", "until": in_days(5), "why": "So.", "then": "So."}
    came = {
        "about": "x", "came": "keep", "words": "x", "decided_on": in_days(0), "who": "x",
        "decided_by": "other",
    }  # fmt: skip
    return {
        f"{at}/questions/{Question.objects.get().pk}/": ({}, ["words"]),
        f"{at}/suggest/": ({"target": "calm"}, ["words"]),
        f"{at}/ask/": (scale, ["why", "then"]),
        f"{at}/outcome/": (came, ["about", "words", "who"]),
        f"{at}/steps/{step.pk}/": ({"saw": "x"}, ["saw", "strength"]),
        f"{at}/sheets/{sheet.pk}/": ({"seen": 1}, ["thinks", "decided"]),
    }


def test_words_are_helped_in_every_box_once_and_never_blocked(ines, tie, boxes):
    browser, helped = browser_of(ines), {}
    shown = {at: browser.get(at).context["form"].fields for at in boxes}

    for at, (form, names) in boxes.items():
        for name in names:
            helped[at, name] = browser.post(at, {**form, name: LANGUAGE}).text
        sent = browser.post(at, {**form, names[0]: LANGUAGE, "as_it_is": "yes"})
        assert sent.status_code == 302, at

    assert {one for one in helped if "Before you send it" not in helped[one]} == set()
    is_text = {
        (at, name)
        for at, fields in shown.items()
        for name, field in fields.items()
        if field.widget.__class__.__name__ in ("Textarea", "TextInput")
    }
    assert is_text == set(helped)


@pytest.mark.parametrize("how", ["ended", "lapsed", "suspended"])
def test_what_cannot_be_sent_any_more_comes_back_with_words(ana, ines, hana, tie, boxes, how):
    browser, said = browser_of(ines), {}
    if how == "ended":
        door.end_as_member(tie=tie.pk, by=ana)
    if how == "lapsed":
        Provider.objects.update(checked_on=in_days(-9), until=in_days(-1))
    if how == "suspended":
        suspend(person=ines, until=None, by=hana)

    for at, (form, names) in boxes.items():
        written = {**form, **dict.fromkeys(names, WRITTEN)}
        said[at] = browser.post(at, written, **OWN)

    nowhere = browser.post("/care/people/7007/suggest/", {"words": WRITTEN}, **OWN)
    answers = {one.status_code for one in said.values()}
    assert [at for at, one in said.items() if WRITTEN not in one.text] == []
    assert answers == {{"ended": 404, "lapsed": 403, "suspended": 403}[how]}
    if how == "ended":
        assert {HIDDEN in one.text for one in (*said.values(), nowhere)} == {True}
    assert not Suggestion.objects.exists()
    assert not Outcome.objects.exists()
    assert not Question.objects.exclude(answered_at=None).exists()
    assert SheetVersion.objects.count() == 1


def test_a_sheet_that_was_closed_meanwhile_gives_the_words_back_to_both(ana, ines, tie, boxes):
    theirs = next(at for at in boxes if "/sheets/" in at)
    hers = theirs.replace("/care/people/", "/me/care/")
    browser_of(ana).post(f"{hers}close/")

    said = [
        browser_of(somebody).post(at, {"seen": 1, name: WRITTEN}, **OWN)
        for somebody, at, name in ((ines, theirs, "thinks"), (ana, hers, "leans"))
    ]

    for answer in said:
        assert answer.status_code == 422
        assert "It was not taken." in answer.text
        assert WRITTEN in answer.text
    assert SheetVersion.objects.count() == 1


def test_what_was_never_answered_is_printed_also_when_it_is_over(ana, ines, tie):
    hand(ana, tie, questions=("Why mornings?",))
    Question.objects.update(due=in_days(-1))
    before = page(ana, f"/me/care/{tie.pk}/paper/")
    door.end_as_provider(tie=tie.pk, by=ines)

    over = page(ana, f"/me/care/{tie.pk}/")
    after = page(ana, f"/me/care/{tie.pk}/paper/")

    assert f'href="/me/care/{tie.pk}/paper/"' in over
    assert ["Why mornings?" in one for one in (before, after)] == [True, True]
    assert "What I asked, and nobody has answered" in after
    assert "Nothing is handed over now." not in after

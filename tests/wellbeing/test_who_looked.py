"""Who looked at what somebody shared or answered is theirs to read."""

from datetime import timedelta

from django.utils import timezone

from community.wellbeing import instruments
from community.wellbeing.actions import answers, links, plan, sharing
from community.wellbeing.enums import Section
from tests.own_looks import seen
from tests.people import browser_of


def test_a_mentor_and_a_link(ana, ben, dora, pair):
    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=ana)
    until = timezone.now() + timedelta(days=7)
    sharing.share(to=dora.pk, parts=["section:well"], until=until, by=ana)
    browser_of(dora).get(f"/shared/{ana.pk}/")
    fresh = links.make_link(parts=["section:well"], days=2, by=ana)
    device = links.open_link(token=fresh.token, code=fresh.code)
    links.look_by_link(token=fresh.token, device=device)

    mine, others = seen(ana), seen(ben)

    assert mine == [
        ("Whoever has your link and its six digits", "When I am well", "You made a link."),
        ("dora-wren", "When I am well", "You share it with them."),
        ("dora-wren", "What you wrote when you asked for a mentor", "You chose them."),
    ]
    assert others == []


def test_a_reviewer_once_an_hour(ana, lena):
    phq_9 = instruments.get("phq-9")
    answers.begin(instrument=phq_9, by=ana)
    answers.answer(instrument=phq_9, item=8, value=1, by=ana)
    browser = browser_of(lena)
    address = browser.get("/reviewing/").content.decode().split('href="/reviewing/')[1]
    address = "/reviewing/" + address.split('"')[0]

    for _twice in range(2):
        assert browser.get("/reviewing/").status_code == 200
        assert browser.get(address).status_code == 200

    assert [(who, what) for who, what, _why in seen(ana)] == [
        ("A wellbeing reviewer", "Your answer to question 9, and what you wrote to the reviewers"),
        ("A wellbeing reviewer", "That an answer of yours waits for a reviewer, and since when"),
    ]

"""Six lines that two people fill together: either writes, both say yes, nobody else reads."""

import pytest
from django.db import IntegrityError, transaction

from community.notifications.models import Notification
from community.refusal import Refused
from community.safety import subjects
from community.safety.models import Item
from mentoring.actions import agreeing, ending
from mentoring.models import PairAgreement, SignedAgreement
from mentoring.personal_data import export
from tests.mentoring.reading import plain, sent, words
from tests.people import browser_of

RHYTHM = "Most evenings, within two days."
HEAVY = "I want to end it tonight, I have pills here."


def write(pair, by, *, read=0, **lines):
    agreeing.write_agreement(pair=pair, lines=lines, read=read, by=by)
    return PairAgreement.objects.get(pair=pair)


def told(somebody):
    return list(
        Notification.objects.filter(person=somebody, read_at=None).values_list("kind", "path")
    )


def code(act):
    with pytest.raises(Refused) as no:
        act()
    return no.value.refusal.code


def page(pair):
    return f"/mentoring/pairs/{pair.pk}/agreement/"


def test_who_writes_says_yes_and_the_other_is_asked(ana, dora, pair):
    made = write(pair, dora, rhythm=RHYTHM)

    assert (made.rhythm, made.version, made.mentor_yes, made.member_yes) == (RHYTHM, 1, 1, 0)
    assert made.is_agreed is False
    assert ("agreement_changed", page(pair)) in told(ana)
    assert ("agreement_changed", page(pair)) not in told(dora)


def test_it_is_agreed_once_both_said_yes(ana, dora, pair):
    write(pair, dora, rhythm=RHYTHM)

    agreeing.agree(pair=pair, read=1, by=ana)

    assert PairAgreement.objects.get().is_agreed


def test_a_change_asks_the_other_anew(ana, dora, pair):
    write(pair, dora, rhythm=RHYTHM)
    agreeing.agree(pair=pair, read=1, by=ana)

    made = write(pair, ana, read=1, not_about="work")

    assert (made.rhythm, made.not_about) == (RHYTHM, "work")
    assert (made.version, made.mentor_yes, made.member_yes) == (2, 1, 2)


def test_the_same_lines_again_are_only_a_yes(ana, dora, pair):
    write(pair, dora, rhythm=RHYTHM)

    made = write(pair, ana, read=1, rhythm=RHYTHM)

    assert (made.version, made.is_agreed) == (1, True)


def test_nobody_writes_over_or_says_yes_to_what_they_have_not_read(ana, dora, pair):
    write(pair, dora, rhythm=RHYTHM)

    assert code(lambda: write(pair, ana, rhythm="never")) == "changed_meanwhile"
    assert code(lambda: agreeing.agree(pair=pair, read=0, by=ana)) == "changed_meanwhile"
    assert PairAgreement.objects.get().lines["rhythm"] == RHYTHM


def test_the_database_keeps_a_yes_to_what_is_written(dora, pair):
    write(pair, dora, rhythm=RHYTHM)
    lines = PairAgreement.objects.all()
    lines.update(member_yes=1)

    for one in ("member_yes", "mentor_yes"):
        with (
            pytest.raises(IntegrityError, match="nobody_says_yes_to_what_is_not_written_yet"),
            transaction.atomic(),
        ):
            lines.update(**{one: 2})


@pytest.mark.parametrize("who", ["ben", "hana", "cleo"])
def test_nobody_else_reads_or_writes_it(request, dora, pair, who):
    write(pair, dora, rhythm=RHYTHM)
    somebody = request.getfixturevalue(who)
    browser = browser_of(somebody)

    assert code(lambda: write(pair, somebody, read=1, rhythm="mine")) == "not_there"
    assert code(lambda: agreeing.agree(pair=pair, read=1, by=somebody)) == "not_there"
    for answer in (browser.get(page(pair)), browser.post(page(pair), {"read": 1, "rhythm": "x"})):
        assert answer.status_code == 404
        assert RHYTHM not in answer.content.decode()
    assert PairAgreement.objects.get().rhythm == RHYTHM


def test_after_the_end_nothing_is_agreed_any_more(ana, dora, pair):
    ending.end_pair(pair=pair, by=ana)

    assert code(lambda: write(pair, dora, rhythm=RHYTHM)) == "ended"
    assert "You two have stopped already." in sent(browser_of(dora), page(pair), {"yes": "1"})


def test_heavy_words_in_a_line_reach_the_desk(ana, pair):
    made = write(pair, ana, hard_days=HEAVY)

    item = Item.objects.get()
    assert (item.subject_kind, item.subject_id) == ("pair_agreement", str(made.pk))
    assert (item.area, item.about) == ("house", ana)
    assert subjects.get("pair_agreement").snapshot(str(made.pk)) == HEAVY
    for gone in ("0", "999999", "x"):
        with pytest.raises(LookupError):
            subjects.get("pair_agreement").snapshot(gone)


def test_one_takes_along_what_one_said_yes_to(ana, dora, pair):
    write(pair, dora, rhythm=RHYTHM)
    assert (export(ana)["pairs"][0]["agreed"], export(dora)["pairs"][0]["agreed"]["rhythm"]) == (
        {},
        RHYTHM,
    )

    agreeing.agree(pair=pair, read=1, by=ana)

    assert export(ana)["pairs"][0]["agreed"]["rhythm"] == RHYTHM


# The page -----------------------------------------------------------------------------------------


def test_two_people_fill_it_by_forms_alone(ana, dora, pair):
    doras, anas = browser_of(dora), browser_of(ana)
    assert 'name="read" value="0"' in doras.get(page(pair)).content.decode()

    found = sent(doras, page(pair), {"read": "0", "rhythm": RHYTHM})
    assert "You said yes. ana-lark has been asked and has not answered yet." in found

    assert "dora-wren wrote this and said yes." in words(anas, page(pair))
    assert "You both said yes to this." in sent(anas, page(pair), {"yes": "1"})
    assert RHYTHM in words(anas, f"/rooms/{pair.room_id}/")


def test_words_written_over_a_change_are_kept_on_the_page(ana, dora, pair):
    write(pair, dora, rhythm=RHYTHM)

    answer = browser_of(ana).post(page(pair), {"read": "0", "about": "the garden"})

    assert answer.status_code == 422
    assert "The other of you has changed it meanwhile." in plain(answer)
    assert "the garden" in plain(answer)
    assert RHYTHM in plain(answer)
    assert PairAgreement.objects.get().about == ""


def test_a_line_that_is_too_long_is_said_so_and_kept(ana, pair):
    answer = browser_of(ana).post(page(pair), {"read": "0", "about": "x" * 201})

    assert answer.status_code == 422
    assert not PairAgreement.objects.exists()


# As it was signed ---------------------------------------------------------------------------------


def test_what_both_said_yes_to_stays_readable_as_it_was(ana, dora, pair):
    agreeing.write_agreement(pair=pair, lines={"about": "My brother."}, read=0, by=ana)
    agreeing.agree(pair=pair, read=1, by=dora)
    agreeing.write_agreement(pair=pair, lines={"about": "Only the dog."}, read=1, by=dora)
    agreeing.write_agreement(pair=pair, lines={"about": "The two of us."}, read=2, by=ana)
    agreeing.agree(pair=pair, read=3, by=dora)

    kept = [(one.version, one.said) for one in SignedAgreement.objects.order_by("version")]
    assert kept == [
        (1, [("What we talk about, and what for", "My brother.")]),
        (3, [("What we talk about, and what for", "The two of us.")]),
    ]
    found = words(browser_of(ana), f"/mentoring/pairs/{pair.pk}/agreement/")
    assert "What you agreed on before" in found
    assert "My brother." in found
    assert "Only the dog." not in found
    assert export(dora)["pairs"][0]["agreed_before"][0]["lines"] == {
        "What we talk about, and what for": "My brother."
    }


def test_what_was_signed_before_versions_were_kept_is_kept_when_it_changes(ana, dora, pair):
    agreeing.write_agreement(pair=pair, lines={"about": "My brother."}, read=0, by=ana)
    agreeing.agree(pair=pair, read=1, by=dora)
    SignedAgreement.objects.all().delete()

    agreeing.write_agreement(pair=pair, lines={"about": "The dog."}, read=1, by=ana)

    assert [one.version for one in SignedAgreement.objects.all()] == [1]


def test_a_version_is_signed_once(ana, dora, pair):
    agreeing.write_agreement(pair=pair, lines={"about": "My brother."}, read=0, by=ana)
    agreeing.agree(pair=pair, read=1, by=dora)
    signed = SignedAgreement.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        SignedAgreement.objects.create(agreement=signed.agreement, version=1, kept="{}")

    SignedAgreement.objects.create(agreement=signed.agreement, version=2, kept="{}")

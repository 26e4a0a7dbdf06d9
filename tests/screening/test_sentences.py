"""Our own sentences get a level between the least and the most that was written beside them."""

import pytest

from community.screening import Level, Signal, screen
from tests.screening import sentences


@pytest.mark.parametrize("case", sentences.ALL, ids=lambda case: f"{case.kind}: {case.text}")
def test_sentence_gets_a_fitting_level(case):
    finding = screen(case.text)

    assert Level(case.at_least).rank <= finding.level.rank <= Level(case.at_most).rank, finding


def test_suite_covers_at_least_two_hundred_sentences():
    assert len({case.text for case in sentences.ALL}) >= 200


@pytest.mark.parametrize("case", sentences.FOREIGN, ids=lambda case: case.text)
def test_another_language_is_said_so_that_a_person_reads(case):
    finding = screen(case.text)

    assert finding.language == "unknown"
    assert Signal.LANGUAGE in {reason.signal for reason in finding.reasons}


@pytest.mark.parametrize("case", sentences.ATTACK, ids=lambda case: case.text)
def test_attack_puts_the_target_first(case):
    assert screen(case.text).target_at_risk


@pytest.mark.parametrize("case", sentences.NOT_ATTACK, ids=lambda case: case.text)
def test_swearing_about_oneself_is_never_an_attack(case):
    assert not screen(case.text).target_at_risk


@pytest.mark.parametrize(
    "case",
    [c for c in sentences.ALL if c.kind not in {"another language"}],
    ids=lambda case: case.text,
)
def test_english_is_read_as_english(case):
    if case.kind.startswith("leetspeak"):
        return

    assert screen(case.text).language == "en"

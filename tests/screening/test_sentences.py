"""Our own sentences get a level between the least and the most that was written beside them."""

from community.screening import Level, Signal, screen
from tests.screening import sentences


def test_every_sentence_gets_a_fitting_level():
    found = [(case, screen(case.text).level) for case in sentences.ALL]

    wrong = [
        (case.kind, case.text, level.value)
        for case, level in found
        if not Level(case.at_least).rank <= level.rank <= Level(case.at_most).rank
    ]
    assert wrong == []


def test_suite_covers_at_least_two_hundred_sentences():
    assert len({case.text for case in sentences.ALL}) >= 200


def test_another_language_is_said_so_that_a_person_reads():
    found = {case.text: screen(case.text) for case in sentences.FOREIGN}

    read = {
        text: (one.language, Signal.LANGUAGE in {reason.signal for reason in one.reasons})
        for text, one in found.items()
    }
    assert read == dict.fromkeys(read, ("unknown", True))


def test_attack_puts_the_target_first_and_nothing_else_is_one():
    attacks, others = [*sentences.ATTACK, *sentences.HATE], [*sentences.NOT_ATTACK, *sentences.KIND]

    assert [case.text for case in attacks if not screen(case.text).target_at_risk] == []
    assert [case.text for case in others if screen(case.text).target_at_risk] == []


def test_english_is_read_as_english():
    plain = [c for c in sentences.ALL if not c.kind.startswith(("leetspeak", "another language"))]

    assert [c.text for c in plain if screen(c.text).language != "en"] == []


def test_the_rules_work_without_the_model(monkeypatch):
    monkeypatch.setattr("community.screening.model._WEIGHTS", None)

    needed = [*sentences.ACT, *sentences.PLAN, *sentences.THOUGHT, *sentences.UNSAFE]
    assert [c.text for c in needed if screen(c.text).level.rank < Level.RED.rank] == []
    quiet = [*sentences.SUPPORT, *sentences.IDIOM]
    assert [c.text for c in quiet if screen(c.text).level.rank > Level.LOW.rank] == []

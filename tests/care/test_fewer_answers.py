"""What a provider reads of a scale names a total that was made from fewer answers."""

import pytest

from community.care.enums import Kind
from community.care.shown import shown


@pytest.mark.parametrize(("missing", "is_said"), [(0, False), (2, True)])
def test_a_total_from_fewer_answers_is_named_as_one(missing, is_said):
    raw = [2] * (9 - missing) + [None] * missing + [1]
    said = {"instrument": "phq-9", "on": "2026-11-02", "total": 18, "band": "", "raw": raw}

    [chart] = shown(Kind.ANSWERS, said).charts

    fewer = "It is made from 7 of 9 answers: their mean stands for the others."
    assert (fewer in chart.sentence, chart.points[0].is_partly) == (is_said, is_said)


@pytest.mark.parametrize(("given", "is_said"), [(9, False), (7, True)])
def test_so_is_the_earlier_total_that_stands_beside_it(given, is_said):
    before = {"on": "2026-10-02", "total": 9, "way": -1, "given": given, "of": 9}
    said = {"instrument": "phq-9", "on": "2026-11-02", "total": 18, "band": "", "raw": [2] * 10}

    [chart] = shown(Kind.ANSWERS, {**said, "before": before}).charts

    fewer = "The total of that day is made from 7 of 9 answers."
    assert (fewer in chart.sentence, chart.points[0].is_partly) == (is_said, is_said)
    assert not chart.points[1].is_partly


@pytest.mark.parametrize(("rule", "is_said"), [("phq-9 sum 0", True), (None, False)])
def test_a_total_by_an_earlier_rule_is_named_as_one(rule, is_said):
    said = {"instrument": "phq-9", "on": "2026-11-02", "total": 18, "band": "", "raw": [2] * 10}
    said |= {"rule": rule} if rule else {}

    [chart] = shown(Kind.ANSWERS, said).charts

    found = ("It was counted by an earlier rule." in chart.sentence, not chart.marks)
    assert found == (is_said, is_said)

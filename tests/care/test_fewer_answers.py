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

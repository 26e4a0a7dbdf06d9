"""Where there is little room: one to speak with and one to write to."""

from community.help.models import Helpline
from community.help.queries import ShownLine, few


def line(name, method="call", *, open=True, young=False):
    return ShownLine(Helpline(name=name, method=method, for_young=young), open, stale=False)


def names(*lines):
    return [shown.line.name for shown in few(lines)]


def test_beside_a_voice_stands_a_way_to_write():
    assert names(line("A"), line("B"), line("C", "text"), line("D", "chat")) == ["A", "C"]
    assert names(line("C", "text"), line("A"), line("B")) == ["C", "A"]


def test_nothing_that_is_closed_or_for_the_young_where_there_is_another():
    closed, young = line("A", "text", open=False), line("B", "text", young=True)

    assert names(line("C"), line("D"), closed, young) == ["C", "D"]
    assert names(young) == ["B"]
    assert names() == []

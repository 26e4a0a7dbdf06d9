"""Who of the team looked at reported words shows to their author once that is decided."""

from community.record.models import Entry
from community.safety.actions import deciding, desk
from tests.own_looks import seen
from tests.safety.conftest import decision


def test_what_somebody_reported_shows_only_once_it_was_decided(taken, ben, emil):
    desk.uncover(item=taken.pk, by=emil)
    before = seen(ben)

    deciding.decide(item=taken.pk, by=emil, decision=decision("hide"))

    assert before == []
    assert [why for _who, _what, why in seen(ben)] == [
        "Somebody had told the team. You can read what was decided."
    ]
    assert Entry.objects.filter(act="read_item", about=ben.pk).count() == 1

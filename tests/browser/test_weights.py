"""Pages weigh what they may, as a server sends them: compressed, and named by their content."""

from tests.looks.demo import EVENING, SERVED, demo
from tests.looks.weigh import weigh
from tests.looks.weights import pages


def test_no_page_is_over_its_budget(chromium):
    with demo(hour=EVENING, settings=SERVED, browser=chromium) as house:
        found = {
            name: weigh(who, address).over(budget) for name, who, address, budget in pages(house)
        }

    assert found == {name: [] for name in found}
    assert len(found) == 14

"""`make weights`: what each page costs to open, beside what it may cost."""

import sys

from tests.looks.demo import EVENING, SERVED, demo
from tests.looks.weigh import PAGE, ROOM, weigh

ARTICLE = "/learn/day-by-day/when-sleep-will-not-come/"
PUBLIC = ["/", "/help-now/", "/learn/", ARTICLE, "/groups/", "/accounts/come-in/"]
OWN = ["/me/", "/groups/", "/me/space/", "/me/plan/", "/mentoring/", "/me/care/"]
TEAM = ["/desk/"]


def pages(house):
    """(name, browser, address, budget) of every page that has one."""
    stranger, ana, emil = house.window(), house.signed_in("Ana"), house.signed_in("Emil")
    yield from ((path, stranger, house.url + path, PAGE) for path in PUBLIC)
    yield from ((f"{path} (Ana)", ana, house.url + path, PAGE) for path in OWN)
    yield from ((f"{path} (Emil)", emil, house.url + path, PAGE) for path in TEAM)
    yield "a room (Ana)", ana, house.room(ana), ROOM


def main():
    over = []
    print(f"{'page':<30}{'bytes':>8}{'scripts':>9}{'requests':>10}")
    with demo(hour=EVENING, settings=SERVED) as house:
        for name, who, address, budget in pages(house):
            found = weigh(who, address)
            print(f"{name:<30}{found.bytes:>8}{found.scripts:>9}{found.requests:>10}", flush=True)
            over += [f"{name}: {words}" for words in found.over(budget)]
    for words in over:
        print(f"over its budget: {words}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())

"""Our own sentences as a table, for `screen_report`: what a person must see within the half hour is
labelled 1, what must stay below amber 0. Attacks are left out: their red is about somebody else.

Run: python -m tests.screening.own_table | python manage.py screen_report
"""

import csv
import sys

from community.screening import Level
from tests.screening import sentences

ATTACKS = {case.text for case in (*sentences.ATTACK, *sentences.HATE)}


def rows():
    """(text, label) of every sentence that is plainly one or the other."""
    for case in sentences.ALL:
        if case.text in ATTACKS:
            continue
        if Level(case.at_least).rank >= Level.RED.rank:
            yield case.text, 1
        elif Level(case.at_most).rank <= Level.LOW.rank:
            yield case.text, 0


if __name__ == "__main__":
    written = csv.writer(sys.stdout)
    written.writerow(("text", "label"))
    written.writerows(rows())

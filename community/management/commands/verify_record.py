"""`manage.py verify_record`: proves that nothing on the record was changed, taken out or put in.

Prints the newest seal. Written down elsewhere, it proves later, by `--expect`, that nothing was cut
off at the end either.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from community.record import sealing
from community.record.models import Entry, Seal

SAID = {
    "entry": "Entry {number} is not what was written.",
    "batch": "Seal {number} does not close the entries it closed: some were changed, taken out or "
    "put in.",
    "chain": "Seal {number} does not follow the one before it.",
}


class Command(BaseCommand):
    help = "Proves that the record of acts holds together; ends with 1 where it does not."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--expect", metavar="HASH", help="A seal that was written down before.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(sealing.breaks())
        for one in found:
            self.stderr.write(SAID[one.what].format(number=one.number))
        expected = options["expect"]
        if expected and not Seal.objects.filter(hash=expected).exists():
            raise CommandError("The seal you wrote down is not there: something was cut off.")
        if found:
            raise CommandError(f"The record is broken in {len(found)} places.")
        last = sealing.newest()
        unsealed = Entry.objects.filter(seal=None).count()
        self.stdout.write(
            f"{Entry.objects.count()} acts hold together under {last.number if last else 0} seals;"
            f" {unsealed} wait for the next seal."
        )
        if last is not None:
            self.stdout.write(f"Newest seal: {last.hash}")

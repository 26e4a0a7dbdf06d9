"""The archive of one person, the same as their own page gives them."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from community.accounts.actions.taking_along import take_archive
from community.accounts.models import Person


class Command(BaseCommand):
    help = "Writes everything kept about the person with this name into a zip file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("handle", metavar="HANDLE")
        parser.add_argument("file", metavar="out.zip", type=Path)

    def handle(self, *args: Any, handle: str, file: Path, **options: Any) -> None:
        try:
            person = Person.objects.get_by_natural_key(handle)
        except Person.DoesNotExist:
            raise CommandError(f"Nobody here is called {handle}.", returncode=2) from None
        if file.exists():
            raise CommandError(f"{file} is there already; nothing was written.", returncode=2)
        try:
            with file.open("xb") as out:
                file.chmod(0o600)  # whoever opens it can read a person's whole life here
                out.write(take_archive(person=person, by=None))
        except OSError as error:
            raise CommandError(
                f"{file} cannot be written: {error.strerror}.", returncode=2
            ) from None
        self.stdout.write(f"Everything kept about {person.handle} is in {file}.")

"""Makes somebody an operator: the first one has nobody above them to ask."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from community.accounts.actions.roles import grant_role
from community.accounts.enums import Role
from community.accounts.models import Person
from community.refusal import Refused


class Command(BaseCommand):
    help = "Gives the operator role to the person with this name."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("handle", metavar="HANDLE")

    def handle(self, *args: Any, handle: str, **options: Any) -> None:
        try:
            person = Person.objects.get_by_natural_key(handle)
            grant_role(person=person, role=Role.OPERATOR, by=None)
        except Person.DoesNotExist:
            raise CommandError(f"Nobody here is called {handle}.") from None
        except Refused as error:
            raise CommandError(str(error.refusal.words)) from None
        self.stdout.write(f"{person.handle} is an operator now.")

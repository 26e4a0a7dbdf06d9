"""`manage.py invite`: a code for the team, before anybody else can come in."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from community.accounts.actions.joining import make_invitation_here


class Command(BaseCommand):
    help = "Makes an invitation code, shown this once. It lasts 30 days."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--people", type=int, default=1, help="how many may use it (1)")

    def handle(self, *args: Any, people: int, **options: Any) -> None:
        code = make_invitation_here(uses=people)
        self.stdout.write(f"{code}   to be typed at {settings.SITE_URL}/accounts/come-in/")

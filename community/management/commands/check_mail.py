"""`manage.py check_mail ADDRESS`: proves that mail goes out, with words that tell nothing."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.utils import timezone

from community.house import actions

# Backends that hand nothing to a mail server.
_STAYS_HERE = {"console": "printed here", "locmem": "kept in memory", "dummy": "thrown away"}
_MALFORMED = 2


class Command(BaseCommand):
    help = "Sends a neutral test mail to ADDRESS and says what happened."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", metavar="ADDRESS")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        try:
            validate_email(address)
        except ValidationError:
            raise CommandError(
                f"{address} does not read like an e-mail address.", returncode=_MALFORMED
            ) from None
        message = EmailMessage(
            subject="Test",
            body="This is a test. If you can read it, mail arrives.\n",
            to=[address],
            connection=get_connection(timeout=20),
        )
        try:
            sent = message.send()
        except (OSError, ValueError) as error:  # everything a mail server answers is an OSError
            raise CommandError(
                f"The mail did not go out: {_reason(error)}", returncode=_MALFORMED
            ) from None
        stays = _STAYS_HERE.get(settings.EMAIL_BACKEND.split(".")[-2])
        if stays is not None:
            self.stdout.write(
                f"The mail was {stays}, not sent: EMAIL_BACKEND names no mail server."
            )
            return
        if not sent:
            raise CommandError("The mail server took nothing.", returncode=_MALFORMED)
        actions.note_mail_works(now=timezone.now())
        self.stdout.write(
            f"The mail server at {settings.EMAIL_HOST}:{settings.EMAIL_PORT} took the mail for "
            f"{address}. Look whether it arrives."
        )


def _reason(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())

"""`manage.py keep_pages`: writes down the pages that stand while nothing else answers."""

from typing import Any

from django.core.management.base import BaseCommand
from django.template.loader import render_to_string

from community.help import actions, kept


class Command(BaseCommand):
    help = "Writes the help page and the dull page into DATA_DIR/kept, for the proxy to show."

    def handle(self, *args: Any, **options: Any) -> None:
        actions.keep()
        actions.write_down("notes.html", render_to_string("leave/notes.html"))
        self.stdout.write(f"Kept in {kept.folder()}.")

#!/usr/bin/env python
"""Kindred's command line."""

import os
import sys

import django
from django.core.management import execute_from_command_line

from community import starting

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.local")
    starting.begin()
    if not any(word.startswith(("--settings", "--pythonpath")) for word in sys.argv):
        django.setup()  # else Django does it later, when it has read these
    starting.done()
    execute_from_command_line(sys.argv)

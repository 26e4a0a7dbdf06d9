"""Screening: how soon should a person read this, and does it carry a contact detail?

Pure: no database, no network, no memory between calls. `screen` and the two finders take a text
and hand back frozen values; what happens then is decided elsewhere, by people.
"""

from community.screening.contacts import find_contacts
from community.screening.findings import (
    Contact,
    Context,
    Finding,
    Level,
    Method,
    Reason,
    Signal,
    Turn,
)
from community.screening.holding import can_go_out, held_back
from community.screening.method_names import find_method
from community.screening.names import asks_for_help, is_aimed_at_others, screen_name
from community.screening.reading import Reading, read
from community.screening.screener import may_be_aimed, may_go_on, screen

__all__ = [
    "Contact",
    "Context",
    "Finding",
    "Level",
    "Method",
    "Reading",
    "Reason",
    "Signal",
    "Turn",
    "asks_for_help",
    "can_go_out",
    "find_contacts",
    "find_method",
    "held_back",
    "is_aimed_at_others",
    "may_be_aimed",
    "may_go_on",
    "read",
    "screen",
    "screen_name",
]

"""The desk: appointments, duty, items, reports, measures, appeals."""

from community.safety.models.care import NotMe
from community.safety.models.danger import DangerNote
from community.safety.models.duty import Appointment, Duty, OnCall, Shift
from community.safety.models.emergency import Emergency
from community.safety.models.fixed_words import WordsRead
from community.safety.models.glass import Glass
from community.safety.models.items import Call, Item, Letter, Note, Report, Sign, StandsApart
from community.safety.models.measures import Appeal, Measure
from community.safety.models.passing import Passing
from community.safety.models.promises import Promises
from community.safety.models.rota import RotaLine, RotaOff

__all__ = [
    "Appeal",
    "Appointment",
    "Call",
    "DangerNote",
    "Duty",
    "Emergency",
    "Glass",
    "Item",
    "Letter",
    "Measure",
    "NotMe",
    "Note",
    "OnCall",
    "Passing",
    "Promises",
    "Report",
    "RotaLine",
    "RotaOff",
    "Shift",
    "Sign",
    "StandsApart",
    "WordsRead",
]

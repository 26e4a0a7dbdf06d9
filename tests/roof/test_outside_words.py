"""Whatever may be read over a shoulder says nothing of what kind of place this is: every sentence of
a notice, every subject and sender of a mail, every calendar entry, every title of a page."""

import re
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from community.house.models import House
from community.notifications import kinds
from groups.calendar_file import Entry, calendar
from groups.forms_meetings import APPOINTMENT
from mentoring.calendar import file_of

ROOT = Path(__file__).resolve().parents[2]
TELLS = re.compile(
    r"mental|health|depress|anxi|suicid|crisis|therap|psych|diagnos|disorder|clinic|illness|"
    r"patient|self-harm|symptom|medic|phq|gad-7",
    re.IGNORECASE,
)
APPS = ("cms", "community", "groups", "mentoring", "realtime")


def templates(pattern):
    for app in APPS:
        yield from (ROOT / app).rglob(pattern)


def test_no_notice_tells_what_kind_of_place_this_is():
    said = [str(kind.sentence) for kind in kinds._kinds.values()] + [str(kinds.PLAIN)]

    assert len(said) > 20
    assert [words for words in said if TELLS.search(words)] == []


def test_no_subject_or_sender_of_a_mail_tells():
    context = {"current_site": "", "user": "", "site_name": ""}
    names = [
        str(path).split("/templates/")[1]
        for path in templates("*_subject.txt")
        if "/templates/" in str(path)
    ]

    said = {name: render_to_string(name, context) for name in names}
    said["sender"] = settings.DEFAULT_FROM_EMAIL
    said["name"] = House._meta.get_field("name").default

    assert len(said) > 10
    assert {name: words for name, words in said.items() if TELLS.search(words)} == {}


def test_no_mail_tells_in_its_words_either():
    """The first lines of a mail are read on a locked screen too."""
    mails = [path for end in ("txt", "html") for path in templates(f"*mail/*.{end}")]

    assert len(mails) > 20
    assert [str(path) for path in mails if TELLS.search(path.read_text())] == []


def test_no_title_of_a_page_tells():
    title = re.compile(r"{% block title %}(.*?){% endblock %}", re.DOTALL)
    found = {
        str(path.relative_to(ROOT)): title.search(path.read_text()) for path in templates("*.html")
    }

    titles = {path: match[1] for path, match in found.items() if match}

    assert len(titles) > 100
    assert {path: words for path, words in titles.items() if TELLS.search(words)} == {}


def test_no_calendar_entry_tells():
    now = timezone.now()

    texts = [
        calendar([Entry("a-1", now, now)], title=str(APPOINTMENT), now=now),
        file_of([("a-1", now, now)]).content.decode(),
    ]

    assert [f"SUMMARY:{APPOINTMENT}" in text for text in texts] == [True, True]
    assert [text for text in texts if TELLS.search(text)] == []

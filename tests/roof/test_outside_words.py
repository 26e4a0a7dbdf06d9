"""Whatever may be read over a shoulder says nothing of what kind of place this is: every sentence of
a notice, every subject and sender of a mail, every calendar entry, every title of a page."""

import re
from pathlib import Path

import allauth
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from community.accounts.adapters import AccountAdapter
from community.house.models import House
from community.notifications import kinds
from groups.calendar_file import Entry, calendar
from groups.forms_meetings import APPOINTMENT
from mentoring.calendar import file_of

ROOT = Path(__file__).resolve().parents[2]
TELLS = re.compile(
    r"mental|health|depress|anxi|suicid|crisis|therap|psych|diagnos|disorder|clinic|illness|"
    r"patient|self-harm|symptom|medic|phq|gad.7|wellbeing|well-being|mood|self.care|counsel|"
    r"recovery|peer support|support group|hard night|heavy|grief|trauma|bipolar|addict|care team|"
    r"in danger",
    re.IGNORECASE,
)
# What Python and scripts hand to a tab, a mail or a disk.
TITLE = re.compile(r'"title": _\("([^"]+)"\)')
SUBJECT = re.compile(r"\bsubject\s*=\s*(?:str\()?_?\(?f?\"([^\"]+)\"")
SCRIPTED = re.compile(r'document\.title = "([^"]+)"')
SAVED = re.compile(r"""filename=\\?"([^"\\]+)""")
APPS = ("cms", "community", "groups", "mentoring", "realtime")


def templates(pattern):
    for app in APPS:
        yield from (ROOT / app).rglob(pattern)


def modules():
    for path in templates("*.py"):
        if "migrations" not in path.parts:
            yield path


def test_no_notice_tells_what_kind_of_place_this_is():
    said = [str(kind.sentence) for kind in kinds._kinds.values()] + [str(kinds.PLAIN)]

    assert len(said) > 20
    assert [words for words in said if TELLS.search(words)] == []


def test_no_subject_or_sender_of_a_mail_tells():
    context = {"current_site": "", "user": "", "site_name": ""}
    known = [*templates("*_subject.txt"), *(Path(allauth.__file__).parent).rglob("*_subject.txt")]
    names = {str(path).split("/templates/")[1] for path in known}

    said = {name: render_to_string(name, context) for name in names}
    said["sender"] = settings.DEFAULT_FROM_EMAIL
    said["name"] = House._meta.get_field("name").default
    said["in front of each"] = (
        f"{settings.EMAIL_SUBJECT_PREFIX} {AccountAdapter().format_email_subject('')}"
    )
    said |= {str(path): words for path in modules() for words in SUBJECT.findall(path.read_text())}

    assert len(said) > 25
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
    made = [words for path in modules() for words in TITLE.findall(path.read_text())]
    by_scripts = [
        words for path in templates("*.js") for words in SCRIPTED.findall(path.read_text())
    ]

    assert (len(titles) > 100, len(made) > 4, len(by_scripts) > 0) == (True, True, True)
    assert {path: words for path, words in titles.items() if TELLS.search(words)} == {}
    assert [words for words in (*made, *by_scripts) if TELLS.search(words)] == []


def test_no_file_that_is_saved_tells_by_its_name():
    names = [name for path in modules() for name in SAVED.findall(path.read_text())]

    assert len(names) > 3
    assert [name for name in names if TELLS.search(name)] == []


def test_no_calendar_entry_tells():
    now = timezone.now()

    texts = [
        calendar([Entry("a-1", now, now)], title=str(APPOINTMENT), now=now),
        file_of([("a-1", now, now)]).content.decode(),
    ]

    assert [f"SUMMARY:{APPOINTMENT}" in text for text in texts] == [True, True]
    assert [text for text in texts if TELLS.search(text)] == []

"""One archive of everything that is kept about a person: for programs, and to be read.

Two files in a zip: `data.json`, as the features export it, and `read-me.html`, the same in plain
headings and lists, which opens without a network. Own words alone: what others wrote is theirs.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from community.accounts import personal_data
from community.accounts.archive_page import parts
from community.accounts.models import Person
from community.refusal import Refusal

JSON, PAGE = "data.json", "read-me.html"


NOT_READY = Refusal("not_ready", _("There is no file of yours here."), hides=True)


def archive_of(person: Person, *, now: datetime) -> bytes:
    """The zip, made at once."""
    return packed(personal_data.export(person), now=now)


def packed(shares: Mapping[str, Any], *, now: datetime) -> bytes:
    """The zip of what the features gave. The same data at the same moment make the same bytes."""
    text = json.dumps(
        {"made_at": now, **shares}, indent=2, ensure_ascii=False, cls=DjangoJSONEncoder
    )
    data = json.loads(text)
    page = render_to_string("accounts/archive.html", {"made_at": now, "parts": list(parts(data))})
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in ((JSON, text), (PAGE, page)):
            file = zipfile.ZipInfo(name, now.timetuple()[:6])
            out.writestr(file, content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def file_name(now: datetime) -> str:
    """Says nothing about what kind of place this is."""
    return f"archive-{now:%Y-%m-%d}.zip"

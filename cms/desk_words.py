"""Questions to the library as the desk knows them, where one sounds as if somebody is needed."""

from django.utils.translation import gettext_lazy as _

from cms.actions.questions import SUBJECT
from cms.models import ReaderQuestion
from community.safety import subjects
from community.safety.subjects import HOUSE, Context, Line


def join() -> None:
    """Makes the kind known."""
    subjects.register(
        SUBJECT, snapshot=_words, context=_context, area=_area, about=_about, words=_words
    )


def _words(id: str) -> str:
    return _question(id).words


def _context(id: str) -> Context:
    asked = _question(id)
    line = Line(asked.asker.handle, asked.words, asked.asked_at, is_subject=True)
    return Context(where=str(_("A question to the library")), lines=(line,))


def _area(id: str) -> str:
    return HOUSE


def _about(id: str) -> int | None:
    return _question(id).asker_id


def _question(id: str) -> ReaderQuestion:
    found = ReaderQuestion.objects.select_related("asker").filter(pk=int(id)).first()
    if found is None:
        raise LookupError(id)
    return found

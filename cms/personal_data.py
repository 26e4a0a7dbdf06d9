"""What the library holds about a person: what they asked, which steps they did, what they keep to read
later, which checks they gave. Pages belong to the house."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.actions.naming import take_my_name_off
from cms.models import KeptForLater, PageCheck, ReaderQuestion, StepDone
from community.accounts import personal_data
from community.accounts.models import Person

STAYS = (
    personal_data.Stays(
        _(
            "A story you gave to the library without your name. You take that back by the address you "
            "were given for it."
        ),
        of=frozenset({"cms.StoryPage"}),
    ),
    personal_data.Stays(
        _(
            "A page of the library that answers for everybody what you once asked, in the library's own "
            "words. It never led back to you."
        ),
        of=frozenset({"cms.AnswerPage"}),
    ),
    personal_data.Stays(
        _(
            "Pages, pictures and answers you made for the library, and a number in its log, where you "
            "looked a page over or asked for a yes to a story. It then leads to nobody."
        ),
        of=frozenset(
            {
                "cms.PageCheck",
                "cms.ReaderQuestion",
                "cms.ReviewInvite",
                "cms.SmallMend",
                "cms.StoryConsent",
            }
        ),
        of_helpers=True,
    ),
)


def join() -> None:
    """Registers this share."""
    personal_data.register(
        "library",
        models=[
            "cms.KeptForLater",
            "cms.PageCheck",
            "cms.ReaderQuestion",
            "cms.ReviewInvite",
            "cms.SmallMend",
            "cms.StepDone",
            "cms.StoryConsent",
        ],
        export=export,
        erase=erase,
        stays=STAYS,
    )


def export(person: Person) -> dict[str, Any]:
    """Questions and when they were answered, steps of courses, pages kept for later, and pages somebody stood
    behind."""
    asked = ReaderQuestion.objects.filter(asker=person).order_by("pk")
    done = StepDone.objects.filter(person=person).order_by("pk")
    later = KeptForLater.objects.filter(person=person).order_by("pk")
    given = PageCheck.objects.filter(by=person.pk).order_by("pk")
    return {
        "questions": list(asked.values("words", "asked_at", "due", "answered_at")),
        "steps": list(done.values("step__title", "at")),
        "later": list(later.values("page__title", "at")),
        "checks": list(given.values("page_id", "kind", "shown_as", "at")),
    }


def erase(person: Person, keeps_words: bool) -> None:
    """Questions, steps and what was kept go, and the name off every page. A check is the page's, and
    holds a number that leads to nobody once the account is gone."""
    take_my_name_off(by=person)
    ReaderQuestion.objects.filter(asker=person).delete()
    StepDone.objects.filter(person=person).delete()
    KeptForLater.objects.filter(person=person).delete()

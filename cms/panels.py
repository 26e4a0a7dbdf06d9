"""Panels of the editor that are ours."""

from typing import Any

from wagtail.admin.panels import Panel

from cms import checks, wording
from community.language.jargon import hard_words

SHOWN_WORDS = 8


class ShelfPanel(Panel):
    """The topic, which is the shelf a page stands on, and where the rest of the fields are."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/shelf.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["shelf"] = self.form.parent_page
            return context


class ReadingPanel(Panel):
    """How the page reads, as it was last saved: an age, where the long sentences begin, whether
    each picture says what it shows, and what keeps it from the public."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/reading.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from cms.queries import outside  # the page's own model names this panel

            context: dict[str, Any] = super().get_context_data(parent_context)
            reading = self.instance.reading
            context["words"] = checks.reading_in_words(reading)
            context["grades"] = checks.grades_in_words(reading, hardest=self.instance.hardest_grade)
            context["sentences"] = checks.long_sentences(reading)
            context["stops"] = [one.words for one in self.instance.what_stops_it()]
            found = wording.of_page(self.instance)
            context["findings"], context["quoted"] = found.findings, found.quoted
            context["hard"] = _hard_words(self.instance)
            context["nowhere"] = outside.broken_on(self.instance)
            context["pictures"] = checks.pictures_in_words(self.instance.body)
            return context


def _hard_words(page: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Long words with plain ones, each once."""
    found = {hard.word: hard.plain for hard in hard_words(page.plain_words())}
    return list(found.items())[:SHOWN_WORDS]


class GatesPanel(Panel):
    """Both checks of the page as it was last saved: who gave each, who can give it now, and whom to
    ask where nobody can."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/gates.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from cms.queries import holding, review  # the page's own model names this panel

            context: dict[str, Any] = super().get_context_data(parent_context)
            context["gates"] = review.gates(self.instance)
            context["held"] = holding.held(self.instance)
            context["page"] = self.instance
            context["links_for_author"] = review.links_for_author(self.instance)
            return context

"""Panels of the editor that are ours."""

from typing import Any

from wagtail.admin.panels import Panel

from cms import checks


class ReadingPanel(Panel):
    """How the page reads, as it was last saved: an age, where the long sentences begin, and whether
    each picture says what it shows."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/reading.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            reading = self.instance.reading
            context["words"] = checks.reading_in_words(reading)
            context["sentences"] = checks.long_sentences(reading)
            context["pictures"] = checks.pictures_in_words(self.instance.body)
            return context

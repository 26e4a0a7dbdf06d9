"""The words this site explains."""

from cms.models import GlossaryPage


def vocabulary() -> frozenset[str]:
    """Words of the public glossary, in small letters."""
    page = GlossaryPage.objects.live().public().first()
    terms = page.terms if page is not None else ()
    return frozenset(term.value["word"].lower() for term in terms)

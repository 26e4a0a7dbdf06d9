"""What the library's pages list: queries, called by the template that shows them."""

from django import template
from django.utils.safestring import SafeString

from cms import letters, queries, talk
from cms.forms import LetterForm
from cms.models import ArticlePage
from cms.talk import Place
from cms.terms import explained

register = template.Library()
register.simple_tag(queries.care_lines, name="care_lines")
register.simple_tag(queries.topics, name="topics")
register.simple_tag(queries.newest, name="newest")
register.simple_tag(queries.articles_of, name="articles_of")
register.simple_tag(queries.at_the_front, name="at_the_front")
register.simple_tag(queries.beside, name="beside")
register.simple_tag(queries.twin, name="twin")
register.simple_tag(queries.steps_of, name="steps_of")
register.simple_tag(queries.services, name="services")
register.simple_tag(queries.situations, name="situations")
register.simple_tag(queries.situations_of, name="situations_of")
register.filter("parts_of_letter", letters.parts_of)


@register.simple_tag
def places_to_talk(page: ArticlePage) -> list[Place]:
    """Where somebody who is signed in could talk about a page."""
    going_on = " ".join(map(str, queries.situations_of(page)))
    return talk.places(f"{page.title}. {page.summary} {going_on}")


@register.simple_tag
def letter_form(letter: str) -> LetterForm:
    """Boxes for the blanks of a letter, where no script makes them places to write in."""
    return LetterForm(letter=letter)


@register.filter
def with_terms(html: SafeString) -> SafeString:
    """A text of ours, its hard words explained."""
    glossary, terms = queries.explained_words()
    return explained(html, terms, glossary=glossary)

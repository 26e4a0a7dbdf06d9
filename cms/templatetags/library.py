"""What the library's pages list: queries, called by the template that shows them."""

import re

from django import template
from django.utils.safestring import SafeString

from cms import queries
from cms.terms import explained

register = template.Library()
_BLANK = re.compile(r"(\[[^\[\]\n]{1,60}\])")
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


@register.filter
def parts_of_letter(letter: str) -> list[tuple[str, bool]]:
    """A letter as its words and its blanks, in order; True for a blank."""
    return [
        (part[1:-1] if part.startswith("[") else part, part.startswith("["))
        for part in _BLANK.split(letter)
        if part
    ]


@register.filter
def with_terms(html: SafeString) -> SafeString:
    """A text of ours, its hard words explained."""
    glossary, terms = queries.explained_words()
    return explained(html, terms, glossary=glossary)

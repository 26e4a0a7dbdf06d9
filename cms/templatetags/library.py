"""What the library's pages list: queries, called by the template that shows them."""

from django import template

from cms import queries

register = template.Library()
register.simple_tag(queries.care_lines, name="care_lines")
register.simple_tag(queries.topics, name="topics")
register.simple_tag(queries.newest, name="newest")
register.simple_tag(queries.articles_of, name="articles_of")

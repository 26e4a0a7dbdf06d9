"""What stays of somebody who has left for good, as every feature says it."""

from django import template

from community.accounts import personal_data

register = template.Library()


@register.simple_tag
def what_stays(*, of_helpers: bool = False) -> list[personal_data.Stays]:
    """For everybody, or more of those alone who did something for others here."""
    return personal_data.stays(of_helpers=of_helpers)

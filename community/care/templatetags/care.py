"""Who somebody of a care team is here, for the frame of every page of theirs."""

from django import template

from community.accounts.models import Person
from community.care.models import Provider
from community.care.queries.door import provider_of

register = template.Library()


@register.simple_tag
def checked_as(user: Person) -> Provider | None:
    """The name, profession and place that the service has checked; None before it has."""
    return provider_of(user)

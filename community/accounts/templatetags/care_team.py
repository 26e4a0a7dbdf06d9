"""Whether a page is read by somebody of the care team: what is not there for them is not named."""

from django import template
from django.contrib.auth.models import AnonymousUser

from community.accounts.models import Person
from community.accounts.rules import treats_people

register = template.Library()


@register.filter
def treats(user: Person | AnonymousUser) -> bool:
    """Somebody is signed in, with an account of the care team."""
    return isinstance(user, Person) and treats_people(user)

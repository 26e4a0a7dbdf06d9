"""Words for what is between a member and the person who treats them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class How(models.TextChoices):
    """How a coordinator made sure who somebody of a care team is."""

    REGISTER = "register", _("found in the public register of the profession")
    EMPLOYER = "employer", _("asked at the place where they work")
    PAPERS = "papers", _("saw their papers, in person")


class Side(models.TextChoices):
    """Who ended something."""

    MEMBER = "member", _("the member")
    PROVIDER = "provider", _("the provider")
    SERVICE = "service", _("the service")

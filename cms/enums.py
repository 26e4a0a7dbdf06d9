"""Words of the library's review."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CheckKind(models.TextChoices):
    """The two checks every page passes, in this order."""

    CLINICAL = "clinical", _("Clinical check")
    LIVED = "lived", _("Lived-experience check")

"""What a site asks of the words it publishes."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="doc-full")
class LibraryLimits(BaseGenericSetting):
    """How hard a page may be to read. Stories are their authors' own and are not measured."""

    grade = models.PositiveSmallIntegerField(
        _("hardest school grade"),
        default=8,
        validators=[MinValueValidator(4), MaxValueValidator(14)],
        help_text=_(
            "A page that reads harder is not made public. 6 is read with ease by most people."
        ),
    )

    tries_addresses = models.BooleanField(
        _("try addresses outside"),
        default=True,
        help_text=_(
            "This server asks each web address that pages lead to, about once a month, whether it "
            "is still there. Nothing about readers goes along."
        ),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("grade"), FieldPanel("tries_addresses")]

    class Meta:
        verbose_name = _("Limits of the library")

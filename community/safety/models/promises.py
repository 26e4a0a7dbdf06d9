"""By when the team has looked: the operator's own settings."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="time")
class Promises(BaseGenericSetting):
    """By when the team has looked, in minutes. Members are told a time only while somebody is on
    duty; what nobody has by then calls the next ones."""

    answer_now = models.PositiveIntegerField(
        _("someone has it: now"), default=5, validators=[MinValueValidator(1)]
    )
    now = models.PositiveIntegerField(
        _("decided: now"), default=15, validators=[MinValueValidator(1)]
    )
    soon = models.PositiveIntegerField(
        _("decided: within 30 minutes"), default=30, validators=[MinValueValidator(1)]
    )
    today = models.PositiveIntegerField(
        _("decided: today"), default=240, validators=[MinValueValidator(1)]
    )
    calm = models.PositiveIntegerField(
        _("decided: tomorrow"), default=1440, validators=[MinValueValidator(1)]
    )
    pager_url = models.URLField(
        _("your pager"),
        blank=True,
        validators=[URLValidator(["https"])],
        help_text=_(
            "An https address that is told when somebody is called: a level, a number and where the "
            "desk is. Never a name, never a word of anybody's."
        ),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("answer_now", "now", "soon", "today", "calm")],
            _("By when, in minutes"),
        ),
        FieldPanel("pager_url"),
    ]

    class Meta:
        verbose_name = _("Promises of the desk")

    def clean(self) -> None:
        rising = [self.answer_now, self.now, self.soon, self.today, self.calm]
        if None not in rising and rising != sorted(rising):
            raise ValidationError(
                _("What hurries more is promised no later than what hurries less.")
            )

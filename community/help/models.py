"""Helplines: who answers, how, when, and who checked it last."""

from datetime import timedelta
from typing import Any
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

from community.help.hours import is_open, parse

# Numbers go dead; a line nobody checked for this long is shown as such (SAFETY.md, crisis lines).
STALE_AFTER = timedelta(days=180)


class Method(models.TextChoices):
    CALL = "call", _("Call")
    TEXT = "text", _("Text")
    CHAT = "chat", _("Chat")


class CallsOthers(models.TextChoices):
    """Whether a line may call somebody for the person, against their wish."""

    NO = "no", _("never without you")
    YES = "yes", _("may call for help without you when a life is in danger")


class Country(models.Model):
    """A country, and the number for when a life is in danger there."""

    code = models.CharField(_("code"), max_length=2, primary_key=True)
    name = models.CharField(_("name"), max_length=60)
    emergency = models.CharField(_("emergency number"), max_length=20)

    class Meta:
        ordering = ["name"]
        verbose_name = _("country")
        verbose_name_plural = _("countries")

    def __str__(self) -> str:
        return self.name


def _readable_hours(text: str) -> None:
    try:
        parse(text)
    except ValueError as error:
        raise ValidationError(str(error)) from None


def _known_zone(zone: str) -> None:
    if zone not in available_timezones():
        raise ValidationError(_("This is not a time zone we know, such as Europe/London."))


class Helpline(PreviewableMixin, models.Model):
    """One way to reach somebody. `dial` is dialled exactly as it stands: short codes are not
    turned into international numbers, which do not connect."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="lines")
    name = models.CharField(_("name"), max_length=80)
    method = models.CharField(_("how"), max_length=4, choices=Method, default=Method.CALL)
    dial = models.CharField(_("number as dialled"), max_length=30, blank=True)
    display = models.CharField(_("number as read"), max_length=60)
    url = models.URLField(_("address"), blank=True)
    hours = models.CharField(
        _("hours"),
        max_length=120,
        blank=True,
        validators=[_readable_hours],
        help_text=_("“always”, or such as “mon-fri 09:00-17:00; sat 10:00-14:00”"),
    )
    zone = models.CharField(_("time zone"), max_length=40, validators=[_known_zone])
    languages = models.CharField(_("languages"), max_length=80, blank=True)
    is_free = models.BooleanField(_("free of charge"), default=False)
    for_young = models.BooleanField(_("for people under 18"), default=False)
    calls_others = models.CharField(
        _("may it call somebody without you?"),
        max_length=3,
        blank=True,
        choices=CallsOthers,
        help_text=_("Empty where nobody told us."),
    )
    verified_at = models.DateField(_("last checked"), null=True, blank=True)
    verified_by = models.CharField(_("checked by"), max_length=40, blank=True)
    source = models.CharField(_("where we have it from"), max_length=120, blank=True)

    class Meta:
        ordering = ["country_id", "for_young", "id"]
        verbose_name = _("helpline")
        verbose_name_plural = _("helplines")
        constraints = [
            models.UniqueConstraint(
                fields=["country", "name", "method"], name="a_line_stands_once_in_its_country"
            ),
            models.CheckConstraint(
                condition=models.Q(verified_at=None, verified_by="")
                | (models.Q(verified_at__isnull=False) & ~models.Q(verified_by="")),
                name="a_check_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(dial="") | ~models.Q(url=""),
                name="a_line_can_be_reached",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.country_id})"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """The preview stands in a frame of the admin."""
        response = super().serve_preview(request, mode_name)
        response._csp_exempt = True
        return response

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "help/preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        now = timezone.now()
        checked = self.verified_at
        return {
            "shown": {
                "line": self,
                "open": is_open(self.hours, zone=self.zone, now=now),
                "stale": checked is not None and now.date() - checked > STALE_AFTER,
            }
        }

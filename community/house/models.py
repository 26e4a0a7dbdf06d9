"""The operator's settings: one row, edited in the admin, read by every page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxValueValidator,
    MinValueValidator,
    RegexValidator,
    URLValidator,
)
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import PreviewableMixin

from community.help.queries import lines_for
from community.house import colours
from community.house.enums import Joining, Night, Point, Wall

__all__ = ["House", "Joining", "OpeningPoint", "RulesText"]

MOST_OWN_RULES = 3
_HEX = RegexValidator(r"^#[0-9a-f]{6}$", _("Six signs after a #, such as #0e5650."))


def _readable_on_light(colour: str) -> None:
    _readable(colours.light, colour)


def _readable_on_dark(colour: str) -> None:
    _readable(colours.dark, colour)


def _readable(tones: Any, colour: str) -> None:
    try:
        _HEX(colour)
        tones(colour)
    except ValueError as error:
        raise ValidationError(str(error)) from None


def _few_lines(text: str) -> None:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_OWN_RULES:
        raise ValidationError(_("Three at most: nobody reads more at a door."))
    if any(len(line) > 160 for line in lines):
        raise ValidationError(_("Each rule fits in 160 signs."))


@register_setting(icon="home")
class House(PreviewableMixin, BaseGenericSetting):
    """What this place is called, where it is, when its team is here, who may join, who answers
    for safety. Saved together with the record of what was changed (receivers)."""

    name = models.CharField(
        _("name"),
        max_length=40,
        default="Kindred",
        help_text=_("Choose a name that says nothing about health: other people read it too."),
    )
    tab_name = models.CharField(
        _("name in the tab"),
        max_length=20,
        blank=True,
        help_text=_("Stands in tabs and in the browser's history. Empty: the name above."),
    )
    accent = models.CharField(
        _("colour on light pages"),
        max_length=7,
        blank=True,
        validators=[_readable_on_light],
        help_text=_("For what can be pressed, such as #0e5650. Empty: ours."),
    )
    accent_dark = models.CharField(
        _("colour on dark pages"),
        max_length=7,
        blank=True,
        validators=[_readable_on_dark],
        help_text=_("A pale one, such as #93d3c3. Empty: ours."),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        default="GB",
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, such as GB."))],
        help_text=_("Decides which helplines are shown first."),
    )
    joining = models.CharField(
        _("who may join"), max_length=12, choices=Joining, default=Joining.OPEN
    )
    own_rules = models.TextField(
        _("rules of your own"),
        blank=True,
        validators=[_few_lines],
        help_text=_(
            "One a line, three at most. They follow our six, which always stand. Everybody is "
            "asked again before they next enter a room."
        ),
    )
    rules_version = models.PositiveIntegerField(default=0, editable=False)
    staffed_from = models.TimeField(_("the team is here from"), default="08:00")
    staffed_until = models.TimeField(_("until"), default="22:00")
    rota = models.TextField(
        _("rota"),
        blank=True,
        help_text=_(
            "Who is there when, a line for each day or shift, such as “Mon 08:00-15:00 Emil, then "
            "Noor”. Kept for the team. Every hour you publish needs somebody's name."
        ),
    )
    night = models.CharField(_("outside these hours"), max_length=8, choices=Night, blank=True)
    night_who = models.CharField(
        _("who is on call, and how they are reached"), max_length=120, blank=True
    )
    read_within = models.PositiveSmallIntegerField(
        _("words on a wall are read within"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(72)],
        help_text=_("In hours. Everybody who writes in a slow room is told this."),
    )
    wall_at_night = models.CharField(
        _("words on a wall outside the hours"), max_length=8, choices=Wall, default=Wall.WAIT
    )
    lead = models.CharField(_("safeguarding lead"), max_length=80, blank=True)
    lead_reach = models.CharField(_("how to reach them"), max_length=120, blank=True)
    deputy = models.CharField(_("deputy"), max_length=80, blank=True)
    deputy_reach = models.CharField(_("how to reach the deputy"), max_length=120, blank=True)
    leave_to = models.URLField(
        _("where leaving quickly leads"),
        blank=True,
        validators=[URLValidator(["https"])],
        help_text=_("An ordinary page, such as the weather. Empty: a dull page of our own."),
    )
    opened_at = models.DateTimeField(null=True, editable=False)
    mail_worked_at = models.DateTimeField(null=True, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tab_name")], _("Name")),
        MultiFieldPanel([FieldPanel("country"), FieldPanel("joining")], _("Where and for whom")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("staffed_from"), FieldPanel("staffed_until")]),
                FieldPanel("rota"),
                FieldPanel("night"),
                FieldPanel("night_who"),
            ],
            _("Hours and night"),
        ),
        MultiFieldPanel([FieldPanel("read_within"), FieldPanel("wall_at_night")], _("Slow rooms")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("lead"), FieldPanel("lead_reach")]),
                FieldRowPanel([FieldPanel("deputy"), FieldPanel("deputy_reach")]),
            ],
            _("Safeguarding"),
            help_text=_("Kept for the team. Never shown to members or strangers."),
        ),
        MultiFieldPanel([FieldPanel("own_rules")], _("House rules"), classname="collapsed"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("accent"), FieldPanel("accent_dark")])],
            _("Colours"),
            classname="collapsed",
        ),
        MultiFieldPanel([FieldPanel("leave_to")], _("Leaving quickly"), classname="collapsed"),
        HelpPanel(template="house/opening_hint.html", heading=_("Letting people in")),
    ]

    class Meta:
        verbose_name = _("House")

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.night == Night.ON_CALL and not self.night_who:
            raise ValidationError({"night_who": _("Please say who is on call.")})

    @property
    def tab(self) -> str:
        """What stands in a tab."""
        return self.tab_name or self.name

    @property
    def own_rule_lines(self) -> tuple[str, ...]:
        """The operator's own rules, without empty lines."""
        return tuple(line.strip() for line in self.own_rules.splitlines() if line.strip())

    @property
    def colours_key(self) -> str:
        """Names the colours as they stand; empty where they are ours."""
        return "-".join(c.removeprefix("#") for c in (self.accent, self.accent_dark) if c)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """The preview stands in a frame of the admin, in colours that nobody has saved yet."""
        response = super().serve_preview(request, mode_name)
        response._csp_exempt = True
        return response

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "house/preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        lines = lines_for(self.country, now=timezone.now())
        return {
            "house": self,
            "sheet": stylesheet(self),
            "lines": [shown for shown in lines if shown.open is not False][:3],
        }


def stylesheet(house: House) -> str:
    """The house's colours as a sheet; empty where one of them cannot be read."""
    try:
        return colours.stylesheet(on_light=house.accent, on_dark=house.accent_dark)
    except ValueError:
        return ""


class RulesText(models.Model):
    """The operator's own rules as they stood in a version: what was agreed can be read again."""

    version = models.PositiveIntegerField(unique=True)
    lines = models.TextField()
    since = models.DateTimeField()


class OpeningPoint(models.Model):
    """A person's word that one point is settled. The person is a number, as on the record: who
    leaves takes nothing from it."""

    key = models.CharField(max_length=12, choices=Point, unique=True)
    confirmed_by = models.BigIntegerField()
    confirmed_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)  # a setting it speaks of changed since

    class Meta:
        ordering = ["pk"]

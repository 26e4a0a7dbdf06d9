"""The operator's settings: one row, edited in the admin, read by every page."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


class Joining(models.TextChoices):
    OPEN = "open", _("everyone who reads the rules")
    INVITATION = "invitation", _("everyone with an invitation code or a referral card")
    APPROVAL = "approval", _("everyone a coordinator lets in")


@register_setting(icon="home")
class House(BaseGenericSetting):
    """What this place is called, where it is, when its team is here, who may join."""

    name = models.CharField(
        _("name"),
        max_length=40,
        default="Kindred",
        help_text=_("Choose a name that says nothing about health: it stands in every tab."),
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
    staffed_from = models.TimeField(_("the team is here from"), default="08:00")
    staffed_until = models.TimeField(_("until"), default="22:00")

    panels = [
        FieldPanel("name"),
        FieldPanel("country"),
        FieldPanel("joining"),
        MultiFieldPanel([FieldPanel("staffed_from"), FieldPanel("staffed_until")], _("Hours")),
    ]

    class Meta:
        verbose_name = _("House")

"""Local services: who helps near here, for whom, at what price, and when somebody looked last."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms import wording
from cms.models.article import ArticlePage


class DirectoryPage(ArticlePage):
    """The page of local services. Support groups and somebody to talk to today stand first."""

    parent_page_types: ClassVar = ["cms.LibraryHome"]
    max_count = 1
    template = "cms/pages/directory.html"

    class Meta:
        verbose_name = _("local services")


class Service(models.Model):
    """One service near here."""

    class Kind(models.TextChoices):
        """In the order in which they stand on the page."""

        GROUP = "group", _("Support groups near here")
        TODAY = "today", _("Someone to talk to today")
        CARE = "care", _("Care and treatment")
        MONEY = "money", _("Money, work and housing")
        FAMILY = "family", _("For family and friends")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=120)
    about = models.CharField(_("what it does, in one sentence"), max_length=240)
    who_for = models.CharField(_("who it is for"), max_length=160, blank=True)
    fees = models.CharField(_("what it costs"), max_length=120, blank=True)
    languages = models.CharField(_("languages"), max_length=120, blank=True)
    access = models.CharField(_("getting in"), max_length=160, blank=True)
    situations = models.ManyToManyField(
        "cms.Situation",
        verbose_name=_("what it helps with"),
        blank=True,
        related_name="+",
    )
    hours = models.CharField(_("open"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    url = models.URLField(_("web page"), blank=True)
    place = models.CharField(_("where"), max_length=160, blank=True)
    verified_at = models.DateField(_("last verified"), null=True, blank=True)
    verified_by = models.CharField(_("verified by"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("local service")
        verbose_name_plural = _("local services")
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~(Q(phone="") & Q(url="") & Q(place="")),
                name="a_service_can_be_reached",
            ),
            models.CheckConstraint(
                condition=Q(verified_at=None) | ~Q(verified_by=""),
                name="a_service_is_verified_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def shown(self) -> tuple[str, ...]:
        """Its words in the list."""
        return (
            *(self.name, self.about, self.who_for, self.access, self.fees, self.hours),
            *(self.place, self.languages),
        )

    def clean(self) -> None:
        """Everybody reads it as soon as it is saved."""
        refusal = wording.of_shelf(*self.shown())
        if refusal is not None:
            raise ValidationError(str(refusal.words))

"""What two people agreed on, in six lines that both write and both say yes to."""

import json
from collections.abc import Mapping

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.sealed import SealedTextField
from mentoring.models.pair import Pair

LINE_LIMIT = 200


class PairAgreement(models.Model):
    """One a pair. Each change is a version; each of the two has said yes to the version that their
    number names, 0 for none. Sealed: only the two read it."""

    pair = models.OneToOneField(Pair, on_delete=models.CASCADE, related_name="agreement")
    rhythm = SealedTextField(
        _("How often we talk, and how it is in between"), max_length=LINE_LIMIT, blank=True
    )
    about = SealedTextField(
        _("What we talk about, and what for"), max_length=LINE_LIMIT, blank=True
    )
    not_about = SealedTextField(
        _("What we leave out, and what is not ours to do"), max_length=LINE_LIMIT, blank=True
    )
    helps = SealedTextField(
        _("What we share of ourselves, and what helps"), max_length=LINE_LIMIT, blank=True
    )
    hard_days = SealedTextField(
        _("What we do on a hard day, or when one of us is unwell"),
        max_length=LINE_LIMIT,
        blank=True,
    )
    until = SealedTextField(
        _("How long we try it, and how we stop"), max_length=LINE_LIMIT, blank=True
    )
    version = models.PositiveIntegerField(default=1)
    member_yes = models.PositiveIntegerField(default=0)
    mentor_yes = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)

    LINES = ("rhythm", "about", "not_about", "helps", "hard_days", "until")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(member_yes__lte=F("version"), mentor_yes__lte=F("version")),
                name="nobody_says_yes_to_what_is_not_written_yet",
            )
        ]

    @property
    def lines(self) -> dict[str, str]:
        """The six lines as they stand."""
        return {name: getattr(self, name) for name in self.LINES}

    @property
    def said(self) -> list[tuple[str, str]]:
        """The lines that say something, each under its question."""
        asked = {field.name: str(field.verbose_name) for field in self._meta.fields}
        return [(asked[name], words) for name, words in self.lines.items() if words]

    @property
    def is_agreed(self) -> bool:
        """Whether both said yes to what stands here now."""
        return self.member_yes == self.mentor_yes == self.version

    def yes_of(self, *, is_mentor: bool) -> bool:
        """Whether this one of the two said yes to what stands here now."""
        return (self.mentor_yes if is_mentor else self.member_yes) == self.version

    def say_yes(self, *, is_mentor: bool) -> None:
        """Notes a yes to what stands here now; `mentoring.actions` saves it."""
        if is_mentor:
            self.mentor_yes = self.version
        else:
            self.member_yes = self.version


class SignedAgreement(models.Model):
    """One version that both said yes to, as it was then. It never changes."""

    agreement = models.ForeignKey(PairAgreement, on_delete=models.CASCADE, related_name="signed")
    version = models.PositiveIntegerField()
    kept = SealedTextField()
    signed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "version"], name="a_version_is_signed_by_both_once"
            )
        ]

    @staticmethod
    def sealed(lines: Mapping[str, str]) -> str:
        """The six lines as they are kept."""
        return json.dumps(dict(lines))

    @property
    def said(self) -> list[tuple[str, str]]:
        """The lines that say something, each under its question."""
        return PairAgreement(**json.loads(self.kept)).said

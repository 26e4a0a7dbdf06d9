"""People: the account, its roles, what they agreed to, whom they do not want to hear."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import ConsentKind, Lived, Offer, Role, Standing, TagSeen, Topic
from community.accounts.handles import skeleton
from community.sealed import SealedTextField


class PersonManager(BaseUserManager["Person"]):
    """Finds people by handle without minding capitals or look-alike letters."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(skeleton=skeleton(username or ""))

    def create_user(self, handle: str, password: str | None = None, email: str = "") -> "Person":
        """A person without roles or consents; pages use `actions.sign_up`."""
        person = self.model(handle=handle, email=self.normalize_email(email))
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    """An account. Its visible name is a handle the person chose; nothing else is asked.

    `standing` changes only through `accounts.actions`.
    """

    handle = models.CharField(_("name"), max_length=30, unique=True)
    skeleton = models.CharField(max_length=60, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.ACTIVE)
    standing_until = models.DateTimeField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    time_zone = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2, blank=True)

    # Kept with a person who was loaded a moment ago, and asked of `accounts.rules` alone.
    _roles: frozenset[Role]
    _has_consented: bool

    objects = PersonManager()

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.handle

    def save(self, *args: object, **kwargs: object) -> None:
        self.skeleton = skeleton(self.handle)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_full_name(self) -> str:
        return self.handle

    def get_short_name(self) -> str:
        return self.handle


class Profile(models.Model):
    """What a person chose to show beside their handle."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="profile")
    pronouns = models.CharField(max_length=40, blank=True)
    about = models.CharField(max_length=300, blank=True)


class Tag(models.Model):
    """Something a person has lived with, in the words of a short list, and who may read that. Theirs
    alone until they say otherwise."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tags")
    topic = models.CharField(max_length=10, choices=Topic)
    lived = models.CharField(max_length=10, choices=Lived, default=Lived.NOW)
    seen_by = models.CharField(max_length=10, choices=TagSeen, default=TagSeen.ME)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "topic"], name="a_topic_is_tagged_once")
        ]


class DayTwo(models.Model):
    """ "Not now" to a small offer: it is not made again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="declined_offers")
    key = models.CharField(max_length=20, choices=Offer)
    declined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="an_offer_is_declined_once")
        ]


class Grant(models.Model):
    """A role somebody was given, by whom, and when it ended. `granted_by` None: the operator's
    command line. Rows are ended, never deleted."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)
    granted_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=Q(ended_at=None),
                name="a_role_is_held_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.MEMBER), name="being_a_member_needs_no_grant"
            ),
        ]


class Consent(models.Model):
    """A yes to one text in one version. Withdrawn, never deleted."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=20, choices=ConsentKind)
    version = models.CharField(max_length=20)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(withdrawn_at=None),
                name="a_consent_stands_once_at_a_time",
            )
        ]


class Block(models.Model):
    """`by` does not want to see `of`. The other is never told and can find no trace of it."""

    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocks")
    of = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocked_by")
    at = models.DateTimeField(default=timezone.now)
    # `by` hid both from one another: the other has a row as well, made `by_the_other`, which no page
    # of theirs shows.
    both = models.BooleanField(default=False)
    by_the_other = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "of"], name="a_person_is_blocked_once"),
            models.CheckConstraint(condition=~Q(by=models.F("of")), name="nobody_blocks_themself"),
        ]


class FormerName(models.Model):
    """A name somebody had here before. Sealed: only those who lead read it, beside an item of the
    desk; for everybody else the two names have nothing to do with one another.

    `is_apart`: what was said under it stays under it, and nobody else gets the name: `kept_as` says
    which one it is without saying it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="former_names")
    name = SealedTextField()
    until = models.DateTimeField(default=timezone.now)
    is_apart = models.BooleanField(default=False)
    kept_as = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        ordering = ["-until", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_apart=False, kept_as="") | (Q(is_apart=True) & ~Q(kept_as="")),
                name="a_name_that_stays_apart_is_kept_from_others",
            )
        ]


class RecoveryCode(models.Model):
    """A way back in for one use; only its hash is kept. One unused code a person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="recovery_codes")
    hash = models.CharField(max_length=128)
    made_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(used_at=None),
                name="a_person_has_one_unused_recovery_code",
            )
        ]


class Invitation(models.Model):
    """A code that lets somebody join: an invitation for several, or a referral card for one.

    The person who made it learns that a code was used, never by whom: nothing links the two.
    """

    hash = models.CharField(max_length=64, unique=True)
    is_card = models.BooleanField(default=False)
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    uses_left = models.PositiveIntegerField(default=1)
    uses = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_card=False) | Q(uses_left__lte=1, uses__lte=1),
                name="a_referral_card_is_used_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("made_at")), name="an_invitation_lasts_a_while"
            ),
        ]


class Admission(models.Model):
    """Somebody waits to be let in, or a person of the team has decided, in words for them."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="admission")
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    admitted = models.BooleanField(null=True)
    words = SealedTextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(admitted=None, decided_at=None)
                | Q(admitted__isnull=False, decided_at__isnull=False),
                name="an_admission_is_decided_whole_or_not_at_all",
            )
        ]


class Welcome(models.Model):
    """What a person wrote to "What brings you here?". Sealed; the team sees it only from the desk,
    where it raised a concern. One a person, in their latest words."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="welcome")
    words = SealedTextField()
    said_at = models.DateTimeField(default=timezone.now)


class Archive(models.Model):
    """Somebody asked for everything that is kept about them. Made by the ticker a feature at a time
    and sealed; it waits until `ends_at`, then the row goes with the file. One a person."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="archive")
    asked_at = models.DateTimeField(default=timezone.now)
    done = models.PositiveSmallIntegerField(default=0)  # features that are in it
    of = models.PositiveSmallIntegerField()
    file = models.BinaryField(null=True)  # the sealed zip
    ready_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    again_at = models.DateTimeField(null=True)  # something went wrong: tried again from then on

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(file=None, ready_at=None, ends_at=None)
                | Q(file__isnull=False, ready_at__isnull=False, ends_at__isnull=False),
                name="an_archive_is_ready_whole_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=Q(taken_at=None) | Q(ready_at__isnull=False),
                name="an_archive_is_taken_when_it_is_ready",
            ),
            models.CheckConstraint(
                condition=Q(done__lte=models.F("of")), name="an_archive_holds_no_more_than_there_is"
            ),
        ]


class ArchivePart(models.Model):
    """What one feature gave for an archive that is still being made: a process that dies loses at
    most the part it was at."""

    archive = models.ForeignKey(Archive, on_delete=models.CASCADE, related_name="parts")
    feature = models.CharField(max_length=40)
    data = SealedTextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["archive", "feature"], name="an_archive_holds_a_feature_once"
            )
        ]


class LeavingProof(models.Model):
    """That somebody asked to be gone, and when it was done. It knows nobody: whoever was given its
    address can read it, and only the hash of that is kept."""

    hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(done_at__gte=models.F("asked_at")),
                name="leaving_is_done_after_it_was_asked",
            )
        ]


class Leaving(models.Model):
    """Somebody asked to leave for good. Until `ends_at` they can come back; then it is done."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="leaving")
    keeps_words = models.BooleanField(default=False)  # in the rooms, without a name
    standing_before = models.CharField(max_length=12, choices=Standing, default=Standing.ACTIVE)
    until_before = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    proof = models.OneToOneField(LeavingProof, on_delete=models.SET_NULL, null=True)

"""A coordinator says who somebody of a care team is, and for how long that holds."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.rules import treats_people
from community.care import rules
from community.care.actions.closing import close
from community.care.enums import How, Side
from community.care.models import Code, Provider, Tie
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist

LONGEST = timedelta(days=731)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found out about somebody of a care team."""

    name: str
    profession: str
    organisation: str
    how: How
    until: date


@transaction.atomic
def check(*, person: int, found: Found, by: Person) -> Provider:
    """From now on, until the day, members can bring this account under its real name. Checking again
    takes the place of the check before. Raises Refused."""
    insist(rules.may_check(by))
    insist(rules.OWN_CHECK if person == by.pk else None)
    account = Person.objects.select_for_update(no_key=True).filter(pk=person).first()
    insist(None if account is not None and treats_people(account) else rules.NO_CARE_ROLE)
    assert account is not None
    insist(rules.may_have_role(account))
    today = timezone.localdate()
    insist(None if today < found.until <= today + LONGEST else rules.UNTIL_WHEN)
    before = Provider.objects.filter(person=account).first()
    provider, _is_new = Provider.objects.update_or_create(
        person=account,
        defaults={
            "name": found.name.strip(),
            "profession": found.profession.strip(),
            "organisation": found.organisation.strip(),
            "how": found.how,
            "checked_by": by,
            "checked_on": today,
            "until": found.until,
            "ended_at": None,
            "lapse_told_at": None,
        },
    )
    data = {"how": found.how.value, "until": found.until.isoformat()}
    _write("check_provider", provider, by=by, data=data)
    notify(person=account, kind="care_checked", path=reverse("care:home"))
    if before is not None and before.name != provider.name:
        _end_what_was_said_to_another(provider)
    elif before is not None and str(before) != str(provider):
        _tell(provider, "care_who")
    elif before is not None and before.ended_at is None and before.until < today:
        _tell(provider, "care_reads")
    return provider


def _end_what_was_said_to_another(provider: Provider) -> None:
    """Under another name it is somebody else to whoever said yes: nothing stays open to them, and a
    code they typed waits for no yes. Bringing them again is one tap."""
    end_ties_of(provider)
    typed = Code.objects.filter(typed_by=provider, settled_at=None)
    typed.update(settled_at=timezone.now())


def _tell(provider: Provider, kind: str) -> None:
    """Whoever brought them reads that they stand there under other words, or can read again, and
    can end it."""
    for tie in provider.ties.filter(ended_at=None).select_related("person").order_by("pk"):
        notify(person=tie.person, kind=kind, path=reverse("care:tie", args=[tie.pk]))


@transaction.atomic
def end_check(*, person: int, by: Person) -> None:
    """The service does not stand for this name any more: what was open to it is shut, and whoever
    had brought it is told. Raises Refused."""
    insist(rules.may_check(by))
    provider = Provider.objects.select_for_update(of=("self",)).filter(person=person).first()
    insist(None if provider else rules.NOT_HERE)
    assert provider is not None
    if provider.ended_at is None:
        provider.ended_at = timezone.now()
        provider.save(update_fields=["ended_at"])
        end_ties_of(provider)
        _write("end_check", provider, by=by, data={})


def stop(person: Person, by: Person | None) -> None:
    """The account is suspended or leaves: what was open to it is shut, in that act. Of a member who
    leaves so is what was open to others, and stays so if they come back; of one who is suspended it
    is not, which would tell."""
    if (provider := _locked(person)) is not None:
        end_ties_of(provider)
    if person.standing == Standing.LEAVING:
        mine = Tie.objects.filter(person=person, ended_at=None).select_related("provider")
        for tie in mine.select_for_update(of=("self",)).order_by("pk"):
            close(tie, Side.MEMBER, now=timezone.now())


def end_with_role(person: Person, by: Person | None) -> None:
    """The account loses its role: so does its check. With the role alone nobody is brought again;
    somebody checks anew."""
    if (provider := _locked(person)) is None:
        return
    if provider.ended_at is None:
        provider.ended_at = timezone.now()
        provider.save(update_fields=["ended_at"])
    end_ties_of(provider)


def _locked(person: Person) -> Provider | None:
    return Provider.objects.select_for_update(of=("self",)).filter(person=person).first()


def end_ties_of(provider: Provider) -> None:
    """Everybody who had brought this provider is told the same moment, and can read what to do next;
    what the provider wrote stays with them."""
    now, ties = timezone.now(), Tie.objects.filter(provider=provider, ended_at=None)
    for tie in ties.select_for_update(of=("self",)).select_related("person").order_by("pk"):
        close(tie, Side.SERVICE, now=now)
        notify(person=tie.person, kind="care_over", path=reverse("care:tie", args=[tie.pk]))


def tell_of_lapses(now: datetime) -> None:
    """The ticker's job: where the day of a check has passed, the provider's people are told that
    very day, once."""
    today = timezone.localdate(now)
    lapsed = Provider.objects.filter(ended_at=None, until__lt=today, lapse_told_at=None)
    for number in list(lapsed.values_list("pk", flat=True)):
        with transaction.atomic():
            provider = lapsed.select_for_update(of=("self",)).filter(pk=number).first()
            if provider is None:
                continue
            provider.lapse_told_at = now
            provider.save(update_fields=["lapse_told_at"])
            for tie in provider.ties.filter(ended_at=None).select_related("person"):
                path = reverse("care:tie", args=[tie.pk])
                notify(person=tie.person, kind="care_lapsed", path=path)


def _write(act: str, provider: Provider, *, by: Person, data: dict[str, str]) -> None:
    subject, about = f"provider:{provider.pk}", provider.person_id
    record.write(act=act, by=by.pk, about=about, subject=subject, data=data)

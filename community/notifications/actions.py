"""Telling a person that something waits for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from community import live
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications import kinds, places, resting, topics, warm
from community.notifications.kinds import Warm
from community.notifications.models import Notification, Preference, WarmLater
from community.notifications.quiet import Wishes
from community.notifications.topics import Topic

# A mail waits this long: who sees the notice meanwhile gets none.
MAIL_AFTER = timedelta(minutes=5)
# So long a warm word waits; what it speaks of stays where it leads.
WARM_FOR = timedelta(days=30)


@transaction.atomic
def notify(*, person: Person, kind: str, path: str, moment: datetime | None = None) -> Notification:
    """Leaves one notice for the person, in the transaction of what it speaks of; their open
    screens hear its kind and id after commit, never a word of it.

    The same thing said again before it was read stays one notice; another hour is news. `moment` is the hour the sentence
    of this kind speaks of. Raises ValueError for a path that is not on this site, and for a warm
    kind.
    """
    _insist_on_plain(kind)
    return _leave(person=person, kind=kind, path=path, moment=moment)


@transaction.atomic
def notify_warmly(
    *, person: Person, beside: Person, kind: str, path: str, now: datetime | None = None
) -> None:
    """Leaves a notice of a warm kind, unless something hard concerns the person or `beside`, whom
    it comes from or speaks of: then it waits or is dropped, as its kind says. Raises ValueError for
    a kind that is not warm."""
    if not kinds.of(kind).warm:
        raise ValueError("This always goes out: notify.")
    now = now or timezone.now()
    if warm.may_go_out({person.pk, beside.pk}, now=now) is None:
        _leave(person=person, kind=kind, path=path, moment=None)
    elif kinds.of(kind).warm == Warm.LATER:
        WarmLater.objects.get_or_create(
            person=person, beside=beside, kind=kind, path=path, defaults={"at": now}
        )


def send_warm(now: datetime) -> None:
    """The ticker's job: what waited goes out once the hard thing is over, and is let go of after a
    month."""
    WarmLater.objects.filter(at__lte=now - WARM_FOR).delete()
    for number in WarmLater.objects.order_by("pk").values_list("pk", flat=True):
        _send_warm(number, now)


@transaction.atomic
def _send_warm(number: int, now: datetime) -> None:
    """Once, however many processes look."""
    row = WarmLater.objects.select_for_update(of=("self",)).filter(pk=number)
    waits = row.select_related("person").first()
    if waits is None or warm.may_go_out({waits.person_id, waits.beside_id}, now=now) is not None:
        return
    waits.delete()
    _leave(person=waits.person, kind=waits.kind, path=waits.path, moment=None)


def _insist_on_plain(kind: str) -> None:
    if kinds.of(kind).warm:
        raise ValueError("What is warm asks first: notify_warmly.")


def _leave(*, person: Person, kind: str, path: str, moment: datetime | None) -> Notification:
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("A notice leads to a page of this site.")
    now = timezone.now()
    unread = Notification.objects.filter(person=person, kind=kind, path=path, read_at=None)
    notice = unread.select_for_update().first() or Notification(person=person, kind=kind, path=path)
    is_news = notice.pk is None or notice.moment != moment
    if kinds.of(kind).urgent:
        notice.mail_due = now
    elif is_news and kinds.of(kind).mails and _wants_mail(person, kind=kind, path=path):
        notice.mail_due = now + MAIL_AFTER
    notice.at, notice.moment = now, moment
    notice.save()
    live.me(person.pk, kind=kind, id=str(notice.pk))
    return notice


@dataclass(frozen=True, slots=True)
class Told:
    """One person, a kind of notice and where it leads."""

    person: int
    kind: str
    path: str


@transaction.atomic
def notify_many(told: Sequence[Told]) -> None:
    """The same as `notify` for many people at once, in few statements; for things none of them can
    have been told before."""
    for kind in {one.kind for one in told}:
        _insist_on_plain(kind)
    people = {one.person for one in told}
    # Everybody with a proved address, and what they want no mail about; None: no mail at all.
    wishes = EmailAddress.objects.filter(user__in=people, verified=True).values_list(
        "user_id", "user__notice_preference__by_mail", "user__notice_preference__no_mail_about"
    )
    off = {person: about or [] for person, by_mail, about in wishes if by_mail is not False}
    now = timezone.now()
    notices = [
        Notification(
            person_id=one.person,
            kind=one.kind,
            path=one.path,
            at=now,
            mail_due=now + MAIL_AFTER
            if one.person in off
            and kinds.of(one.kind).mails
            and not _is_off(one.kind, one.path, off[one.person])
            else None,
        )
        for one in told
    ]
    for notice in Notification.objects.bulk_create(notices, batch_size=500):
        live.me(notice.person_id, kind=notice.kind, id=str(notice.pk))


def tell_archive_is_ready(person: Person) -> None:
    """What they asked to take along can be taken."""
    notify(person=person, kind="archive_ready", path=reverse("person:my_data"))


@transaction.atomic
def forget_all(person: Person) -> None:
    """Nothing that waited goes out to this person any more, and nothing warm of theirs."""
    Notification.objects.filter(person=person, read_at=None).delete()
    WarmLater.objects.filter(Q(person=person) | Q(beside=person)).delete()


def _wants_mail(person: Person, *, kind: str, path: str) -> bool:
    if person.standing == Standing.DIED:
        return False
    if not EmailAddress.objects.filter(user=person, verified=True).exists():
        return False
    chosen = Preference.objects.filter(person=person).first()
    return chosen is None or (chosen.by_mail and not _is_off(kind, path, chosen.no_mail_about))


def _is_off(kind: str, path: str, off: Collection[str]) -> bool:
    """Whether somebody wants no mail about this, or from there. Where the address leads is asked
    only for who named a place."""
    topic = topics.of(kind)
    if not off or topic == Topic.WORK:
        return False
    return topic in off or (set(off) - set(Topic.values) != set() and places.key_at(path) in off)


@transaction.atomic
def withdraw(
    *, person: int, path: str, kinds: Collection[str] = (), also_read: bool = False
) -> None:
    """What waited there is not there any more: no unread notice leads to it, and no mail goes out.
    `kinds`: only these, where other things wait there too. `also_read`: where the sentence itself is
    not true any more."""
    there = Notification.objects.filter(person=person, path=path)
    there = there.filter(kind__in=kinds) if kinds else there
    (there if also_read else there.filter(read_at=None)).delete()


@transaction.atomic
def withdraw_from_all(*, path: str) -> None:
    """There is no such page any more: no notice of anybody's leads to it, read or not."""
    Notification.objects.filter(path=path).delete()


@transaction.atomic
def mark_read(*, by: Person, notice: int, now: datetime | None = None) -> Notification | None:
    """The person opened one notice of theirs: it is read and needs no mail. None where there is no
    such notice of theirs."""
    mine = Notification.objects.select_for_update().filter(person=by, pk=notice).first()
    if mine is not None and mine.read_at is None:
        mine.read_at, mine.mail_due = now or timezone.now(), None
        mine.save(update_fields=["read_at", "mail_due"])
    return mine


@transaction.atomic
def mark_all_read(*, by: Person, upto: int) -> None:
    """Reads every notice the person was shown: none that came after."""
    Notification.objects.filter(person=by, pk__lte=upto, read_at=None).update(
        read_at=timezone.now(), mail_due=None
    )


@transaction.atomic
def choose_mail(*, by: Person) -> None:
    """From now on a neutral mail says that something waits."""
    Preference.objects.update_or_create(person=by, defaults={"by_mail": True})


@transaction.atomic
def choose_no_mail(*, by: Person) -> None:
    """From now on no mail is sent; what was due is not sent either."""
    Preference.objects.update_or_create(person=by, defaults={"by_mail": False})
    Notification.objects.filter(person=by).update(mail_due=None)


@transaction.atomic
def choose_what_about(*, off: Collection[str], by: Person) -> None:
    """No mail about these topics, nor from these places, any more; what was due about them is not
    sent either. Notices stand on the page as before."""
    kept = sorted(set(off) - {Topic.WORK.value})
    Preference.objects.update_or_create(person=by, defaults={"no_mail_about": kept})
    for notice in Notification.objects.filter(person=by, mail_due__isnull=False):
        if _is_off(notice.kind, notice.path, kept):
            notice.mail_due = None
            notice.save(update_fields=["mail_due"])


@transaction.atomic
def stop_mail(*, person: int) -> None:
    """Asked from a mail, without signing in: no mail from now on. Changes nothing for who is not
    here any more."""
    found = Person.objects.filter(pk=person).first()
    if found is not None:
        choose_no_mail(by=found)


@transaction.atomic
def take_a_break(*, until: date, by: Person) -> None:
    """Nothing is sent until the end of this day. Everything of one's own stays where it is; what
    others wait for is left to them."""
    Preference.objects.update_or_create(person=by, defaults={"rests_until": until})
    resting.stop_all(by)


@transaction.atomic
def take_a_break_and_tell(*, until: date, by: Person) -> None:
    """The same, and whoever would wait hears so. Taken in two tabs at once, the second waits at the
    row of the first, and nobody hears it twice."""
    take_a_break(until=until, by=by)
    resting.tell_all(by, until)


@transaction.atomic
def end_break(*, by: Person) -> None:
    """Back before the time, or on it. Ending no break changes nothing."""
    Preference.objects.filter(person=by).update(rests_until=None)


@transaction.atomic
def choose_times(*, wishes: Wishes, by: Person) -> None:
    """When mail may leave. What is due already follows."""
    Preference.objects.update_or_create(
        person=by,
        defaults={
            "quiet_from": wishes.quiet_from,
            "quiet_until": wishes.quiet_until,
            "mails_a_day": wishes.mails_a_day,
            "rests_until": wishes.rests_until,
        },
    )
    if wishes.rests_until is not None and wishes.rests_until >= timezone.localdate():
        resting.stop_all(by)
    Notification.objects.filter(person=by, mail_due__gt=timezone.now()).update(
        mail_due=timezone.now() + MAIL_AFTER
    )

"""Writing down who has read fixed words, and taking it back."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.models import Person
from community.accounts.roles import Act
from community.record import write as record
from community.refusal import Refusal, insist
from community.safety import fixed_words
from community.safety.models import WordsRead

NO_SUCH_WORDS = Refusal("no_such_words", _("There are no such words."), hides=True)
SAY_WHO = Refusal("say_who", _("Please write who read them, and their profession."))
NOT_YET = Refusal("not_yet", _("That day has not come yet."))


@transaction.atomic
def say_read(*, key: str, name: str, profession: str, on: date, by: Person) -> WordsRead:
    """From now on their name stands beside these words, as they are now. Whoever runs the place says
    so. Raises Refused."""
    insist(accounts.may(by, Act.SET_HOUSE))
    words = fixed_words.find(key)
    insist(NO_SUCH_WORDS if words is None else None)
    assert words is not None
    name, profession = " ".join(name.split()), " ".join(profession.split())
    insist(None if name and profession else SAY_WHO)
    insist(NOT_YET if on > timezone.localdate() else None)
    read = WordsRead.objects.create(
        key=key,
        name=name,
        profession=profession,
        read_on=on,
        digest=fixed_words.digest_of(words),
    )
    _kept("say_words_read", key, by)
    return read


@transaction.atomic
def take_back(*, read: int, by: Person) -> None:
    """Their name stands beside these words no more, in earlier readings neither: only backups hold it
    until they are overwritten. Twice does it once. Raises Refused."""
    insist(accounts.may(by, Act.SET_HOUSE))
    found = WordsRead.objects.select_for_update().filter(pk=read).first()
    if found is not None:
        WordsRead.objects.filter(key=found.key, name=found.name).delete()
        _kept("take_back_words_read", found.key, by)


def _kept(act: str, key: str, by: Person) -> None:
    record.write(act=act, by=by.pk, subject=f"words:{key}")
    transaction.on_commit(fixed_words.forget)
    fixed_words.forget()

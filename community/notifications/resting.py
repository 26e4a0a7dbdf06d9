"""A break: nothing is sent until it is over. Those who would wait for somebody hear so in neutral
words, where the person likes that; each feature says for itself whom. What the person was holding
for others is left to them in any case."""

from collections.abc import Callable
from datetime import date, timedelta

from community.accounts.models import Person
from community.notifications.models import Preference

GENTLY = timedelta(days=3)  # so long one's own page says that nothing was lost
Tell = Callable[[Person, date], None]
Stop = Callable[[Person, Person | None], None]  # as in community.accounts.role_ends
_tells: list[Tell] = []
_stops: list[Stop] = []


def register(tell: Tell) -> None:
    """Called by a feature in `ready`: tells whoever would wait for this person until that day."""
    _tells.append(tell)


def tell_all(person: Person, until: date) -> None:
    """Everybody who would wait."""
    for tell in _tells:
        tell(person, until)


def register_stop(stop: Stop) -> None:
    """Called by a feature in `ready`. `stop` leaves to others what somebody on a break cannot hold;
    it changes nothing where there is nothing."""
    _stops.append(stop)


def stop_all(person: Person) -> None:
    """Whatever this person was holding for others."""
    for stop in _stops:
        stop(person, person)


def rests_until(person: int) -> date | None:
    """The last day of the break this person chose, gone by or not."""
    found = Preference.objects.filter(person_id=person).values_list("rests_until", flat=True)
    return found.first()

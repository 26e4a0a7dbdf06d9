"""Whether an address outside still leads somewhere: asked politely, one at a time. No database."""

from dataclasses import dataclass
from http import HTTPStatus
from time import monotonic
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from cms.enums import Found
from cms.safe_http import Answer, Asker, Inside, NoSuchName, Silent

WITHIN = 10.0  # seconds for all of it
ASKER = "LinkCheck"  # what a robots.txt may call us
_MOST_TURNS = 4
_ROBOTS_BYTES = 100_000
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
# Some places answer the short question wrongly: they are asked the long one before we say so.
_ASK_AGAIN = {*_GONE, HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED}


class _NotForPrograms(Exception):
    """The place asks programs to stay away."""


def asker(*, site: str) -> Asker:
    """Who asks, and for how long: with the address of the page that links there, as is polite."""
    return Asker(f"{ASKER}/1 (+{site}/learn/)", until=monotonic() + WITHIN)


def look(address: str, by: Asker) -> Found:
    """Follows an address as a reader would, where its robots.txt lets programs in."""
    try:
        answer = _Way(by).follow(address)
    except Inside:
        return Found.INSIDE
    except (NoSuchName, ValueError):  # a name nobody has, or no address at all
        return Found.GONE
    except Silent:
        return Found.SILENT
    except _NotForPrograms:
        return Found.SHUT
    if answer.status in _GONE:
        return Found.GONE
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Found.SILENT
    return Found.SHUT if answer.status >= HTTPStatus.BAD_REQUEST else Found.WORKS


@dataclass(frozen=True, slots=True)
class _Way:
    by: Asker

    def follow(self, address: str) -> Answer:
        self._insist_on_a_welcome(address)
        for _ in range(_MOST_TURNS):
            answer = self.by.ask(address)
            if answer.status in _ASK_AGAIN or answer.status == HTTPStatus.NOT_IMPLEMENTED:
                answer = self.by.ask(address, method="GET")
            if not (answer.leads_to and 300 <= answer.status < 400):
                return answer
            onward = urljoin(address, answer.leads_to)
            if urlsplit(onward).netloc != urlsplit(address).netloc:
                self._insist_on_a_welcome(onward)
            address = onward
        raise Silent("it leads in a circle")

    def _insist_on_a_welcome(self, address: str) -> None:
        """A robots.txt that is not there says yes, one that cannot be read says no."""
        place = urljoin(address, "/robots.txt")
        for _ in range(_MOST_TURNS):
            said = self.by.ask(place, method="GET", most=_ROBOTS_BYTES)
            if not (said.leads_to and 300 <= said.status < 400):
                break
            place = urljoin(place, said.leads_to)
        if said.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Silent("its robots.txt cannot be read")
        if said.status != HTTPStatus.OK:
            return
        rules = RobotFileParser()
        rules.parse(said.words.decode("utf-8", "replace").splitlines())
        if not rules.can_fetch(ASKER, address):
            raise _NotForPrograms

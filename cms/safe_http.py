"""One question to one address of the open internet, and never to anything inside this house.

The name is looked up once and the line goes to the place that was looked at: a name that leads to
the inside, or that changes its mind in between, is not followed. Nothing is sent along but who asks.
"""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv6Network, ip_address
from time import monotonic
from urllib.parse import quote, urlsplit

PORTS = {"http": 80, "https": 443}
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
PATIENCE = 4.0  # seconds for one step of one question
# Addresses of the newer kind that carry one of the older: what they lead to cannot be seen here.
_CARRIERS = tuple(map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


class Inside(Exception):
    """The address does not lead to the open internet."""


class NoSuchName(Exception):
    """Nothing has this name."""


class Silent(Exception):
    """Nothing answered, or not in time, or not as the web does."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, where it leads on, and the first bytes if they were asked for."""

    status: int
    leads_to: str
    words: bytes


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the open internet."""
    found = ip_address(address.partition("%")[0])
    if found.version == 6 and (found.ipv4_mapped or any(found in net for net in _CARRIERS)):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks as `name` until `until` (of the monotonic clock). The last two say what is outside:
    tests have a street of their own."""

    name: str
    until: float
    is_outside: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset(PORTS.values())

    def ask(self, address: str, *, method: str = "HEAD", most: int = 0) -> Answer:
        """One request, no redirect followed. Raises Inside, NoSuchName or Silent."""
        scheme, host, port, path = self._parts(address)
        where = self._looked_up(host, port)
        lines: list[socket.socket] = []
        cut = threading.Timer(self._left(whole=True), _hang_up, [lines])
        cut.daemon = True
        cut.start()
        try:
            lines.append(socket.create_connection((where, port), timeout=self._left()))
            if scheme == "https":
                safe = ssl.create_default_context().wrap_socket(
                    lines[0], server_hostname=host, do_handshake_on_connect=False
                )
                lines.append(safe)
                safe.do_handshake()
            asking = HTTPConnection(host, port)
            asking.sock = lines[-1]
            named = host if port == PORTS[scheme] else f"{host}:{port}"
            asking.request(method, path, headers=self._headers(named))
            said = asking.getresponse()
            words = said.read(most) if most else b""
            return Answer(said.status, said.getheader("Location") or "", words)
        except (OSError, HTTPException, ValueError) as error:
            raise Silent(type(error).__name__) from error
        finally:
            cut.cancel()
            for line in lines:
                line.close()

    def _headers(self, host: str) -> dict[str, str]:
        return {"Host": host, "User-Agent": self.name, "Accept": "*/*", "Connection": "close"}

    def _parts(self, address: str) -> tuple[str, str, int, str]:
        try:
            parts = urlsplit(address)
            scheme, host = parts.scheme.lower(), (parts.hostname or "").encode("idna").decode()
            port = parts.port or PORTS.get(scheme, 0)
        except (ValueError, UnicodeError) as error:
            raise NoSuchName(address) from error
        if scheme not in PORTS or not host or "@" in parts.netloc or port not in self.ports:
            raise Inside(address)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        more = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        return scheme, host, port, f"{path}?{more}" if more else path

    def _looked_up(self, host: str, port: int) -> str:
        """A numeric address of the name. Every one of them has to be outside: one door inside among
        them would be enough for a trap."""
        found: list[str] = []
        trouble: list[socket.gaierror] = []

        def look() -> None:
            try:
                rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                found.extend(str(row[4][0]) for row in rows)
            except socket.gaierror as error:
                trouble.append(error)

        looking = threading.Thread(target=look, daemon=True)  # the system's own patience is long
        looking.start()
        looking.join(self._left())
        if any(one.errno in _NO_SUCH_NAME for one in trouble):
            raise NoSuchName(host)
        if not found:
            raise Silent(host)
        if not all(map(self.is_outside, found)):
            raise Inside(host)
        return found[0]

    def _left(self, *, whole: bool = False) -> float:
        left = self.until - monotonic()
        if left <= 0:
            raise Silent("no time left")
        return left if whole else min(left, PATIENCE)


def _hang_up(lines: list[socket.socket]) -> None:
    """Whoever sends a byte now and then is never late for one step: all of it ends in time."""
    for line in lines:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

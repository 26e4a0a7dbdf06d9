"""The key a page prints and its socket repeats: proof that both belong to one session.

A socket is opened by cookie alone, from any page of any site that guesses the address; the key
cannot be read from there. It is bound to the session and worth nothing without its cookie.
"""

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

_SALT = "kindred.realtime.key"


def socket_key(request: HttpRequest) -> str:
    """What the page of this request prints for its socket. Empty where nobody is signed in."""
    return key_of(request.session.session_key or "")


def key_of(session_key: str) -> str:
    if not session_key:
        return ""
    return salted_hmac(_SALT, session_key, algorithm="sha256").hexdigest()


def is_key(key: str, *, session_key: str) -> bool:
    """Whether a page of this session printed this key."""
    return bool(session_key) and constant_time_compare(key, key_of(session_key))

"""Passwords that a stranger would try first, beside those on the list of common ones."""

from itertools import pairwise

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from community.house import queries as house

_FEWEST_SIGNS = 5  # different ones
_LEFT_OVER = 6  # beside the person's name, address and the name of this place


class LongEnough(MinimumLengthValidator):
    """The usual rule, in words of this house."""

    def get_error_message(self) -> str:
        """What to do, not what is wrong."""
        return _("Please make it a little longer: %(length)s letters or more.") % {
            "length": self.min_length
        }


class NotTheFirstGuess:
    """Refuses a name with little beside it, one sign over and over, and keys in a row."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError, in words."""
        folded = _letters(password)
        if len(set(folded)) < _FEWEST_SIGNS or _is_row(folded):
            raise ValidationError(
                _("This is easy to guess. Three or four words in a row work well."), "easy"
            )
        rest = folded
        for name in _names(user):
            rest = rest.replace(name, "")
        if rest != folded and len(rest) < _LEFT_OVER:
            raise ValidationError(
                _("This is mostly a name that others know. Please add some other words."), "name"
            )

    def get_help_text(self) -> str:
        """Nothing: the form's own hint says what works."""
        return ""


def _letters(text: str) -> str:
    return "".join(text.casefold().split())


def _is_row(text: str) -> bool:
    """Whether most signs follow the one before, up or down, as on a keypad."""
    steps = [
        (ord(b) - ord(a)) % 10 if (a + b).isdigit() else ord(b) - ord(a) for a, b in pairwise(text)
    ]
    return sum(step in {0, 1, -1, 9} for step in steps) * 4 >= len(steps) * 3


def _names(user: object) -> list[str]:
    handle = str(getattr(user, "handle", ""))
    local = str(getattr(user, "email", "")).partition("@")[0]
    names = {_letters(name) for name in (handle, local, house.current().name)}
    return sorted((name for name in names if len(name) > 2), key=len, reverse=True)

"""Words that changed while somebody read them: said, and shown again as they are now."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from cms import rules
from community.refusal import Refused


@contextmanager
def said_if_changed(request: HttpRequest) -> Iterator[list[Refused]]:
    """What is yielded is empty afterwards, unless the words had changed. Other refusals go on."""
    found: list[Refused] = []
    try:
        yield found
    except Refused as refused:
        if refused.refusal != rules.CHANGED:
            raise
        found.append(refused)
        messages.warning(request, str(rules.CHANGED.words))

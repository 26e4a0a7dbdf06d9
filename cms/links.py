"""The links of a text. Pure."""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.utils.html import strip_tags

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_FACT = re.compile(r'(\w+)="([^"]*)"')


def links_of(body: Any) -> Iterator[tuple[dict[str, str], str]]:
    """Each link of a text: what its tag says, and the words it stands on."""
    for block in body:
        text = block.value["text"] if block.block_type == "care" else block.value
        if block.block_type in ("care", "text") and text:
            for tag, words in _LINK.findall(text.source):
                yield dict(_FACT.findall(tag)), unescape(strip_tags(words)).strip()
        elif block.block_type == "recording":
            yield {"href": escape(block.value["address"] or "")}, block.value["title"] or ""


def parts_of(address: str) -> SplitResult | None:
    """The address in its parts; None for what is no address."""
    try:
        return urlsplit(address)
    except ValueError:
        return None

"""What we say ourselves: pages, mails, sentences in code and the words of the demo."""

import ast
import html
import re
from pathlib import Path

from community.language.linter import check
from community.language.terms import Severity

ROOT = Path(__file__).parents[2]
PACKAGES = ("community", "groups", "mentoring", "cms", "realtime")
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
TAG = re.compile(r"\{#.*?#\}|\{% comment .*?endcomment %\}", re.DOTALL)
TRANSLATED = re.compile(r"""\{%-? translate (?:"([^"]*)"|'([^']*)')""")
MARKUP = re.compile(r"\{%.*?%\}|<[^>]*>|\{\{.*?\}\}", re.DOTALL)

# (file, term): why a word stays that has a better one. Nothing has needed a reason so far.
KEPT = {}


def files(*patterns):
    for package in PACKAGES:
        for pattern in patterns:
            yield from sorted((ROOT / package).rglob(pattern))


def said_in_code():
    """(file, words) of every string that is shown to people."""
    for path in files("*.py"):
        inside = path.relative_to(ROOT).as_posix()
        demo = inside.startswith("community/demo/")
        if "/migrations/" in inside:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if demo and isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield inside, html.unescape(MARKUP.sub(" ", node.value))
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT:
                for one in node.args:
                    if isinstance(one, ast.Constant) and isinstance(one.value, str):
                        yield inside, one.value


def said_in_templates():
    for path in files("*.html", "*.txt"):
        text = TAG.sub("", path.read_text(encoding="utf-8"))
        for found in TRANSLATED.finditer(text):
            yield path.relative_to(ROOT).as_posix(), found[1] or found[2] or ""
        yield path.relative_to(ROOT).as_posix(), html.unescape(MARKUP.sub(" ", text))


def findings(severities):
    said = [*said_in_code(), *said_in_templates()]
    assert len(said) > 2500  # so that silence means that something was read
    return sorted(
        {
            (file, finding.term, words[finding.start : finding.end])
            for file, words in said
            for finding in check(words)
            if finding.severity in severities and (file, finding.term) not in KEPT
        }
    )


def test_no_word_of_ours_hurts():
    assert findings({Severity.MUST, Severity.SHOULD}) == []

"""What the accessibility checker says about a page, as short lines that a test can compare."""

from axe_playwright_python.sync_playwright import Axe

# Checked by tests of our own, or by hand, with the reason why the checker cannot tell.
REVIEWED = {
    # The arrow of a list box is drawn with a gradient; tests/face/test_tokens.py has the colours.
    ("color-contrast", "select"),
    # Words in a graph: the checker sees no ground under them. They are ink-soft on the page's own
    # ground, which tests/face/test_tokens.py holds to 7:1.
    ("color-contrast", "text"),
    # My rooms that are scrolled out of sight, and the strip that stays on top while words pass
    # below it: the checker cannot see what lies there. Both wear the tokens' colours.
    ("color-contrast", 'a href="/rooms/'),
    ("color-contrast", 'p id="strip-now"'),
    ("color-contrast", "span>On until"),
}
# What passed is not written down: that takes longer than looking.
TOLD = {"resultTypes": ["violations", "incomplete"]}
COLOURS = {**TOLD, "runOnly": {"type": "rule", "values": ["color-contrast"]}}


def findings_in_every_light(page):
    """The same by day, and after it in dark colours: there the page is the same but for them."""
    by_day = findings(page)
    page.emulate_media(color_scheme="dark")
    return by_day + findings(page, told=COLOURS)


def findings(page, *, told=TOLD):
    """Violations and incompletes that nobody has looked at yet, one line each."""
    response = Axe().run(page, options=told).response
    lines = [
        f"{kind}: {rule['id']}: {node['html'][:120]}"
        for kind in ("violations", "incomplete")
        for rule in response[kind]
        for node in rule["nodes"]
        if not _reviewed(rule, node)
    ]
    return sorted(lines)


def _reviewed(rule, node):
    return any(rule["id"] == id and node["html"].startswith(f"<{tag}") for id, tag in REVIEWED)

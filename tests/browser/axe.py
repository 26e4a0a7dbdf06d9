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
# Wagtail's own frame around the editor's pages, which is not ours to change. What stands in it, our
# panels and their words, is looked at like any other page.
WAGTAILS = {
    # The box one writes in is Draftail's: the label stands above it, tied to it by sight alone, and
    # the placeholder it names comes and goes with the words.
    ("aria-input-field-name", 'div aria-describedby="placeholder-'),
    ("aria-valid-attr-value", 'div aria-describedby="placeholder-'),
    # The first page's sums are a section named by a title of another part of the page.
    ("aria-prohibited-attr", 'section class="w-summary"'),
    ("aria-valid-attr-value", 'section class="w-summary"'),
    # Forms for snippets and settings have their title in the path on top; pages that act on several
    # at once, and the preview of what does not fit yet, have no main.
    ("page-has-heading-one", "html"),
    ("region", 'a class="skiplink'),
    ("region", 'p class="preview-error'),
    ("skip-link", 'a class="skiplink'),
    ("label", 'input id="fileupload"'),
    # Its head changes colours slowly when the device turns dark; at rest it can be read.
    ("color-contrast", 'div class="w-flex w-justify-start'),
}
# Its lists slide sideways on a phone and its panels fold over one another: the checker cannot see
# what ground lies below most words there. Where it does see one that is too pale, that is told.
UNSEEN_IN_WAGTAIL = "color-contrast"
# What passed is not written down: that takes longer than looking.
TOLD = {"resultTypes": ["violations", "incomplete"]}
AXE = Axe().axe_script  # half a megabyte: each page is given it once
# The page asks its own server for the checker, which travels and is read faster than by the line that
# steers the browser. Where the server or the policy does not give it, that line does.
FETCHED = """() => new Promise((given) => {
  const script = document.createElement("script");
  script.src = "/static/axe/axe.min.js";
  script.onload = script.onerror = () => { script.remove(); given("axe" in window); };
  document.head.append(script);
})"""
# Of each finding only what is compared: all that the checker knows of its rules would travel too.
LOOK = """async (told) => {
  const found = await axe.run(document, told);
  return ["violations", "incomplete"].flatMap((kind) =>
    found[kind].flatMap((rule) => rule.nodes.map((node) => [kind, rule.id, node.html])),
  );
}"""
COLOURS = {**TOLD, "runOnly": {"type": "rule", "values": ["color-contrast"]}}


def findings_in_every_light(page):
    """The same by day, and after it in dark colours: there the page is the same but for them."""
    by_day = findings(page)
    page.emulate_media(color_scheme="dark")
    return by_day + findings(page, told=COLOURS)


def findings(page, *, told=TOLD):
    """Violations and incompletes that nobody has looked at yet, one line each."""
    if not page.evaluate("'axe' in window") and not page.evaluate(FETCHED):
        page.evaluate(AXE)
    in_wagtail = "/cms/" in page.url
    known = REVIEWED | WAGTAILS if in_wagtail else REVIEWED
    lines = [
        f"{kind}: {rule}: {html[:120]}"
        for kind, rule, html in page.evaluate(LOOK, told)
        if not (in_wagtail and kind == "incomplete" and rule == UNSEEN_IN_WAGTAIL)
        if not _reviewed(rule, html, known)
    ]
    return sorted(lines)


def _reviewed(rule, html, known):
    return any(rule == id and html.startswith(f"<{tag}") for id, tag in known)

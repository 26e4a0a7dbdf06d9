"""Shift alone three times, told apart from everything else that people do with Shift."""

import pytest

# (what it is, what happens as (ms, event), whether the page is left)
# An event: "down Key", "up Key" with flags after it: shift, ctrl, alt, meta, repeat, composing.


def taps(*times, held=80):
    """Shift down and up at each of the times."""
    events = []
    for at in times:
        events += [(at, "down Shift shift"), (at + held, "up Shift")]
    return events


def capital(at, letter="A"):
    """Shift held for one letter."""
    return [
        (at, "down Shift shift"),
        (at + 40, f"down {letter} shift"),
        (at + 90, f"up {letter} shift"),
        (at + 120, "up Shift"),
    ]


CASES = [
    ("three taps", taps(0, 400, 800), True),
    ("three slow taps within five seconds", taps(0, 2300, 4600), True),
    ("three taps after a capital", capital(0) + taps(500, 900, 1300), True),
    ("three taps after a click", [(0, "pointer"), *taps(100, 500, 900)], True),
    ("three taps on the key at the other side in turn", taps(0, 300, 600), True),
    ("two taps", taps(0, 400), False),
    ("three taps in more than five seconds", taps(0, 2700, 5400), False),
    ("five taps, which switch sticky keys on", taps(0, 300, 600, 900, 1200), False),
    ("five slow taps", taps(0, 1100, 2200, 3300, 4400), False),
    ("six taps", taps(0, 300, 600, 900, 1200, 1500), False),
    ("eight taps", taps(*range(0, 2400, 300)), False),
    ("three capitals", capital(0) + capital(300) + capital(600), False),
    ("a capital between taps", taps(0, 300) + capital(600) + taps(1000), False),
    ("a small letter between taps", [*taps(0, 300), (500, "down a"), *taps(700)], False),
    (
        "Shift held for three letters",
        [(0, "down Shift shift"), *[(n, "down A shift") for n in (50, 90, 130)], (200, "up Shift")],
        False,
    ),
    (
        "Shift held down and repeated",
        [
            (0, "down Shift shift"),
            *[(500 + 30 * n, "down Shift shift repeat") for n in range(60)],
            (2400, "up Shift"),
        ],
        False,
    ),
    ("three long holds", taps(0, 1000, 2000, held=800), False),
    (
        "Ctrl and Shift, three times",
        [e for at in (0, 300, 600) for e in ((at, "down Shift shift ctrl"), (at + 80, "up Shift"))],
        False,
    ),
    (
        "Alt and Shift, which changes the language of the keys, three times",
        [e for at in (0, 300, 600) for e in ((at, "down Shift shift alt"), (at + 80, "up Shift"))],
        False,
    ),
    (
        "both Shifts together, three times",
        [
            e
            for at in (0, 400, 800)
            for e in (
                (at, "down Shift shift"),
                (at + 20, "down Shift shift"),
                (at + 80, "up Shift shift"),
                (at + 100, "up Shift"),
            )
        ],
        False,
    ),
    (
        "a latched Shift: the state outlives the key, three times",
        [
            e
            for at in (0, 300, 600)
            for e in ((at, "down Shift shift"), (at + 80, "up Shift shift"))
        ],
        False,
    ),
    (
        "a single latched Shift for each of three capitals",
        [
            e
            for at in (0, 400, 800)
            for e in (
                (at, "down Shift shift"),
                (at + 60, "up Shift shift"),
                (at + 200, "down A shift"),
                (at + 260, "up A"),
            )
        ],
        False,
    ),
    (
        "a Shift whose release comes only with the next letter",
        [
            e
            for at in (0, 400, 800)
            for e in ((at, "down Shift shift"), (at + 200, "down A shift"), (at + 210, "up Shift"))
        ],
        False,
    ),
    ("a dead key between taps", [*taps(0, 300), (500, "down Dead"), *taps(700)], False),
    (
        "taps while a word is being composed",
        [
            e
            for at in (0, 300, 600)
            for e in ((at, "down Shift shift composing"), (at + 80, "up Shift"))
        ],
        False,
    ),
    ("a composition that ends between taps", [*taps(0, 300), (500, "composed"), *taps(700)], False),
    (
        "Shift held for a click, three times",
        [
            e
            for at in (0, 400, 800)
            for e in ((at, "down Shift shift"), (at + 40, "pointer"), (at + 120, "up Shift"))
        ],
        False,
    ),
    ("another window between taps", [*taps(0, 300), (500, "blur"), *taps(700)], False),
    (
        "Escape three times",
        [e for at in (0, 300, 600) for e in ((at, "down Escape"), (at + 80, "up Escape"))],
        False,
    ),
]

PLAY = """events => {
  const taps = new window.kindred.ShiftTaps();
  const names = { pointer: "pointerdown", composed: "compositionend", blur: "blur" };
  let goesAt = Infinity;
  for (const [at, said] of events) {
    if (at >= goesAt) return true;
    const [what, key, ...flags] = said.split(" ");
    const heard = taps.see({
      at, key, type: { down: "keydown", up: "keyup" }[what] ?? names[what],
      shiftKey: flags.includes("shift"), ctrlKey: flags.includes("ctrl"),
      altKey: flags.includes("alt"), metaKey: flags.includes("meta"),
      repeat: flags.includes("repeat"), isComposing: flags.includes("composing"),
    });
    if (heard === "cover") goesAt = at + taps.wait;
    if (heard === "uncover") goesAt = Infinity;
  }
  return goesAt < Infinity;
}"""


@pytest.fixture(scope="module")
def keys(chromium):
    """A blank page that knows nothing but the key logic."""
    from community.assets import sources

    page = chromium.new_page()
    text = next(p for p in sources("site.js") if p.name == "shift-taps.js").read_text()
    page.evaluate("text => { window.kindred = {}; new Function(text)(); }", text)
    yield page
    page.close()


@pytest.mark.parametrize(("what", "events", "leaves"), CASES, ids=[case[0] for case in CASES])
def test_only_shift_alone_three_times_leaves(keys, what, events, leaves):
    assert keys.evaluate(PLAY, [[at, said] for at, said in events]) is leaves

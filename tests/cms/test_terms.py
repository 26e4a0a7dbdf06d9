"""Hard words are explained where they stand, once, and nowhere that would be a nuisance."""

from cms.terms import Plain, explained

CBT = Plain("CBT", "A <talking> treatment.")
OCD = Plain("OCD", "Thoughts that come again.")


def _shown(html, *terms):
    return explained(html, terms, glossary="/learn/glossary/")


def test_the_first_place_of_a_word_is_explained():
    assert _shown("<p>CBT, and CBT.</p>", CBT) == (
        '<p><span class="term"><a href="/learn/glossary/#cbt" aria-describedby="term-cbt">CBT</a>'
        '<span class="term-plain" role="tooltip" id="term-cbt">A &lt;talking&gt; treatment.</span>'
        "</span>, and CBT.</p>"
    )


def test_headings_links_quotes_and_care_cards_are_left_alone():
    html = (
        '<h2>CBT</h2><p><a href="/CBT/">CBT</a></p><figure>CBT</figure>'
        '<aside class="care"><p>CBT</p></aside>'
    )

    assert _shown(html, CBT) == html


def test_a_part_of_a_word_is_no_word_and_a_short_form_has_capitals():
    html = "<p>xCBTx and cbt, &amp; more.</p>"

    assert _shown(html, CBT, OCD) == html


def test_without_a_glossary_nothing_changes():
    assert _shown("<p>CBT</p>") == "<p>CBT</p>"

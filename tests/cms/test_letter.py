"""A letter is filled in on its page, also where no script runs, and kept nowhere."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms import letters
from cms.models import LetterPage
from tests.cms.library import public, topic

LETTER = "Dear [name],\n\nI need [a change] & rest. Yours, [name]"


def test_each_blank_is_asked_for_once_and_filled_wherever_it_stands():
    assert letters.blanks_of(LETTER) == ["name", "a change"]
    assert letters.filled(LETTER, {"name": "Lee", "a change": ""}) == [
        ("Dear ", False),
        ("Lee", False),
        (",\n\nI need ", False),
        ("a change", True),
        (" & rest. Yours, ", False),
        ("Lee", False),
    ]


@pytest.mark.django_db
def test_without_scripts_it_comes_back_filled_and_is_kept_nowhere(fay, gil, client, caplog):
    page = public(topic(), by=fay, approved_by=gil, kind=LetterPage, letter=LETTER)
    form = BeautifulSoup(client.get(page.get_url()).content, "html.parser").select_one(
        "noscript form"
    )
    boxes = [box["name"] for box in form.select("input")]
    said = dict(zip(boxes, ["Zora <b>", "later starts"], strict=True))

    answer = client.post(form["action"], said)
    again = client.get(page.get_url()).content.decode()
    elsewhere = client.post(form["action"], said, headers={"sec-fetch-site": "cross-site"})

    letter = BeautifulSoup(answer.content, "html.parser").select_one(".letter")
    assert " ".join(letter.get_text(" ").split()) == (
        "Dear Zora <b>, I need later starts & rest. Yours, Zora <b>"
    )
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Zora" not in again + caplog.text
    assert (elsewhere.status_code, elsewhere["Location"]) == (302, page.get_url())
    assert client.get(reverse("cms:letter", args=[page.get_parent().pk])).status_code == 404

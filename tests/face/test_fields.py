"""Form fields come whole: label, hint, error and box, joined for who cannot see them."""

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.template import Context, Template

from community.templatetags.face import error_prefix


class Example(forms.Form):
    handle = forms.CharField(label="Name", help_text="Not your real one.", max_length=30)
    words = forms.CharField(label="In your words", required=False, widget=forms.Textarea)
    show = forms.ChoiceField(
        label="Who may see it?",
        help_text="You can take it back.",
        widget=forms.RadioSelect,
        choices=[("team", "The team"), ("me", "Only me")],
    )
    agree = forms.BooleanField(label="It is all right")
    cid = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(words, **context):
    text = Template("{% load face %}" + words).render(Context(context))
    return BeautifulSoup(text, "html.parser")


def test_a_field_joins_its_hint_to_its_box():
    page = drawn("{% field form.handle autocomplete='username' %}", form=Example())

    box = page.find("input")
    assert page.find("label")["for"] == box["id"]
    assert page.find(id=box["aria-describedby"]).text == "Not your real one."
    assert (box["autocomplete"], box["class"]) == ("username", ["input"])


def test_a_field_joins_its_error_too():
    page = drawn("{% field form.handle %}", form=Example({}))

    box = page.find("input")
    said = [page.find(id=id).text for id in box["aria-describedby"].split()]
    assert said == ["Not your real one.", "Error: Please fill in: Name"]
    assert box["aria-invalid"] == "true"


def test_what_may_stay_empty_says_so():
    page = drawn("{% field form.words rows=3 %}", form=Example())

    assert page.find("label").text == "In your words (optional)"
    assert page.find("textarea")["rows"] == "3"


def test_one_question_a_page_is_the_heading():
    page = drawn("{% field form.handle as_title='yes' %}", form=Example())

    assert page.find("h1").find("label").text == "Name"


def test_choices_stand_in_a_group_with_its_question():
    page = drawn("{% field form.show %}", form=Example({"show": "me"}))

    group = page.find("fieldset")
    assert group.find("legend").text.strip() == "Who may see it?"
    assert page.find(id=group["aria-describedby"]).text == "You can take it back."
    assert [row["for"] for row in group.find_all("label")] == ["id_show_0", "id_show_1"]
    assert group.find("input", checked=True)["value"] == "me"


def test_a_single_tick_is_never_called_optional():
    page = drawn("{% field form.agree %}", form=Example())

    assert page.find("label").text == "It is all right"
    assert page.find("input")["type"] == "checkbox"


def test_all_fields_come_with_the_hidden_ones():
    page = drawn("{% fields form %}", form=Example())

    names = [box["name"] for box in page.find_all(["input", "textarea"])]
    assert names == ["handle", "words", "show", "show", "agree", "cid"]


def test_the_summary_links_to_each_field_with_its_own_words():
    form = Example({"show": "me"})
    form.add_error(None, "Somebody has this name already.")

    page = drawn("{% error_summary form %}", form=form)

    assert page.find("h2").text == "There is a problem"
    assert [row.text for row in page.find_all("li")] == [
        "Somebody has this name already.",
        "Please fill in: Name",
        "Please tick: It is all right",
    ]
    assert [link["href"] for link in page.find_all("a")] == ["#id_handle", "#id_agree"]


def test_the_summary_leads_to_the_first_choice():
    form = Example({"handle": "x", "agree": "on"})
    grouped = Example({"handle": "x", "agree": "on"})
    grouped.fields["show"].choices = [
        ("Few", [("me", "Only me")]),
        ("Many", [("team", "The team")]),
    ]

    pages = [
        drawn("{% error_summary form %}{% field form.show %}", form=one) for one in (form, grouped)
    ]

    targets = [page.find("a")["href"] for page in pages]
    assert targets == ["#id_show_0", "#id_show_0_0"]
    assert [
        page.select_one(target)["value"] for page, target in zip(pages, targets, strict=True)
    ] == [
        "team",
        "me",
    ]


def test_without_errors_there_is_no_summary():
    assert drawn("{% error_summary form %}", form=Example()).text.strip() == ""


@pytest.mark.parametrize(
    ("context", "prefix"),
    [({}, ""), ({"form": Example()}, ""), ({"form": Example({})}, "Error: "), ({"form": 3}, "")],
)
def test_the_title_begins_with_error_where_there_is_one(context, prefix):
    assert error_prefix(Context(context)) == prefix


def test_words_of_people_never_become_markup():
    page = drawn("{% field form.handle %}", form=Example({"handle": '"><b onclick=x>'}))

    assert page.find("b") is None
    assert page.find("input")["value"] == '"><b onclick=x>'

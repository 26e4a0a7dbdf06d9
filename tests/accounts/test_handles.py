"""What a name may be: refused only for a reason, and the reason is said."""

import re

import pytest

from community.accounts import handles, queries
from community.accounts.models import Person

EMAIL = "marlow.finch82@example.org"


def code(handle, email=""):
    refusal = handles.problem(handle, email=email, site_name="Kindred")
    return refusal.code if refusal else None


@pytest.mark.parametrize(
    "handle",
    [
        "quiet-river", "Zoë", "O'Neill", "still here", "Łukasz", "night.owl", "王小明", "bee_52",
        "sad most days", "Al", "Bo", "Vi", "李", "Я", "유나", "bipolar bear", "broken but here",
    ],
)  # fmt: skip
def test_most_names_can_be_had(handle):
    assert code(handle) is None


@pytest.mark.parametrize(
    "handle",
    [
        "admin", "Admin", "adm1n", "аdmin", "a.d.m.i.n", "administrator", "Mod", "moderator-ana",
        "kindred", "K1ndred", "kindred team", "team", "Staff", "dr ana", "Dr. Ana", "therapist_jo",
        "Nurse Jo", "helper", "crisis line", "official ana", "the-moderators", "sysadmin", "ask a.d.m.i.n",
    ],
)  # fmt: skip
def test_names_that_look_official_are_refused(handle):
    assert code(handle) == "handle_official"


@pytest.mark.parametrize(
    "handle",
    ["kys-ben", "gas.the.jews", "ana-is-a-whore", "RapeYou", "you are stupid", "n1gger hunter"],
)
def test_names_that_attack_are_refused(handle):
    assert code(handle) == "handle_aimed"


def test_pain_hardship_and_names_for_oneself_are_never_refused():
    names = [
        "want-to-die", "killmenow", "tired of living", "schizo-sam", "crip power", "dyke on bike",
        "i am a loser", "fuck depression", "hate mondays", "kill bill", "snigger", "skillmeister",
    ]  # fmt: skip

    assert [name for name in names if code(name) is not None] == []


@pytest.mark.parametrize("handle", ["nobody", "Gone", "here", "every-one", "everyone"])
def test_names_that_would_be_misread_are_refused_for_what_they_are(handle):
    assert code(handle) == "handle_kept_free"
    assert "misread" in handles.KEPT_FREE.words


@pytest.mark.parametrize("handle", ["gone fishing", "here and now", "nobody-else"])
def test_such_words_may_be_part_of_a_name(handle):
    assert code(handle) is None


@pytest.mark.parametrize(
    "handle",
    [
        "steamed milk",
        "modest owl",
        "teamwork bee",
        "adrift",
        "Sad Mind",
        "Glad-Mind",
        "mad mind",
        "Badminton",
    ],
)
def test_names_that_only_hold_such_letters_are_not(handle):
    assert code(handle) is None


@pytest.mark.parametrize(
    "handle", ["marlow.finch82", "marlowfinch", "Marlow Finch 82", "the-marlow-finch-82"]
)
def test_the_local_part_of_the_address_is_refused(handle):
    assert code(handle, EMAIL) == "handle_email"
    assert code(handle) is None


@pytest.mark.parametrize("handle", ["sam", "Sam T", "night-sam", "sam.82"])
def test_a_short_local_part_is_refused_as_a_word(handle):
    assert code(handle, "sam82@lark.example") == "handle_email"


def test_another_name_goes_with_that_address():
    assert code("samovar", "sam@lark.example") is None
    assert code("marlow", EMAIL) is None
    assert code("quiet-river", EMAIL) is None


@pytest.mark.parametrize("handle", ["call 07700900123", "07700 900 123", "ana.example.org"])
def test_ways_to_reach_someone_are_refused(handle):
    assert code(handle) == "handle_contact"


@pytest.mark.parametrize(
    "handle",
    ["", "a", "é", "а", "4", "---", "ana\u202enimda", "a" * 31, "ana@lark", "<b>ana</b>", " ana"],
)
def test_names_that_are_none_are_refused(handle):
    assert code(handle) == "handle_shape"


def test_a_method_of_harm_is_refused():
    assert code("paracetamol overdose") == "handle_method"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Lark", "ana-lark"), ("ana.lark", "ANALARK"), ("ana-1ark", "ana-lark"),
        ("аna-lаrk", "ana-lark"), ("ána lárk", "ana-lark"), ("barn-owl", "bam-owl"),
        ("ＡＮＡ-lark", "ana-lark"), ("vvren", "wren"), ("Iris", "lris"),
    ],
)  # fmt: skip
def test_names_that_look_alike_are_one(one, other):
    assert handles.skeleton(one) == handles.skeleton(other)


def test_what_cannot_be_seen_is_taken_out():
    assert handles.clean("  quiet\u200b  ri\u202ever\n") == "quiet river"


def test_every_name_that_is_offered_can_be_had():
    offered = {f"{q}-{t}" for q in handles.QUALITIES for t in handles.THINGS[:8]}

    assert [handle for handle in offered if code(handle)] == []


def test_offered_names_are_free_and_different(ana):
    offered = queries.free_handles(200)

    assert len({handles.skeleton(handle) for handle in offered}) == 200
    assert all(queries.is_free(handle) for handle in offered)
    assert not queries.is_free("ANA LARK")


def test_when_every_pair_of_words_is_had_a_number_stands_behind(ana, monkeypatch):
    monkeypatch.setattr(handles, "QUALITIES", ("calm",))
    monkeypatch.setattr(handles, "THINGS", ("otter", "heron"))
    Person.objects.filter(pk=ana.pk).update(skeleton=handles.skeleton("calm-otter"))

    offered = queries.free_handles()

    numbered = [handle for handle in offered if handle != "calm-heron"]
    assert (len(set(offered)), len(numbered)) == (3, 2)
    assert all(re.fullmatch(r"calm-(otter|heron)-[1-9]\d\d", handle) for handle in numbered)
    assert all(handles.is_suggestion(handle) and code(handle) is None for handle in offered)
    assert not handles.is_suggestion("calm-otter-")

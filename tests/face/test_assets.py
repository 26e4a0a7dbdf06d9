"""The small files of the face become three, in order, without a build tool."""

import gzip
import re
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.http import HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware

from community import assets


def names(bundle):
    return [path.name for path in assets.sources(bundle)]


def test_colours_come_first_and_layout_after_the_parts():
    found = names("site.css")

    assert found[:2] == ["tokens.css", "base.css"]
    assert found.index("button.css") < found.index("layout.css")


def test_what_a_room_needs_is_read_before_the_room():
    assert "room.js" not in names("room.js")[:-1]


def test_no_file_is_joined_twice():
    for bundle in assets.BUNDLES:
        found = assets.sources(bundle)
        assert len(found) == len(set(found))


def test_scripts_keep_their_names_to_themselves():
    text = assets.joined("site.js")

    assert text.startswith('"use strict";')
    assert text.count("\n{\n") == len(assets.sources("site.js"))


def test_nothing_inside_a_style_depends_on_where_it_lies():
    assert "url(" not in assets.joined("site.css")


def test_smaller_css_means_the_same():
    css = "/* why */\n.a > .b,\n.c {\n  color: red;\n  margin: 0 auto;\n}\n"

    assert assets._smaller(css) == ".a > .b,.c{color: red;margin: 0 auto;}"


def test_a_shorter_script_does_the_same():
    script = "// why\nif (a) {\n  // because\n  b = `${c}//d`; // here\n}\n"

    assert assets._shorter(script) == "if (a) {\nb = `${c}//d`; // here\n}"


def test_no_text_of_a_script_runs_over_a_line():
    """Only then are lines of comment and indentation nothing but that."""
    lines = [
        (path.name, line)
        for bundle in assets.BUNDLES
        if bundle.endswith(".js")
        for path in assets.sources(bundle)
        for line in path.read_text().splitlines()
        if not line.lstrip().startswith("//")
    ]

    assert [one for one in lines if one[1].count("`") % 2 or one[1].endswith("\\")] == []


def test_a_changed_source_is_joined_again(settings, tmp_path):
    settings.BASE_DIR, settings.DATA_DIR = tmp_path, tmp_path / "data"
    part = tmp_path / "community/static/js/one.js"
    part.parent.mkdir(parents=True)
    part.write_text("const a = 1;")
    finder = assets.JoinedFinder()
    assert "const a = 1;" in Path(finder.find("site.js")).read_text()

    part.write_text("const a = 2;")

    assert "const a = 2;" in Path(finder.find("site.js")).read_text()


def test_other_names_are_left_to_other_finders():
    assert assets.JoinedFinder().find("img/icon.svg") == []
    assert finders.find("img/icon.svg")


def test_collected_files_carry_a_fingerprint_and_are_kept_for_ever(settings, tmp_path, rf):
    settings.STATIC_ROOT = tmp_path
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = False
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "community.collected.PressedOnce"},
    }
    call_command(
        "collectstatic", interactive=False, stdout=StringIO(), ignore_patterns=["wagtail*", "img"]
    )
    server = WhiteNoiseMiddleware(lambda request: HttpResponse(status=404))

    def kept(name):
        return "immutable" in server(rf.get(f"/static/{name}")).get("Cache-Control", "")

    for bundle in assets.BUNDLES:
        stem, ending = bundle.split(".")
        [marked] = [path.name for path in tmp_path.glob(f"{stem}.*.{ending}")]
        assert re.fullmatch(rf"{stem}\.[0-9a-f]{{12}}\.{ending}", marked)
        assert kept(marked)
        assert not kept(bundle)


@pytest.mark.django_db
def test_a_signed_in_page_is_kept_by_nobody(client, ana):
    client.force_login(ana)

    assert client.get("/leave/how/")["Cache-Control"] == "no-store, private"


def test_every_page_carries_little():
    size = {b: len(gzip.compress(assets.joined(b).encode())) for b in ("site.css", "site.js")}

    assert sum(size.values()) <= 25_000, size

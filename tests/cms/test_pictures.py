"""Pictures bring nothing along but what is seen, by each way in which they come."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form, get_image_multi_form
from wagtail.models import Collection

from cms.pictures import drawn_anew
from tests.cms.library import topic

SECRET = "Mill Lane 3"


def _picture(kind="JPEG", size=(60, 30), **how):
    made = BytesIO()
    Image.new("RGB", size, "teal").save(made, kind, **how)
    return made.getvalue()


def _with_a_place():
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = SECRET, 6  # a description; turned by a quarter
    return _picture(exif=exif.tobytes(), comment=SECRET.encode())


def test_a_picture_is_drawn_anew_the_right_way_up():
    loaded = _with_a_place()

    clean = drawn_anew(BytesIO(loaded)).read()

    assert SECRET.encode() in loaded
    assert SECRET.encode() not in clean
    with Image.open(BytesIO(clean)) as seen:
        assert (seen.format, seen.size, dict(seen.getexif())) == ("JPEG", (30, 60), {})
    with Image.open(drawn_anew(BytesIO(_picture("PNG", (5000, 50))))) as seen:
        assert seen.size == (4000, 40)


def _form(name, content, kind):
    file = SimpleUploadedFile(name, content, content_type=kind)
    root = Collection.get_first_root_node()
    return get_image_form(get_image_model())(
        {"title": "A bench", "collection": root.pk}, {"file": file}
    )


@pytest.mark.django_db
def test_by_each_way_a_picture_comes_in_without_what_it_brought(settings, tmp_path, fay):
    settings.MEDIA_ROOT = tmp_path
    topic()
    form = _form("a.jpg", _with_a_place(), "image/jpeg")
    kept = form.save(commit=False) if form.is_valid() else pytest.fail(str(form.errors))
    kept.save()

    late = get_image_model()(title="Late")  # laid down before its words were right
    late.file.save("b.jpg", ContentFile(_with_a_place()), save=False)
    late._set_image_file_metadata()
    root = Collection.get_first_root_node()
    more = get_image_multi_form(get_image_model())(
        {"title": "B", "collection": root.pk}, instance=late
    )
    assert more.is_valid(), more.errors
    more.save()

    files = [path.read_bytes() for path in (tmp_path / "original_images").iterdir()]
    assert len(files) == 2
    assert not any(SECRET.encode() in file for file in files)
    assert [(one.width, one.height) for one in (kept, late)] == [(30, 60)] * 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/svg+xml"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/png"),
        ("a.gif", _picture("GIF"), "image/gif"),
        ("a.png", _picture("PNG", (41, 1000)), "image/png"),
    ],
)
def test_what_runs_script_or_is_too_large_is_no_picture(name, content, kind, settings):
    assert settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS == 40_000_000
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS //= 1000
    topic()

    assert "file" in _form(name, content, kind).errors

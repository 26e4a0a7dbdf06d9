"""Pictures as they are kept: drawn anew from what is seen, so that nothing else comes along. A camera
writes into a file where it stood; a file may hold what is no picture."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

KINDS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}  # no SVG: it can run script
_HOW: dict[str, dict[str, Any]] = {"JPEG": {"quality": 88}, "WEBP": {"quality": 88}}
_LONGEST = 4000  # pixels; more is never shown


def drawn_anew(file: Any) -> ContentFile[bytes]:
    """The first picture of the file, the right way up, in its own kind, without anything else. Raises
    OSError or ValueError for what is no such picture."""
    file.seek(0)
    with Image.open(file, formats=list(KINDS)) as opened:
        kind = opened.format or ""
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((_LONGEST, _LONGEST))
        seen = upright.convert(_colours(upright, kind))
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    made = BytesIO()
    bare.save(made, format=kind, **_HOW.get(kind, {"optimize": True}))
    return ContentFile(made.getvalue())


def _colours(picture: Image.Image, kind: str) -> str:
    sees_through = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    return "RGBA" if sees_through and kind != "JPEG" else "RGB"

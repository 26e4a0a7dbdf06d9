"""The editor's form of a picture: whatever comes in is drawn anew before it is kept."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from cms.pictures import drawn_anew


class PictureForm(BaseImageForm):
    """By each way in which a picture is added or replaced."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        return _clean(file) if "file" in self.changed_data else file

    def save(self, commit: bool = True) -> Any:
        """A new picture that came without a file in this form was laid down before its words were
        right: it is drawn anew here."""
        if self.instance.pk is None and "file" not in self.changed_data and self.instance.file:
            laid, name = self.instance.file, self.instance.file.name
            clean = drawn_anew(laid.open())
            laid.close()
            laid.storage.delete(name)
            clean.name = name.rsplit("/", 1)[-1]
            self.instance.file = clean
            self.instance._set_image_file_metadata()
        return super().save(commit=commit)


def _clean(file: Any) -> SimpleUploadedFile:
    try:
        drawn = drawn_anew(file)
    except (OSError, ValueError) as error:
        raise ValidationError(_("This file cannot be read as a picture.")) from error
    return SimpleUploadedFile(file.name, drawn.read(), content_type=file.content_type)

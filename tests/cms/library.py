"""A small library for tests: one topic, articles as drafts or public."""

from io import BytesIO

import PIL.Image
from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.models import Page

from cms import vouched
from cms.actions.laying_out import lay_out_library
from cms.enums import CheckKind
from cms.models import ArticlePage, LibraryHome, PageCheck, TopicPage

TEXT = "<p>Sleep comes back in small steps. Get up at the same time each day.</p>"
READER = "R., who has lived with this"


def topic(title="Sleep"):
    """A public topic. The library was laid out with the tables; to look over all of it again takes
    longer than most tests."""
    front = LibraryHome.objects.first() or lay_out_library()
    made = TopicPage(title=title, intro="Nights that are too long.")
    return front.add_child(instance=made)


def draft(topic, *, by, title="When sleep will not come", text=TEXT, kind=ArticlePage, **more):
    """An article that nobody but the editors has seen, last changed by `by`."""
    page = kind(title=title, summary="What helps many people.", live=False, owner=by, **more)
    page.body = [("text", text)]
    topic.add_child(instance=page)
    page.save_revision(user=by)
    return page


def drawing(name):
    """A small picture in the library."""
    drawn = BytesIO()
    PIL.Image.new("RGB", (2, 2)).save(drawn, "PNG")
    file = ContentFile(drawn.getvalue(), name=f"{name}.png")
    return get_image_model().objects.create(title=name, file=file)


def checked(page, *, by):
    """Both checks of the newest version: the clinical one by `by`, the other from outside."""
    revision = page.get_latest_revision()
    PageCheck.objects.bulk_create(
        PageCheck(
            page_id=page.pk,
            revision=revision.pk,
            kind=kind,
            digest=vouched.digest(revision),
            **who,
        )
        for kind, who in (
            (CheckKind.CLINICAL, {"by": by.pk}),
            (CheckKind.LIVED, {"outside": READER}),
        )
    )
    return revision


def read(page):
    """What the form beside the newest words of a page says of them."""
    return vouched.digest(Page.objects.get(pk=page.pk).get_latest_revision())


def public(topic, *, by, approved_by, **more):
    """An article that two people stand behind."""
    page = draft(topic, by=by, **more)
    checked(page, by=approved_by).publish(user=approved_by)
    page.refresh_from_db()
    return page

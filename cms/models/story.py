"""A story by somebody who has lived with it: theirs, and public for as long as they say."""

from collections.abc import Iterator
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.models import Revision

from cms import consent
from cms.models.article import ArticlePage, before_it_is_checked
from community.refusal import Refusal

ABOUT = _(
    "A story of everyday life and of what helped: what a day is like, who was there, what is good "
    "now. It can stay unfinished. How somebody was hurt, and names of others, stay out of it."
)


class StoryPage(ArticlePage):
    """Everyday life and recovery, in the author's own words. Public only while the author's yes to
    exactly these words stands."""

    is_told = True

    voice = models.CharField(
        _("how the author is named"),
        max_length=60,
        blank=True,
        help_text=_("Such as “R.” or “a father of two”. Never a full name."),
    )

    content_panels: ClassVar = [
        *ArticlePage.content_panels[:2],
        HelpPanel(ABOUT),
        *ArticlePage.content_panels[2:-1],
        before_it_is_checked(FieldPanel("voice")),
    ]
    parent_page_types: ClassVar = ["cms.TopicPage"]
    template = "cms/pages/story.html"

    class Meta:
        verbose_name = _("story")

    def small_words(self) -> Iterator[str]:
        yield from super().small_words()
        yield self.voice

    def refusal(self, revision: Revision) -> Refusal | None:
        """Asked by every door, besides the two checks."""
        if (refusal := super().refusal(revision)) is not None:
            return refusal
        given = StoryConsent.objects.filter(page=self.pk, given_at__isnull=False, withdrawn_at=None)
        return consent.refusal(revision, given=given.values_list("digest", flat=True))


class StoryConsent(models.Model):
    """What the author of a story said to it: to which words, under which version of the text that
    tells what happens to it. The page's number stays when the page is gone, and nothing here says
    who the author is: whoever holds the link is the author."""

    page = models.BigIntegerField(db_index=True)
    version = models.CharField(max_length=20)
    key = models.CharField(max_length=64, unique=True)  # the hash of the author's link
    digest = models.CharField(max_length=64, blank=True)  # of the words they said yes to
    asked_by = models.BigIntegerField()
    asked_at = models.DateTimeField(default=timezone.now)
    given_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    call_due = models.DateField(null=True)  # not before: it is public for a week first
    called_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(given_at=None, digest="") | (Q(given_at__isnull=False) & ~Q(digest="")),
                name="a_yes_is_to_words_that_were_read",
            ),
            models.CheckConstraint(
                condition=Q(called_at=None) | Q(call_due__isnull=False),
                name="a_call_was_due_before_it_was_made",
            ),
        ]

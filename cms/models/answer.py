"""Questions from readers: answered in private, and for everybody without whose they were."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.enums import Barrier
from cms.models.article import ArticlePage
from community.sealed import SealedTextField


class AnswerPage(ArticlePage):
    """A question many people have, in the editors' words, and its answer."""

    parent_page_types: ClassVar = ["cms.TopicPage"]
    template = "cms/pages/answer.html"

    class Meta:
        verbose_name = _("question and answer")


class ReaderQuestion(models.Model):
    """What one reader asked. Only the asker and who works on the library read it; it goes with the
    asker's account. `published` leads from here to the page for everybody, never back."""

    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="library_questions"
    )
    about = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    barrier = models.CharField(max_length=8, choices=Barrier, blank=True)
    words = SealedTextField()
    asked_at = models.DateTimeField(default=timezone.now)
    due = models.DateField()
    answer = SealedTextField(blank=True)
    answered_by = models.BigIntegerField(null=True)
    answered_at = models.DateTimeField(null=True)
    published = models.ForeignKey(
        AnswerPage, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="an_answer_has_words_a_time_and_a_person",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due"], condition=Q(answered_at=None), name="questions_without_an_answer"
            ),
        ]

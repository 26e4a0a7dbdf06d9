"""The review: submitted by who wrote it, then two checks, neither by who changed it last."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from cms.enums import CheckKind
from cms.rules import may_call_small, may_give

SMALL = "small"


class SecondPersonTask(AbstractGroupApprovalTask):
    """One of the two checks. Who writes pages may see and mend a page meanwhile; the button is
    there only for who may press it."""

    kind = models.CharField(
        _("check"),
        max_length=10,
        choices=CheckKind.choices,
        default=CheckKind.CLINICAL,
        unique=True,
    )

    admin_form_fields: ClassVar = AbstractGroupApprovalTask.admin_form_fields

    class Meta:
        verbose_name = _("check")
        verbose_name_plural = _("checks")

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """A check that stands already is not asked for again. Where something else is in the way, the
        page waits here for that."""
        from cms.actions import checking  # as below

        state: TaskState = super().start(workflow_state, user=user)
        revision = state.revision
        if revision is not None and checking.goes_on(state, revision, CheckKind(self.kind)):
            state.approve(user=user, update=False)
        return state

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return False  # a mended comma never waits for a check to end

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        revision = obj.get_latest_revision()
        actions = super().get_actions(obj, user)
        if revision is None or self._refusal(revision, user) is not None:
            actions = [action for action in actions if action[0] != "approve"]
        if revision is not None and actions and may_call_small(user, revision=revision) is None:
            actions.append((SMALL, _("Only a small mend: the checks stand"), False))
        return actions

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        theirs = [
            state.pk
            for state in states.select_related("revision__user")
            if state.revision and self._refusal(state.revision, user) is None
        ]
        return states.filter(pk__in=theirs)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Raises Refused with the rule's words: who mended a comma in the form that approves has
        changed the page last. The comma is kept."""
        # Wagtail asks the task itself to act; the act stands where every other one does.
        from cms.actions import checking

        kind = CheckKind(self.kind)
        revision = task_state.workflow_state.content_object.get_latest_revision()
        if action_name == "approve":
            checking.give_check(revision=revision, kind=kind, by=user)
        if action_name == SMALL:
            checking.call_small(revision=revision, by=user)
            action_name = "approve"
        if action_name == "approve" and not checking.goes_on(task_state, revision, kind):
            return None
        with checking.or_told(revision):
            return super().on_action(task_state, user, action_name, **kwargs)

    def _refusal(self, revision: Any, user: Any) -> Any:
        return may_give(user, revision=revision, kind=CheckKind(self.kind))

    @classmethod
    def get_description(cls) -> Any:
        return _("Somebody who did not change the page last stands behind it")

"""The review: submitted by who wrote it, approved by somebody else."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from cms.rules import may_approve
from community.refusal import insist


class SecondPersonTask(AbstractGroupApprovalTask):
    """Somebody other than the last editor approves. The last editor sees the page and may change
    it again, but not the button."""

    class Meta:
        verbose_name = _("second person")
        verbose_name_plural = _("second persons")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        actions = super().get_actions(obj, user)
        if may_approve(user, last_editor=_last_editor(obj)) is None:
            return actions
        return [action for action in actions if action[0] != "approve"]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        mine = [
            state.pk for state in states if state.revision and state.revision.user_id == user.pk
        ]
        return states.exclude(pk__in=mine)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Raises Refused with the rule's words: who mended a comma in the form that approves has
        changed the page last. The comma is kept."""
        if action_name == "approve":
            page = task_state.workflow_state.content_object
            insist(may_approve(user, last_editor=_last_editor(page)))
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> Any:
        return _("Somebody who did not change the page last approves it")


def _last_editor(page: Any) -> Any:
    revision = page.get_latest_revision()
    return revision.user if revision else page.owner

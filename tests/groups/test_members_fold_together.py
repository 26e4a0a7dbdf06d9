"""Two members who flag the same words in one moment, in real threads."""

import pytest

from community.safety.models import Report
from groups.models import MembersFold, RoomEvent
from tests.groups.flags import at_night_on, flag, members
from tests.safety.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_flags_at_once_fold_once(wall, ana, evenings):
    first, second, third, fourth = members(evenings, "iris-may", "jon-reed", "lea-sand", "max-fern")
    post = at_night_on(wall, ana)
    flag(post, first, second)

    answers = together(lambda: flag(post, third), lambda: flag(post, fourth))

    assert answers == [None, None]
    assert Report.objects.count() == 4
    assert MembersFold.objects.get().flags.count() == 3
    assert RoomEvent.objects.filter(room=wall, kind="fold").count() == 1

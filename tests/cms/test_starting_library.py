"""A house of its own begins with drafts, and nothing is public before two of its people say so."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.models import ArticlePage
from community.demo import library
from community.demo.library_kinds import SEEN

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


def test_in_a_house_of_its_own_everything_waits_for_two_people(fay, ana):
    made = StringIO()

    call_command("starting_library", fay.handle, stdout=made)
    call_command("starting_library", fay.handle, stdout=StringIO())

    waiting = ArticlePage.objects.all()
    kept = [written for written in library.pages() if written.facts.get("only") != "demo"]
    assert made.getvalue().startswith(f"{len(kept)} pages wait for their checks.")
    assert (waiting.count(), waiting.live().count()) == (len(kept), 0)
    assert all(page.current_workflow_task.specific.kind == "clinical" for page in waiting)
    assert not any("Sample text" in page.words for page in waiting)
    seen = {source.value["seen"] for page in waiting for source in page.sources}
    assert seen == {SEEN}  # nobody looked on the day they were loaded
    with pytest.raises(CommandError):
        call_command("starting_library", ana.handle)

"""A small library for tests: one topic, articles as drafts or public."""

from cms.actions import lay_out_library
from cms.models import ArticlePage, TopicPage

TEXT = "<p>Sleep comes back in small steps. Get up at the same time each day.</p>"


def topic(title="Sleep"):
    """A public topic."""
    front = lay_out_library()
    made = TopicPage(title=title, intro="Nights that are too long.")
    return front.add_child(instance=made)


def draft(topic, *, by, title="When sleep will not come", text=TEXT):
    """An article that nobody but the editors has seen, last changed by `by`."""
    page = ArticlePage(title=title, summary="What helps many people.", live=False, owner=by)
    page.body = [("text", text)]
    topic.add_child(instance=page)
    page.save_revision(user=by)
    return page


def public(topic, *, by, approved_by, **more):
    """An article that two people stand behind."""
    page = draft(topic, by=by, **more)
    page.get_latest_revision().publish(user=approved_by)
    page.refresh_from_db()
    return page

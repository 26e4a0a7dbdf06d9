"""What changes in the library changes with its commit in a server of its own, which had kept the pages:
what an author takes back, what becomes public, moves and leaves."""

import pytest

from cms.actions import stories
from cms.models import StoryPage
from tests.cms.library import checked, draft, public, read, topic
from tests.servers import Server

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_change_is_seen_in_a_second_process_at_once(fay, gil):
    shelf, other = topic(), topic("Other nights")
    story = draft(shelf, by=fay, title="The small lamp", kind=StoryPage)
    key = stories.ask_author(page=story, by=fay)
    stories.say_yes(key=key, read=read(story))
    checked(story, by=gil).publish(user=gil)
    places = [story.get_url(), "/learn/", "/learn/find/?words=lamp", "/learn/feed.xml"]
    places.append("/learn/sitemap.xml")
    server = Server().start()

    try:
        before = [server.get(place) for place in places for _ in range(2)]
        stories.take_back(key=key)
        after = [server.get(place) for place in places]  # the first time it is asked again
        seen = [server.get("/learn/sleep/tea/")[0], "Tea" in server.get("/learn/sleep/")[1]]
        tea = public(shelf, by=fay, approved_by=gil, title="Tea")
        seen += [server.get("/learn/sleep/tea/")[0], "Tea" in server.get("/learn/sleep/")[1]]
        tea.move(other, pos="last-child")
        seen += [server.get("/learn/sleep/tea/")[0], "Tea" in server.get("/learn/sleep/")[1]]
        seen += [server.get("/learn/other-nights/tea/")[0]]
        tea.refresh_from_db()
        tea.unpublish()
        seen += [server.get("/learn/other-nights/tea/")[0], "Tea" in server.get("/learn/")[1]]
    finally:
        server.stop()

    assert [status for status, _ in before] == [200] * 10
    assert all("small-lamp" in words or "small lamp" in words for _, words in before)
    assert [status for status, _ in after] == [404, 200, 200, 200, 200]
    assert not any("small lamp" in words for _, words in after)
    assert not any("small-lamp" in words for _, words in after[1:])
    assert seen == [404, False, 200, True, 404, False, 200, 404, False]

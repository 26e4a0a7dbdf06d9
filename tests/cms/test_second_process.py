"""What an author takes back is gone in a server of its own, which had kept the page."""

import pytest

from cms.actions import stories
from cms.models import StoryPage
from tests.cms.library import checked, draft, topic
from tests.servers import Server

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_story_taken_back_is_gone_in_a_second_process_at_once(fay, gil):
    story = draft(topic(), by=fay, title="The small lamp", kind=StoryPage)
    key = stories.ask_author(page=story, by=fay)
    stories.say_yes(key=key)
    checked(story, by=gil).publish(user=gil)
    places = [story.get_url(), "/learn/", "/learn/find/?words=lamp", "/learn/feed.xml"]
    places.append("/learn/sitemap.xml")
    server = Server().start()

    try:
        before = [server.get(place) for place in places for _ in range(2)]
        stories.take_back(key=key)
        after = [server.get(place) for place in places]  # the first time it is asked again
    finally:
        server.stop()

    assert [status for status, _ in before] == [200] * 10
    assert all("small-lamp" in words or "small lamp" in words for _, words in before)
    assert [status for status, _ in after] == [404, 200, 200, 200, 200]
    assert not any("small lamp" in words for _, words in after)
    assert not any("small-lamp" in words for _, words in after[1:])

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Each kind: what may be read over a shoulder, and what one's own pages say.
_SENTENCES = {
    "page_to_check": (
        _("Something waits for you to look at it."),
        _("A page of the library waits for your check."),
    ),
    "page_public": (
        _("Something you handed on has an answer."),
        _("A page you wrote is public now."),
    ),
    "page_held": (
        _("Something waits for you to look at it."),
        _("A page you wrote is checked, and something still keeps it from the public."),
    ),
    "page_noted": (
        _("Something waits for you to look at it."),
        _("Somebody wrote a note beside a page of the library."),
    ),
    "page_sent_back": (
        _("Something you handed on has an answer."),
        _("A page you wrote came back with a note."),
    ),
    "story_withdrawn": (
        _("Something here has changed."),
        _("The author of a story took it back. It is gone."),
    ),
    "question_answered": (
        _("You have an answer."),
        _("The library has answered you."),
    ),
    "reader_asks": (
        _("Something waits for you to look at it."),
        _("A reader asked the library a question."),
    ),
    "reader_waits": (
        _("Something waits for you to look at it."),
        _("A question to the library waits for its answer; the promised day has come."),
    ),
    "page_due": (
        _("Something waits for you to look at it."),
        _("A page of yours in the library is due to be looked at again."),
    ),
    "page_leaves_lists": (
        _("Something waits for you to look at it."),
        _("A page of yours leaves the library's lists soon, unless somebody looks at it."),
    ),
}


class CmsConfig(AppConfig):
    name = "cms"

    def ready(self) -> None:
        from cms import desk_words, personal_data, receivers
        from cms.actions import freshness, on_time, outside, questions, searching
        from community import ticker
        from community.notifications import kinds, topics
        from community.notifications.topics import Topic

        receivers.join(self)
        personal_data.join()
        desk_words.join()
        ticker.register("library reviews", every=timedelta(hours=6), run=freshness.remind)
        ticker.register("days of pages", every=timedelta(minutes=2), run=on_time.keep_the_days)
        ticker.register("questions due", every=timedelta(days=1), run=questions.remind)
        ticker.register("searches forgotten", every=timedelta(days=1), run=searching.forget)
        ticker.register("addresses gathered", every=timedelta(hours=6), run=outside.gather)
        ticker.register("address tried", every=timedelta(minutes=2), run=outside.try_next)
        topics.put(Topic.WORK, _SENTENCES)
        topics.put(Topic.LIBRARY, ["question_answered"])
        for kind, (sentence, plain) in _SENTENCES.items():
            kinds.register(kind, sentence=sentence, mails=True, plain=plain)

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
    "page_sent_back": (
        _("Something you handed on has an answer."),
        _("A page you wrote came back with a note."),
    ),
}


class CmsConfig(AppConfig):
    name = "cms"

    def ready(self) -> None:
        from cms import personal_data, receivers
        from community.notifications import kinds

        receivers.join(self)
        personal_data.join()
        for kind, (sentence, plain) in _SENTENCES.items():
            kinds.register(kind, sentence=sentence, mails=True, plain=plain)

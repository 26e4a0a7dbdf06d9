"""What our own short measures share: five answers, and the words that say what they are."""

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments.definition import Option

OPTIONS = (
    Option(1, _("Not at all")),
    Option(2, _("A little")),
    Option(3, _("Partly")),
    Option(4, _("Mostly")),
    Option(5, _("Very much")),
)
LABEL = _("Feedback in our own words. It is not a validated scale, and no answer is a result.")

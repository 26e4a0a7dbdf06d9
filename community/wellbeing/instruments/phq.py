"""What the forms of the PHQ and the GAD share: one notice, one stem, four answers."""

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments.definition import Option

LICENCE = "No permission required to reproduce, translate, display or distribute."
NOTICE = (
    "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with "
    "an educational grant from Pfizer Inc. No permission required to reproduce, translate, display "
    "or distribute."
)
STEM = "Over the last 2 weeks, how often have you been bothered by any of the following problems?"
RECALL = _("the last two weeks")
OPTIONS = (
    Option(0, "Not at all", "LA6568-5"),
    Option(1, "Several days", "LA6569-3"),
    Option(2, "More than half the days", "LA6570-1"),
    Option(3, "Nearly every day", "LA6571-9"),
)
ANSWERS_CODE = "LL358-3"

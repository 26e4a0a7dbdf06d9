"""Why a word is better left out: one plain sentence for each reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

WHYS: dict[str, _StrPromise] = {
    "abuse": _("“Abuse” sounds like a crime. It makes people less willing to ask for help."),
    "belittle": _("It makes light of great distress, or judges it."),
    "blame": _("It puts the blame on the person."),
    "crime": _("It sounds like a crime or a sin. It hurts those who grieve."),
    "dirt": _("It says that a person who uses drugs is dirty."),
    "drama": _("Strong words about suicide can harm people who are at risk."),
    "fear": _("It spreads fear. Most people with an illness harm nobody."),
    "figure": _("Suicide is no figure of speech for those who lost somebody."),
    "group": _("It makes one thing out of many different people."),
    "hiding": _("It hides what is meant. A plain word shows more respect."),
    "jargon": _("It is a word of files. Plain words say more."),
    "joke": _("It makes light of something people live with."),
    "justice": _("It makes one thing that somebody did into who they are."),
    "label": _("It makes the whole person into a diagnosis."),
    "old": _("It is an old word that many have been hurt by. There is a newer one."),
    "othering": _("It says that some people are not normal."),
    "prison": _("It sounds like prison. Care is no punishment."),
    "rank": _("It ranks people and hides what they can do or need."),
    "slur": _("It is used to hurt people."),
    "success": _("It makes death sound like a success, or living on like a failure."),
    "taken": _("It makes the whole person into what they take."),
    "vague": _("It says too little. Say what is meant."),
    "victim": _("It sounds helpless. Many people live well with it."),
}
ABOUT_PERSONS = frozenset({"label", "slur", "group", "taken", "justice"})

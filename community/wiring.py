"""Links between features that are strangers to each other. Nothing else may join them."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cms.talk import Place
    from community.accounts.models import Person
    from community.care.choices import Choice
    from community.me_lines import Line
    from community.wellbeing.companions import Companion
    from groups.cards import Card


def join() -> None:
    """Called once, when every app is ready."""
    from cms import talk
    from community import me_lines, ticker, welcome  # models exist only now
    from community.accounts import offers
    from community.accounts.enums import Offer
    from community.care import choices
    from community.demo import shift
    from community.safety import subjects
    from community.wellbeing import companions
    from groups import cards
    from mentoring import cards as card_lines

    ticker.register("demo shift", every=timedelta(seconds=30), run=shift.keep)

    subjects.register(
        "welcome",
        snapshot=welcome.desk_snapshot,
        context=welcome.desk_context,
        area=welcome.desk_area,
        about=welcome.desk_about,
        words=welcome.desk_snapshot,
    )
    cards.register("/learn/", library_cards)
    talk.register(groups_about)
    me_lines.register(26, old_help_lines)
    me_lines.register(27, who_asked_a_person)
    me_lines.register(25, after_a_break)
    card_lines.register(care_card, href="/me/care/card/")
    offers.register(Offer.CARD, is_kept=lambda person: bool(care_card(person)))
    choices.register(choice_at)
    me_lines.register(28, words_to_read)
    _fixed_words()
    companions.register(find=mentors_of, bring=lay_ready, beside=mentees_of)


def library_cards(paths: Collection[str]) -> "dict[str, Card]":
    """Articles of the library, as rooms show a link to them."""
    from django.utils.translation import ngettext

    from cms import queries
    from groups.cards import Card

    found = {}
    for path, page in queries.articles_at(paths).items():
        minutes = page.reading.minutes
        side = ngettext("%(n)s minute to read", "%(n)s minutes to read", minutes)
        found[path] = Card(href=path, title=page.title, side=side % {"n": minutes})
    return found


def groups_about(words: str) -> "list[Place]":
    """Groups that speak of what a page of the library speaks of, the two that fit best."""
    from cms.talk import Place
    from groups.queries.suggest import suggest

    fitting = [one.group for one in suggest(words) if one.words]
    return [Place(group.title, group.get_absolute_url()) for group in fitting[:2]]


def choice_at(page: int) -> "Choice | None":
    """An options sheet of the library, as a sheet to decide with somebody begins from it."""
    from cms.models import OptionsPage
    from community.care.choices import Choice

    found = OptionsPage.objects.live().public().filter(pk=page).first()
    return Choice(page=found.pk, title=found.title, href=str(found.url)) if found else None


def care_card(person: "Person") -> list[tuple[str, str]]:
    """What helps in talking with somebody, as the care team’s page keeps it: its lines that say
    something, each under its name."""
    from community.care.forms.handing import CardForm
    from community.care.models import Card

    kept = Card.objects.filter(person=person).first()
    named = {name: str(field.label) for name, field in CardForm.base_fields.items()}
    lines = ((named[name], getattr(kept, name, "")) for name in named)
    return [(title, said) for title, said in lines if said]


def mentors_of(person: "Person") -> "list[Companion]":
    """Whom somebody talks with as the one who is supported."""
    from django.utils.translation import gettext_lazy as _

    from community.wellbeing.companions import Companion
    from mentoring.queries.pairs import pairs_of

    mine = pairs_of(person).filter(request__person=person)
    found = [(pair.mentor.person, pair.room.get_absolute_url()) for pair in mine]
    return [Companion(one.pk, one.handle, _("my mentor"), at) for one, at in found]


def mentees_of(person: "Person") -> "list[Companion]":
    """Whom somebody supports as their mentor."""
    from django.utils.translation import gettext_lazy as _

    from community.wellbeing.companions import Companion
    from mentoring.queries.pairs import pairs_of

    mine = pairs_of(person).filter(mentor__person=person)
    found = [pair.request.person for pair in mine]
    return [Companion(one.pk, one.handle, _("whom I support")) for one in found]


def lay_ready(*, person: "Person", to: int, words: str) -> str:
    """Words from one's own space, laid into the box of the room for two below what waits there
    already. The room is where they are read once more and sent."""
    from groups.actions.drafts import add_to_draft
    from mentoring.queries.pairs import pairs_of

    room = pairs_of(person).get(request__person=person, mentor__person=to).room
    add_to_draft(room=room, words=words, by=person)
    return room.get_absolute_url()


def after_a_break(person: Any, now: datetime) -> "Line | None":
    """While somebody rests, until when; and for three days after, that nothing was lost, said
    warmly only at an hour that is not hard."""
    from django.utils import timezone
    from django.utils.formats import date_format
    from django.utils.translation import gettext as _

    from community.me_lines import Line
    from community.notifications.resting import GENTLY, rests_until
    from community.safety.warmth import may_be_warm

    until, today = rests_until(person.pk), timezone.localdate(now)
    if until is None or until + GENTLY < today:
        return None
    if until >= today:
        day = date_format(until, "l j F")
        return Line("/me/break/", _("You are on a break until %(day)s") % {"day": day})
    if may_be_warm({person.pk}, now) is not None:
        return Line("/me/rooms/", _("Nothing was lost while you rested"))
    return Line("/me/rooms/", _("Good to see you. Nothing was lost while you rested"))


def who_asked_a_person(person: Any, now: datetime) -> "Line | None":
    """For those who run the place: somebody asked what to do about what stands in their way."""
    from django.urls import reverse
    from django.utils.translation import gettext as _

    from cms import rules
    from cms.queries.ways import asked_about_barriers
    from community.me_lines import Line

    if rules.works_here(person) or rules.may_speak_for_people(person) is not None:
        return None
    if not asked_about_barriers():
        return None
    return Line(reverse("library:barrier-sums"), _("Somebody asked a person here"), is_new=True)


def old_help_lines(person: Any, now: datetime) -> "Line | None":
    """For those who look after the helplines: how many were last checked too long ago."""
    from django.utils.translation import ngettext

    from community.accounts import rules
    from community.accounts.roles import Act
    from community.help.queries import old_checks
    from community.me_lines import Line

    if None not in (rules.may(person, Act.SET_HOUSE), rules.may(person, Act.ADMIT_PEOPLE)):
        return None
    old = old_checks(now=now)
    if not old:
        return None
    words = ngettext(
        "%(n)s helpline was last checked more than 180 days ago",
        "%(n)s helplines were last checked more than 180 days ago",
        old,
    )
    return Line(href="/cms/snippets/help/helpline/", words=words % {"n": old})


def words_to_read(person: Any, now: datetime) -> "Line | None":
    """For those who run the place: fixed words that nobody has read for it as they are, or not for a
    year."""
    from django.urls import reverse
    from django.utils.translation import ngettext

    from community.accounts import rules
    from community.accounts.roles import Act
    from community.me_lines import Line
    from community.safety import fixed_words

    if rules.may(person, Act.SET_HOUSE) is not None:
        return None
    due = len(fixed_words.due())
    if not due:
        return None
    words = ngettext(
        "%(n)s set of fixed words waits to be read by a professional",
        "%(n)s sets of fixed words wait to be read by a professional",
        due,
    )
    return Line(reverse("safety:fixed-words"), words % {"n": due})


def _fixed_words() -> None:
    """Sentences that are the same in every house, by the place where people meet them."""
    from django.utils.translation import gettext_lazy as _

    from community.safety import emergency, practice, situations, starters
    from community.safety.fixed_words import register, said, sentences
    from community.wellbeing.enums import HINTS, Step

    register(
        "help",
        title=_("Help beside heavy words, and while one waits"),
        lines=lambda: sentences(
            "groups/_help_near.html",
            "safety/_worried_help.html",
            "help/kept.html",
            "welcome/_help_first.html",
            "wellbeing/_help.html",
            "mentoring/_help_first.html",
        ),
    )
    register(
        "plan",
        title=_("The six questions of a plan for a hard night"),
        lines=lambda: [line for step in Step for line in said((step.label, HINTS[step]))],
    )
    register(
        "mentors",
        title=_("What a mentor reads on a heavy night"),
        lines=lambda: sentences(
            "mentoring/second.html",
            "mentoring/_who_is_called.html",
            "mentoring/_room_box.html",
            "mentoring/boundaries.html",
        ),
    )
    register("cards", title=_("The five cards of the desk"), lines=situations.lines)
    register(
        "emergency",
        title=_("What comes before emergency services"),
        lines=lambda: said((*emergency.GENTLER.values(), *emergency.SCRIPT)),
    )
    register("letters", title=_("First sentences of a letter"), lines=starters.lines)
    register(
        "deaths",
        title=_("What the team reads when somebody has died"),
        lines=lambda: sentences("safety/deaths.html", "safety/_death.html"),
    )
    register("practice", title=_("The practice room"), lines=practice.lines)

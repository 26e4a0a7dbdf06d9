"""Thanking somebody, and telling the house how it is."""

from collections.abc import Mapping

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community import screening
from community.accounts.models import Person
from community.notifications.actions import notify, notify_warmly
from community.record import write as record
from community.refusal import insist
from community.safety.intake import forget_words
from community.wellbeing import companions, rules, rules_sharing
from community.wellbeing.actions.hearing import hear
from community.wellbeing.enums import About, Takes
from community.wellbeing.heard import FEEDBACK, THANKS
from community.wellbeing.models import Feedback, GoalStep, Noticing, Recognition, Thanks, Theme
from community.wellbeing.models.care import FEEDBACK_LIMIT, THANKS_LIMIT
from community.wellbeing.queries.saying import takes_none, to_notice, whom


@transaction.atomic
def thank(*, name: str, you: str, helped: str, is_open: bool = False, by: Person) -> Thanks:
    """Thanks for one specific thing, to somebody one has met. Raises Refused, in the same words for
    whoever cannot be thanked: nothing is learned about who is here. The words are there at once; at a
    hard hour for either only the notice waits."""
    _insist_on_words(you, helped)
    to = whom(name)
    insist(rules_sharing.may_thank(by, to))
    assert to is not None
    return _give(Thanks(to=to, by=by, you=you, helped=helped, is_open=is_open), kind=THANKS)


@transaction.atomic
def ask_to_notice(*, goal: int, step: int, to: int, by: Person) -> Noticing:
    """A step is done: somebody at one's side is asked, once, to notice it. They read the step and
    its goal, and nothing else. Raises Refused, hidden, also for who takes no such words."""
    done = GoalStep.objects.filter(pk=step, goal=goal, goal__person=by, done_at__isnull=False)
    found = done.select_for_update().first()
    reader = next((one for one in companions.of(by) if one.person == to), None)
    insist(None if found and reader and not takes_none(by) else rules.NOT_HERE)
    asked, is_new = Noticing.objects.get_or_create(step=found, to_id=to)
    if is_new:
        path = reverse("wellbeing:notice", args=[asked.pk])
        notify(person=asked.to, kind="please_notice", path=path)
    return asked


@transaction.atomic
def notice_step(
    *, noticing: int, saw: str, strength: str, is_open: bool = False, by: Person
) -> Thanks:
    """What one saw, and which strength it shows. Raises Refused, hidden where one is not asked or
    not at their side any more."""
    asked = to_notice(by, noticing)
    insist(None if asked else rules.NOT_HERE)
    assert asked is not None
    _insist_on_words(saw, strength)
    _settle(asked)
    to = asked.step.goal.person
    made = Thanks(to=to, by=by, you=saw, helped=strength, is_open=is_open, step=asked.step)
    return _give(made, kind="noticed")


@transaction.atomic
def put_noticing_away(*, noticing: int, by: Person) -> None:
    """Not now. Nobody is told. Raises Refused, hidden for somebody else's."""
    asked = to_notice(by, noticing)
    insist(None if asked else rules.NOT_HERE)
    assert asked is not None
    _settle(asked)


def _settle(asked: Noticing) -> None:
    asked.settled_at = timezone.now()
    asked.save(update_fields=["settled_at"])


def _insist_on_words(*said: str) -> None:
    insist(None if all(words.strip() for words in said) else rules.SAY_SOMETHING)
    for words in said:
        insist(rules.may_say(words, THANKS_LIMIT))
        insist(rules_sharing.HOLDS_CONTACTS if screening.find_contacts(words) else None)


def _give(made: Thanks, *, kind: str) -> Thanks:
    """Keeps it, calls the team where the words need it, and tells whom it is for."""
    made.you, made.helped = made.you.strip(), made.helped.strip()
    made.save()
    assert made.by is not None
    said = f"{made.you}\n{made.helped}"
    hear(said, subject_kind=THANKS, subject_id=made.pk, about=made.by.pk)
    notify_warmly(person=made.to, beside=made.by, kind=kind, path=reverse("wellbeing:thanks"))
    return made


@transaction.atomic
def choose_recognition(*, takes: Takes, notice: str, by: Person) -> None:
    """How somebody would like to be thanked. Raises Refused."""
    insist(rules.may_say(notice, THANKS_LIMIT))
    Recognition.objects.update_or_create(
        person=by, defaults={"takes": takes, "notice": notice.strip()}
    )


@transaction.atomic
def delete_thanks(*, thanks: int, by: Person) -> None:
    """Whoever got it, or whoever wrote it, takes it out, on the desk too."""
    mine = Thanks.objects.filter(pk=thanks)
    gone, _of = (mine.filter(to=by) | mine.filter(by=by)).delete()
    if gone:
        forget_words(THANKS, str(thanks))


@transaction.atomic
def give_feedback(
    *, about: About, taps: Mapping[str, int | None], words: str, by: Person
) -> Feedback:
    """Three taps and words. The team is called where the words sound as if somebody is needed. Raises
    Refused where nothing is said."""
    insist(rules.may_say(words, FEEDBACK_LIMIT))
    given = {name: taps.get(name) for name in Feedback.TAPS}
    if not words.strip() and not any(given.values()):
        insist(rules.SAY_SOMETHING)
    made = Feedback.objects.create(person=by, about=about, words=words.strip(), **given)
    hear(made.words, subject_kind=FEEDBACK, subject_id=made.pk, about=by.pk)
    return made


@transaction.atomic
def take_feedback_back(*, feedback: int, by: Person) -> None:
    """Nothing of it is kept, on the desk neither."""
    gone, _of = Feedback.objects.filter(pk=feedback, person=by).delete()
    if gone:
        forget_words(FEEDBACK, str(feedback))


@transaction.atomic
def say_theme(*, said: str, did: str, feedback: list[int], by: Person) -> Theme:
    """Puts what several people said under one theme, with what became of it. Raises Refused."""
    insist(rules_sharing.may_answer_feedback(by))
    insist(None if said.strip() else rules.SAY_SOMETHING)
    theme, _made = Theme.objects.get_or_create(said=said.strip()[:200])
    theme.did = did.strip()
    theme.answered_at = timezone.now() if theme.did else None
    theme.save()
    Feedback.objects.filter(pk__in=feedback).update(theme=theme)
    record.write(act="answer_feedback", by=by.pk, subject=f"theme:{theme.pk}")
    return theme

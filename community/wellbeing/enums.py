"""The six steps of a plan for a hard night, in their order.

The order (own signs, alone, company, people to ask, services, a safer place) is that of the safety
planning intervention of Stanley and Brown (2012); the words are ours. Whose word stands behind them in
this house is written down at `safety.fixed_words`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Step(models.TextChoices):
    """The name of the field that holds the answer, and the question."""

    SIGNS = "signs", _("How do you notice that it is getting bad?")
    ALONE = "alone", _("What helps you a little when you are by yourself?")
    COMPANY = (
        "company",
        _("Where could you go, or who could you be near, to think of other things?"),
    )
    PEOPLE = "people", _("Who could you tell that it is bad?")
    SERVICES = "services", _("Who could you call whose work it is to help?")
    PLACE = "place", _("How can you make it safer where you are?")


HINTS = {
    Step.SIGNS: _(
        "A thought, a feeling, something you do. For example: I stop answering messages."
    ),
    Step.ALONE: _("Small things count. For example: a warm shower, one song, counting my breath."),
    Step.COMPANY: _("It need not be about how you feel. For example: the café by the station."),
    Step.PEOPLE: _("A first name is enough. For example: my sister, after nine."),
    Step.SERVICES: _("A line, a doctor, a nurse. Lines that are open now stand under Help now."),
    Step.PLACE: _("What could be put out of reach tonight, and who could keep it for you?"),
}


class Measure(models.TextChoices):
    """What can be said of a day: the name of the field, and what it is about."""

    MOOD = "mood", _("Mood")
    ENERGY = "energy", _("Energy")
    SLEEP = "sleep", _("Sleep")
    CONNECTED = "connected", _("How connected I felt")


_LOW_TO_GOOD = (_("very low"), _("low"), _("in between"), _("good"), _("very good"))
MEASURE_WORDS = {
    Measure.MOOD: _LOW_TO_GOOD,
    Measure.ENERGY: (_("none"), _("little"), _("some"), _("much"), _("very much")),
    Measure.SLEEP: (_("very bad"), _("bad"), _("in between"), _("good"), _("very good")),
    Measure.CONNECTED: (
        _("all alone"),
        _("a bit alone"),
        _("in between"),
        _("close"),
        _("very close"),
    ),
}
ENDS = {measure: (words[0], words[-1]) for measure, words in MEASURE_WORDS.items()}


class ConcernState(models.TextChoices):
    """Where something for a wellbeing reviewer stands."""

    OPEN = "open", _("waits for a reviewer")
    TAKEN = "taken", _("a reviewer has it")
    CLOSED = "closed", _("closed")


class Sooner(models.TextChoices):
    """How soon a reviewer looks."""

    SOON = "soon", _("within 30 minutes")
    TODAY = "today", _("within four hours")


class Outcome(models.TextChoices):
    """What became of it, decided by a reviewer. Silence is none of them."""

    SPOKE = "spoke", _("we were in touch, and they have what they need for now")
    OTHERS = "others", _("others look after them now, and I checked that they do")
    EMERGENCY = "emergency", _("emergency help was called, and it arrived")
    NO_NEED = "no_need", _("they told me that it was answered by mistake")


class Area(models.TextChoices):
    """The five areas of looking after oneself."""

    MOVEMENT = "movement", _("Movement")
    CALM = "calm", _("Calm")
    PEOPLE = "people", _("People")
    FOOD = "food", _("Food")
    SLEEP = "sleep", _("Sleep and stress")


class Done(models.TextChoices):
    """What became of a small act; none of these is better than another."""

    DONE = "done", _("Done")
    PARTLY = "partly", _("Partly")
    NOT_TODAY = "not", _("Not today")


class Takes(models.TextChoices):
    """How somebody would like to be thanked."""

    PRIVATE = "private", _("Yes, for me alone to read")
    OPEN = "open", _("Yes, and where others read about me, they may see it too")
    NONE = "none", _("Rather not")


class About(models.TextChoices):
    """What feedback is about."""

    ROOM = "room", _("A room or a meeting")
    PAGE = "page", _("Something I read here")
    MENTOR = "mentor", _("A talk with a mentor")
    PLACE = "place", _("This place as a whole")


class Section(models.TextChoices):
    """The sections of a plan, in their order."""

    MATTERS = "matters", _("What matters to me")
    WELL = "well", _("When I am well")
    DAILY = "daily", _("What I do every day")
    TOOLS = "tools", _("What helps me")
    SETS_OFF = "sets_off", _("What sets me off")
    EARLY = "early", _("Early signs")
    BAD = "bad", _("When it gets bad")
    CRISIS = "crisis", _("In a crisis")
    AFTER = "after", _("Afterwards")
    PEOPLE = "people", _("My people")
    TREATMENT = "treatment", _("What we agreed about treatment, in my words")
    QUESTIONS = "questions", _("Questions for my appointment")


SECTION_HINTS = {
    Section.TREATMENT: _("What, why, until when, and what I would like to change."),
    Section.CRISIS: _("What others should do, and what they should leave."),
    Section.QUESTIONS: _("One a line. They can be printed on one page."),
}
ONLY_ME_AT_FIRST = frozenset({Section.SETS_OFF, Section.CRISIS})


class GoalState(models.TextChoices):
    """Where a goal stands. Stopping is a choice, not a failure."""

    GOING = "going", _("goes on")
    STOPPED = "stopped", _("let go of")
    REACHED = "reached", _("celebrated")


class Review(models.TextChoices):
    """What becomes of a goal after four weeks."""

    KEEP = "keep", _("Keep it as it is")
    CHANGE = "change", _("Change it")
    STOP = "stop", _("Let go of it")
    CELEBRATE = "celebrate", _("Celebrate it")


class IdeaEnd(models.TextChoices):
    """What became of a suggestion."""

    TAKEN = "taken", _("taken")
    CHANGED = "changed", _("taken and changed")
    DECLINED = "declined", _("not taken")


class ForWhom(models.TextChoices):
    """Who may know how an appointment went, answer by answer."""

    ME = "me", _("only me")
    PROVIDER = "provider", _("whoever treats me")
    SERVICE = "service", _("the service, without my name, from five people on")

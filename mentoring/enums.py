"""Words of mentoring, and named sets of states."""

from django.db import models
from django.utils.translation import gettext_lazy as _

PAIR = "pair"  # how the desk names two people who talk


class MentorState(models.TextChoices):
    APPLIED = "applied", _("asked to be a mentor")
    APPROVED = "approved", _("can be asked")
    BREAK = "break", _("takes a break")
    STOPPED = "stopped", _("has stopped")
    DECLINED = "declined", _("not now")  # a coordinator's answer, with words; one may ask again


# May offer themselves (again).
MAY_APPLY = frozenset({MentorState.STOPPED, MentorState.DECLINED})
# Was let in, and says what they bring.
AT_WORK = frozenset({MentorState.APPROVED, MentorState.BREAK})


class RequestState(models.TextChoices):
    """Where a request stands. open: the member chooses. offered: a mentor was asked."""

    OPEN = "open", _("you choose")
    OFFERED = "offered", _("a mentor was asked")
    PAIRED = "paired", _("you have a mentor")
    WITHDRAWN = "withdrawn", _("taken back")


# The person has a request that somebody will act on.
WAITING = frozenset({RequestState.OPEN, RequestState.OFFERED})


class OfferState(models.TextChoices):
    """Passed and expired are never shown to the member as a refusal."""

    WAITING = "waiting", _("waits for an answer")
    ACCEPTED = "accepted", _("said yes")
    PASSED = "passed", _("not free right now")
    EXPIRED = "expired", _("no answer in time")
    WITHDRAWN = "withdrawn", _("taken back")


class Ending(models.TextChoices):
    """How two people stopped, where one of them said. Of a fit that was not right the other never
    reads why, and it is only counted; a good ending is both’s."""

    TIMES = "times", _("our times do not meet")
    HOPES = "hopes", _("we look for different things")
    FEELING = "feeling", _("it does not feel right, and need not be explained")
    GOOD = "good", _("the ending they had planned")


# The neutral reasons of two who do not fit.
NOT_THE_FIT = (Ending.TIMES, Ending.HOPES, Ending.FEELING)


class When(models.TextChoices):
    """Times to talk, by the clock of whoever ticks them. `matching.slots` says which hours."""

    MORNING = "morning", _("weekday mornings")
    NOON = "noon", _("around noon")
    AFTERNOON = "afternoon", _("weekday afternoons")
    EVENING = "evening", _("weekday evenings")
    WEEKEND = "weekend", _("weekends")


class Style(models.TextChoices):
    """How somebody likes to be met, or meets others."""

    LISTEN = "listen", _("mostly listening")
    PRACTICAL = "practical", _("practical, step by step")
    EXAMPLE = "example", _("telling from one’s own life")


class Value(models.TextChoices):
    """What somebody cares about or likes."""

    HUMOUR = "humour", _("humour")
    QUIET = "quiet", _("quiet")
    NATURE = "nature", _("being outside")
    MAKING = "making", _("making things")
    MUSIC = "music", _("music")
    BOOKS = "books", _("books and films")
    FAITH = "faith", _("faith")
    FAIRNESS = "fairness", _("fairness")
    LEARNING = "learning", _("learning")
    ANIMALS = "animals", _("animals")


class Situation(models.TextChoices):
    """How somebody lives now."""

    PARENT = "parent", _("with children")
    CARER = "carer", _("caring for somebody")
    STUDENT = "student", _("at school or studying")
    WORKING = "working", _("in work")
    LOOKING = "looking", _("without work")
    RETIRED = "retired", _("retired")
    OWN = "own", _("living on one’s own")
    MOVED = "moved", _("new in this country")
    LGBTQ = "lgbtq", _("LGBTQ+")
    SHIFTS = "shifts", _("working nights or shifts")


class Aim(models.TextChoices):
    """What somebody would like to get on with, or can help with."""

    ROUTINE = "routine", _("a day with a shape")
    OUT = "out", _("getting out again")
    PEOPLE = "people", _("being with people")
    WORK = "work", _("work or study")
    REST = "rest", _("rest and sleep")
    TALK = "talk", _("talking about it at home")
    CARE = "care", _("getting on with the care one has")
    JOY = "joy", _("doing things one likes")


class Named(models.TextChoices):
    """What doctors called it, in words that are used. It counts only where both of two people ask for
    that, is never shown, and nobody here gives anybody such a name."""

    DEPRESSION = "depression", _("depression")
    BIPOLAR = "bipolar", _("bipolar disorder")
    ANXIETY = "anxiety", _("anxiety or panic")
    OCD = "ocd", _("obsessions or compulsions (OCD)")
    TRAUMA = "trauma", _("post-traumatic stress")
    PSYCHOSIS = "psychosis", _("psychosis or schizophrenia")
    EATING = "eating", _("an eating disorder")
    ADDICTION = "addiction", _("an addiction")
    PERSONALITY = "personality", _("a personality disorder")
    ADHD = "adhd", _("ADHD")
    AUTISM = "autism", _("autism")


class Gender(models.TextChoices):
    """As somebody says it of themself; said by nobody is "", and meets no wish."""

    WOMAN = "woman", _("a woman")
    MAN = "man", _("a man")
    OTHER = "other", _("neither, or both")


class Leaning(models.TextChoices):
    """The coordinator's three plain choices; the weights behind them stand under More."""

    TOGETHER = "together", _("time together matters")
    SITUATION = "situation", _("the same life situation matters")
    WAITING = "waiting", _("who waits longest comes first")


class Competency(models.TextChoices):
    """What a mentor has learned: SAMHSA's twelve groups of peer workers' competencies (2015), in our
    own short words."""

    RELATING = "relating", _("meeting people with care, as equals")
    SUPPORT = "support", _("giving support")
    LIVED = "lived", _("telling from one’s own life, with measure")
    PERSONAL = "personal", _("fitting it to the person")
    PLANS = "plans", _("helping with plans of their own")
    LINKS = "links", _("finding help and places nearby")
    SKILLS = "skills", _("passing on skills for every day")
    CRISIS = "crisis", _("what to do when it gets bad")
    TALKING = "talking", _("listening and talking")
    TEAM = "team", _("working with others")
    RIGHTS = "rights", _("rights, and standing up for them")
    GROWING = "growing", _("looking after oneself and going on learning")


class Step(models.TextChoices):
    """Four ways to be here. Nobody has to take the next, and each can be left."""

    READER = "reader", _("reading")
    GREETER = "greeter", _("greeting")
    CO_HOST = "co_host", _("hosting with somebody")
    MENTOR = "mentor", _("mentoring")


# What one says one would like, and somebody from the team then talks it over.
WISHED = (Step.GREETER, Step.CO_HOST)


class SeenBy(models.TextChoices):
    """Who may read the topics a mentor named. Matching always knows them."""

    EVERYONE = "everyone", _("everyone I am suggested to")
    MINE = "mine", _("only people I said yes to")
    MATCHING = "matching", _("nobody: only matching uses them")


class Language(models.TextChoices):
    """Languages to talk in."""

    EN = "en", _("English")
    CY = "cy", _("Welsh")
    BSL = "bfi", _("British Sign Language")
    PL = "pl", _("Polish")
    RO = "ro", _("Romanian")
    PA = "pa", _("Punjabi")
    UR = "ur", _("Urdu")
    BN = "bn", _("Bengali")
    AR = "ar", _("Arabic")
    SO = "so", _("Somali")
    TR = "tr", _("Turkish")
    PT = "pt", _("Portuguese")
    ES = "es", _("Spanish")
    FR = "fr", _("French")
    DE = "de", _("German")
    UK = "uk", _("Ukrainian")

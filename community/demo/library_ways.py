"""What is going on for readers of the starting library, and what helps against what stands in the way."""

from datetime import UTC, date, datetime, time, timedelta

from cms.actions.searching import monday
from cms.enums import Barrier, Found
from cms.models import BarrierSum, OutsideAddress, SearchedWord, Service, Situation
from cms.models.situation import first_of

# As a reader says it, and the pages that speak to it.
GOING_ON: dict[str, tuple[str, ...]] = {
    "I cannot sleep": ("when-sleep-will-not-come",),
    "I worry all the time": ("when-worry-goes-round", "course-small-steps"),
    "Nothing is any fun": ("getting-through-low-days", "course-small-steps"),
    "I see somebody for the first time": (
        "your-first-appointment",
        "answer-will-they-lock-me-up",
        "being-in-a-group",
    ),
    "I have to decide about treatment": (
        "asking-about-medicines",
        "options-talking-treatments",
        "working-well-with-a-helper",
    ),
    "Others judge me": ("when-others-judge", "story-the-bench"),
    "Work is too much": ("asking-for-help-at-work", "letter-to-an-employer"),
    "I am near somebody who struggles": ("near-someone-who-struggles",),
    "I ask myself if it gets better": ("how-do-i-know-it-gets-better", "a-plan-that-is-yours"),
}
AGAINST: dict[Barrier, tuple[str, ...]] = {
    Barrier.COST: ("options-talking-treatments",),
    Barrier.TRAVEL: ("being-in-a-group",),
    Barrier.LANGUAGE: (),
    Barrier.SEEN: ("when-others-judge", "story-the-bench"),
    Barrier.WORK: ("asking-for-help-at-work", "letter-to-an-employer"),
    Barrier.TRUST: ("working-well-with-a-helper", "being-in-a-group"),
    Barrier.HARM: ("answer-will-they-lock-me-up", "a-plan-that-is-yours"),
}
# The same for the demo's services, by name.
SERVICES_AGAINST: dict[Barrier, tuple[str, ...]] = {
    Barrier.COST: ("Money desk (made up)", "Tuesday circle (made up)"),
    Barrier.LANGUAGE: ("The open door (made up)",),
    Barrier.WORK: ("Tuesday circle (made up)",),
}
# What people had counted in the demo, this month.
COUNTED = {Barrier.COST: 14, Barrier.SEEN: 11, Barrier.TRAVEL: 7, Barrier.WORK: 6, Barrier.HARM: 3}
# Subjects that were looked for in vain, in the demo.
IN_VAIN = {"adhd": 6, "grief": 4, "menopause": 3}
# The web page of a service that is gone, in the demo. Names that end so belong to nobody.
GONE = "https://money-desk.example/"


def lay_out_situations() -> None:
    """Those that are missing."""
    for place, words in enumerate(GOING_ON):
        Situation.objects.get_or_create(words=words, barrier="", defaults={"place": place + 1})


def situations_of(slug: str) -> list[Situation]:
    """What the page of this name is tagged with."""
    words = [one for one, slugs in GOING_ON.items() if slug in slugs]
    keys = [one for one, slugs in AGAINST.items() if slug in slugs]
    rows = Situation.objects.all() if words or keys else ()
    return [row for row in rows if row.words in words or (row.barrier and row.barrier in keys)]


def tag_services() -> None:
    """The demo's services, where nobody has tagged them yet."""
    for key, names in SERVICES_AGAINST.items():
        row = Situation.objects.get(barrier=key)
        for service in Service.objects.filter(name__in=names, situations=None):
            service.situations.add(row)


def count(day: date) -> None:
    """The demo's sums, where there are none."""
    if not SearchedWord.objects.exists():
        SearchedWord.objects.bulk_create(
            SearchedWord(word=word, week=monday(day), times=n) for word, n in IN_VAIN.items()
        )
    if not BarrierSum.objects.exists():
        BarrierSum.objects.bulk_create(
            BarrierSum(barrier=one, month=first_of(day), times=n) for one, n in COUNTED.items()
        )
    at = datetime.combine(day - timedelta(days=3), time(9), tzinfo=UTC)
    tried = {"found": Found.GONE, "tried_at": at, "since": at, "misses": 2}
    OutsideAddress.objects.get_or_create(address=GONE)
    OutsideAddress.objects.filter(address=GONE, found="").update(**tried)


def clear() -> None:
    """Takes out the demo's situations and sums."""
    BarrierSum.objects.all().delete()
    SearchedWord.objects.all().delete()
    OutsideAddress.objects.all().delete()
    Situation.objects.filter(words__in=GOING_ON).delete()

"""What the floors below have to ask about meetings: what notices say, what the desk sees of somebody
who went low, which jobs the ticker runs."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community import ticker
from community.notifications import kinds
from community.safety import subjects
from community.safety.subjects import Context
from groups.actions import arrivals, calling, meetings, visits
from groups.finding import seat_named

# Read over a shoulder they say an hour, and nothing of what or where.
_SENTENCES = {
    "reminder": _("You have something at %(time)s."),
    "meeting_moved": _("Something you have was moved to %(time)s."),
    "meeting_off": _("What you had at %(time)s does not take place."),
    "meeting_news": _("There is news about something you said yes to."),
    "place_free": _("A place is free for you at %(time)s."),
    "nobody_there_yet": _("There is news about what you have at %(time)s."),
    "will_you_host": _("Will you be there at %(time)s? Please say yes or no."),
    "cover_wanted": _("Somebody is needed at %(time)s. Can you help?"),
    "cover_hurries": _("Nobody is there yet for %(time)s. Can you help?"),
    "visit_agreed": _("You have a yes for %(time)s."),
    "visit_off": _("Something you asked for does not take place."),
    "say_hello": _("Somebody could use a hello."),
    "hello_comes": _("Somebody would like to say hello to you."),
}


def join() -> None:
    """Called once, when every app is ready."""
    for kind, sentence in _SENTENCES.items():
        kinds.register(kind, sentence=sentence, mails=kind not in ("say_hello", "hello_comes"))
    subjects.register(
        "going",
        snapshot=lambda id: "",
        context=_context,
        area=lambda id: seat_named(id).room.area,
        about=lambda id: seat_named(id).person_id,
    )
    ticker.register("meetings_laid_out", every=timedelta(hours=1), run=meetings.lay_out_ahead)
    ticker.register("meetings_called", every=timedelta(seconds=20), run=calling.tick)
    ticker.register("visits_ended", every=timedelta(minutes=1), run=visits.end_visits)
    ticker.register("arrivals_told", every=timedelta(seconds=30), run=arrivals.tell_unanswered)
    ticker.register("hellos_looked_after", every=timedelta(seconds=30), run=arrivals.look_again)
    ticker.register("arrivals_forgotten", every=timedelta(hours=1), run=arrivals.forget_old)


def _context(id: str) -> Context:
    room = seat_named(id).room
    return Context(where=room.title, path=room.get_absolute_url())

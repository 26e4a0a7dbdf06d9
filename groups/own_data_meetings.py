"""A person's share of meetings: what they answered, how they came and went, what they host."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.models import Person
from groups.actions.replies import take_replies_back
from groups.models import Arrival, Host, Hosting, MeetingPlan, Reply, SupportGroup, Visit

MODELS = (
    "groups.Reply",
    "groups.Arrival",
    "groups.Host",
    "groups.Hosting",
    "groups.MeetingPlan",
    "groups.MeetingPlan_hosts",
    "groups.Visit",
)


def join() -> None:
    """Registers this share."""
    personal_data.register("meetings", models=MODELS, export=export, erase=erase)


def export(person: Person) -> dict[str, Any]:
    """All of it; how they came and went as long as it is kept."""
    replies = Reply.objects.filter(person=person).select_related("meeting__room__group")
    arrivals = Arrival.objects.filter(person=person).select_related("room")
    hosts = Host.objects.filter(person=person).select_related("group")
    hostings = Hosting.objects.filter(person=person).select_related("meeting__room")
    visits = Visit.objects.filter(person=person).select_related("meeting__room")
    return {
        "answers": [
            {
                "room": reply.meeting.room.title,
                "begins_at": reply.meeting.begins_at.isoformat(),
                "answer": reply.answer,
                "at": reply.at.isoformat(),
            }
            for reply in replies.order_by("pk")
        ],
        "coming_and_going": [
            {
                "room": one.room.title,
                "came": one.came,
                "at": one.at.isoformat(),
                "left": one.left,
                "left_at": one.left_at and one.left_at.isoformat(),
            }
            for one in arrivals.order_by("pk")
        ],
        "hosts_in": [
            {"group": one.group.title, "as": one.kind, "name": one.real_name, "work": one.work}
            for one in hosts.order_by("pk")
        ],
        "hosted": [
            {"room": one.meeting.room.title, "begins_at": one.meeting.begins_at.isoformat()}
            for one in hostings.order_by("pk")
        ],
        "visits": [
            {
                "room": one.meeting.room.title,
                "name": one.real_name,
                "why": one.why,
                "state": one.state,
            }
            for one in visits.order_by("pk")
        ],
    }


@transaction.atomic
def erase(person: Person, keeps_words: bool) -> None:
    """Nothing of it is kept; places that free go to who waits."""
    answered = SupportGroup.objects.filter(rooms__meetings__replies__person=person).distinct()
    for group in answered.order_by("pk"):
        take_replies_back(group=group, person=person, now=timezone.now())
    Reply.objects.filter(person=person).delete()
    Arrival.objects.filter(person=person).delete()
    Host.objects.filter(person=person).delete()
    Hosting.objects.filter(person=person).delete()
    Visit.objects.filter(person=person).delete()
    for plan in MeetingPlan.objects.filter(hosts=person):
        plan.hosts.remove(person)

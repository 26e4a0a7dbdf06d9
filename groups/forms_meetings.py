"""What is filled in about meetings: plans, answers, how somebody comes and goes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from groups import recurrence, rules_meetings, scripts
from groups.actions.meetings import Says
from groups.enums import AfterDrop, HostKind, MembershipState, Repeats
from groups.models import Meeting, Room, SupportGroup
from groups.models.meeting import LONGEST, NOTES_LIMIT, SHORTEST, TOPIC_LIMIT
from groups.queries.hosts import Shown
from groups.queries.meetings import rooms_to_meet_in

APPOINTMENT = _("Appointment")
SCALE = [
    (5, _("5, good")),
    (4, _("4, all right")),
    (3, _("3, in between")),
    (2, _("2, low")),
    (1, _("1, very low")),
]
ONE, LATER = "one", "later"


def _cards(cards: Iterable[scripts.Script]) -> list[tuple[str, Any]]:
    return [
        ("", _("No card")),
        *((card.key, f"{card.title}: {card.suits}") for card in cards),
    ]


class MeetingForm(forms.Form):
    """One meeting: when, how long, what about, who hosts."""

    day = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    clock = forms.TimeField(
        label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    minutes = forms.IntegerField(
        label=_("How many minutes?"), min_value=SHORTEST, max_value=LONGEST, initial=60
    )
    topic = forms.CharField(
        label=_("Topic"),
        help_text=_("Stands above the room. Members read it beforehand."),
        max_length=TOPIC_LIMIT,
        required=False,
    )
    notes = forms.CharField(
        label=_("What it may touch on"),
        help_text=_("So that people can choose. For example: loss, hospital."),
        max_length=NOTES_LIMIT,
        required=False,
    )
    places = forms.IntegerField(
        label=_("How many can come?"),
        help_text=_("Empty: as many as like. Who comes later waits for a place."),
        min_value=1,
        max_value=500,
        required=False,
    )
    hosts = forms.TypedMultipleChoiceField(
        label=_("Who hosts?"),
        help_text=_("They are asked to say yes two days before."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    opening = forms.ChoiceField(label=_("Words to open with"), required=False)
    closing = forms.ChoiceField(label=_("Words to close with"), required=False)

    def __init__(self, *args: Any, hosts: list[Shown], zone: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone or settings.TIME_ZONE
        city = self.zone.rpartition("/")[2].replace("_", " ")
        self.fields["clock"].help_text = _("As clocks in %(city)s show it.") % {"city": city}
        choices = [(host.person, f"{host.name}, {host.role}") for host in hosts]
        self._choose("hosts", choices)
        self._choose("opening", _cards(scripts.OPENINGS))
        self._choose("closing", _cards(scripts.CLOSINGS))

    def _choose(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """A meeting that is on may be described anew, at the hour it has."""
        cleaned = super().clean() or {}
        if "day" in cleaned and "clock" in cleaned and {"day", "clock"} & set(self.changed_data):
            begins = recurrence.moment(cleaned["day"], cleaned["clock"], self.zone)
            refusal = rules_meetings.may_begin(begins, now=timezone.now())
            if refusal is not None:
                self.add_error("day", str(refusal.words))
        return cleaned

    def says(self) -> Says:
        """What was filled in."""
        cleaned = self.cleaned_data
        hosts = Person.objects.filter(pk__in=cleaned["hosts"]).order_by("pk")
        return Says(
            day=cleaned["day"],
            clock=cleaned["clock"],
            minutes=cleaned["minutes"],
            topic=cleaned["topic"],
            notes=cleaned["notes"],
            places=cleaned["places"],
            opening=cleaned["opening"],
            closing=cleaned["closing"],
            hosts=tuple(hosts),
        )


class PlanForm(MeetingForm):
    """One more meeting for a group, or one every so often."""

    room = forms.ModelChoiceField(
        label=_("In which room?"), queryset=Room.objects.none(), empty_label=None
    )
    repeats = forms.ChoiceField(
        label=_("How often?"),
        choices=Repeats.choices,
        initial=Repeats.WEEKLY,
        widget=forms.RadioSelect,
    )
    field_order = ("room", "day", "clock", "minutes", "repeats")

    def __init__(self, *args: Any, group: SupportGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rooms = rooms_to_meet_in(group)
        field = self.fields["room"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset, field.initial = rooms, rooms.first()
        if len(rooms) == 1:
            field.widget = forms.HiddenInput()


class ChangeForm(MeetingForm):
    """A meeting that is there. Of a plan that goes on, the later ones may change with it."""

    scope = forms.ChoiceField(
        label=_("What changes?"),
        choices=[(ONE, _("Only this meeting")), (LATER, _("This one and all later ones"))],
        initial=ONE,
        widget=forms.RadioSelect,
    )
    repeats = forms.ChoiceField(
        label=_("How often are the later ones?"),
        choices=[choice for choice in Repeats.choices if choice[0] != Repeats.ONCE],
        widget=forms.RadioSelect,
        required=False,
    )
    field_order = ("scope", "day", "clock", "minutes", "repeats")

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        here = meeting.begins_at.astimezone(ZoneInfo(meeting.plan.zone))
        initial = {
            "day": here.date(),
            "clock": here.time(),
            "minutes": _minutes(meeting.begins_at, meeting.ends_at),
            "repeats": meeting.plan.repeats,
            "hosts": list(meeting.hostings.values_list("person", flat=True)),
            "scope": ONE,
            **{
                name: getattr(meeting, name)
                for name in ("topic", "notes", "places", "opening", "closing")
            },
        }
        super().__init__(*args, initial=initial, zone=meeting.plan.zone, **kwargs)
        if meeting.plan.repeats == Repeats.ONCE or meeting.plan.ended_at is not None:
            del self.fields["scope"], self.fields["repeats"]

    @property
    def changes_later(self) -> bool:
        """Whether the later ones change too."""
        return self.cleaned_data.get("scope") == LATER

    def how_often(self, meeting: Meeting) -> Repeats:
        """How often the later ones are: as before where nothing was chosen."""
        return Repeats(self.cleaned_data.get("repeats") or meeting.plan.repeats)


def _minutes(begins: datetime, ends: datetime) -> int:
    return int((ends - begins).total_seconds() // 60)


class HostForm(forms.Form):
    """Somebody of the group who hosts without moderating, and as what."""

    handle = forms.CharField(label=_("Their name here"), max_length=30)
    kind = forms.ChoiceField(
        label=_("As what?"),
        choices=[
            (HostKind.PEER, _("from their own life, under the name they have here")),
            (HostKind.STAFF, _("as one of the team")),
            (HostKind.CLINICIAN, _("as a clinician, under their real name, with a host's powers")),
        ],
        initial=HostKind.PEER,
        widget=forms.RadioSelect,
    )
    real_name = forms.CharField(
        label=_("Real name"),
        help_text=_("A clinician needs it. Everybody who comes to the group reads it."),
        max_length=80,
        required=False,
    )
    work = forms.CharField(
        label=_("What they work as"),
        help_text=_("For example: nurse at the day clinic."),
        max_length=80,
        required=False,
    )

    def __init__(self, *args: Any, group: SupportGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group

    def clean_handle(self) -> Person:
        """Nobody is listed: who belongs is not for every planner to read."""
        person = Person.objects.filter(
            handle=self.cleaned_data["handle"].strip(),
            memberships__group=self.group,
            memberships__state=MembershipState.ACTIVE,
        ).first()
        if person is None:
            raise forms.ValidationError(_("Nobody of this name is in the group."))
        return person

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = cleaned.get("real_name") and cleaned.get("work")
        if cleaned.get("kind") == HostKind.CLINICIAN and not named:
            name = "work" if cleaned.get("real_name") else "real_name"
            self.add_error(name, str(rules_meetings.REAL_NAME.words))
        return cleaned


class VisitForm(forms.Form):
    """Somebody who would like to be there once."""

    handle = forms.CharField(label=_("Their name here"), max_length=30)
    real_name = forms.CharField(label=_("Their real name"), max_length=80)
    why = forms.CharField(
        label=_("Who they are, and why they would like to come"),
        help_text=_("The members read exactly this."),
        max_length=160,
    )

    def clean_handle(self) -> Person:
        person = Person.objects.filter(handle=self.cleaned_data["handle"].strip()).first()
        if person is None:
            raise forms.ValidationError(_("There is nobody of this name here."))
        return person


class CalendarForm(forms.Form):
    """What stands in one's own calendar."""

    title = forms.CharField(
        label=_("What your calendar says"),
        help_text=_("Nothing else is in the file: no place, no name, no address."),
        max_length=60,
        initial=APPOINTMENT,
    )
    later = forms.BooleanField(
        label=_("The later ones too, as far as they are planned"), required=False
    )


class ArrivingForm(forms.Form):
    """How somebody comes in."""

    came = forms.TypedChoiceField(
        label=_("How are you arriving?"), choices=SCALE, coerce=int, widget=forms.RadioSelect
    )
    tells_host = forms.BooleanField(
        label=_("If I leave much lower than I came, tell my host, so that they can say hello"),
        required=False,
        initial=True,
    )


class GoingForm(forms.Form):
    """How somebody goes."""

    left = forms.TypedChoiceField(
        label=_("How are you leaving?"), choices=SCALE, coerce=int, widget=forms.RadioSelect
    )


class AfterDropForm(forms.Form):
    """What would help now."""

    choice = forms.ChoiceField(choices=AfterDrop.choices)
    tells_host = forms.BooleanField(required=False)

"""What is filled in about groups: by people who ask to join, and by coordinators."""

from typing import Any

from django import forms
from django.db.models import Field, QuerySet
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.safety.models import Appointment
from groups.actions.running import Description
from groups.actions.shaping import Shape
from groups.enums import Door, Memory, RoomKind
from groups.models import Room, SupportGroup

NOT_NOW = _(
    "Thank you for asking. It does not fit at the moment. You are welcome to ask again later, and "
    "other groups are open to you."
)
_BOX = forms.Textarea(attrs={"rows": 4})


def _limit(name: str) -> int:
    field = SupportGroup._meta.get_field(name)
    assert isinstance(field, Field)
    return field.max_length or 0


class AskForm(forms.Form):
    """A sentence for those who decide who joins."""

    words = forms.CharField(
        label=_("What would you like the team to know?"),
        help_text=_("One sentence is enough. Only the people who look after this group read it."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DescriptionForm(forms.Form):
    """What a group says of itself."""

    title = forms.CharField(label=_("Name of the group"), max_length=_limit("title"))
    description = forms.CharField(
        label=_("What is it for?"),
        help_text=_("Everybody can read this. The first sentence stands in the list of groups."),
        max_length=_limit("description"),
        widget=_BOX,
    )
    agreement = forms.CharField(
        label=_("What people here agree on"),
        help_text=_("A few short lines. Everyone reads them before they come in."),
        max_length=_limit("agreement"),
        widget=_BOX,
    )
    speaks_of = forms.CharField(
        label=_("Words that lead here"),
        help_text=_("One on each line, as people would say it: can't sleep, nights, awake."),
        max_length=_limit("speaks_of"),
        required=False,
        widget=_BOX,
    )
    door = forms.ChoiceField(
        label=_("How do people come in?"), choices=Door.choices, widget=forms.RadioSelect
    )

    @classmethod
    def of(cls, group: SupportGroup) -> "DescriptionForm":
        """The form as the group stands now."""
        return cls(
            initial={
                "title": group.title,
                "description": group.description,
                "agreement": group.agreement,
                "speaks_of": group.speaks_of,
                "door": group.door.value,
            }
        )

    def says(self) -> Description:
        """What was filled in."""
        cleaned = self.cleaned_data
        return Description(
            title=cleaned["title"],
            description=cleaned["description"],
            agreement=cleaned["agreement"],
            speaks_of=cleaned["speaks_of"],
            door=Door(cleaned["door"]),
        )


class RoomForm(forms.Form):
    """One more room for a group: a live one, as its wall is there already."""

    title = forms.CharField(
        label=_("Name of the room"),
        help_text=_("A live room, for meetings. The group has its slow room already."),
        max_length=80,
    )


class ShapeForm(forms.Form):
    """What a coordinator says about one room."""

    title = forms.CharField(label=_("Name of the room"), max_length=80)
    memory = forms.ChoiceField(
        label=_("How long do words live here?"),
        help_text=_(
            "A shorter time counts for all that is there, within minutes. A longer one counts only "
            "for what is said from now on."
        ),
        choices=Memory.choices,
        widget=forms.RadioSelect,
    )
    keep_days = forms.IntegerField(
        label=_("For how many days?"), min_value=1, max_value=3650, required=False
    )
    read_within = forms.IntegerField(
        label=_("Within how many hours does the team read what is written?"),
        help_text=_("Everybody who writes here is told this. Empty: the time of the house."),
        min_value=1,
        max_value=72,
        required=False,
    )

    def __init__(self, *args: Any, room: Room, **kwargs: Any) -> None:
        fields = ("title", "memory", "keep_days", "read_within")
        kwargs.setdefault("initial", {name: getattr(room, name) for name in fields})
        super().__init__(*args, **kwargs)
        if room.kind == RoomKind.SLOW:
            memory = self.fields["memory"]
            assert isinstance(memory, forms.ChoiceField)
            memory.choices = [(v, label) for v, label in Memory.choices if v != Memory.MEETING]
        else:
            del self.fields["read_within"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        says_days = cleaned.get("keep_days") or "keep_days" in self.errors
        if cleaned.get("memory") == Memory.DAYS and not says_days:
            self.add_error("keep_days", _("Please say for how many days."))
        return cleaned

    def shape(self) -> Shape:
        """What was filled in."""
        cleaned = self.cleaned_data
        return Shape(
            title=cleaned["title"],
            memory=Memory(cleaned["memory"]),
            keep_days=cleaned["keep_days"],
            read_within=cleaned.get("read_within"),
        )


class AppointForm(forms.Form):
    """Somebody who holds the role of moderator and does not look after this group yet."""

    person = forms.ModelChoiceField(
        label=_("Who looks after this group?"),
        queryset=Person.objects.none(),
        empty_label=_("Choose a moderator"),
    )

    def __init__(self, *args: Any, group: SupportGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = (
            Person.objects.filter(
                grants__role=Role.MODERATOR, grants__ended_at=None, standing=Standing.ACTIVE
            )
            .exclude(appointments__in=_appointments(group))
            .order_by("handle")
        )


def _appointments(group: SupportGroup) -> QuerySet[Appointment]:
    return Appointment.objects.filter(area=group.area, ended_at=None)


class DeclineForm(forms.Form):
    """The words of a "not now"."""

    words = forms.CharField(
        label=_("What the person will read"),
        help_text=_("Your words, not a form letter. They can ask again."),
        max_length=600,
        initial=NOT_NOW,
        widget=_BOX,
    )

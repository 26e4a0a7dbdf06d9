"""The accounts' own share of a person's data."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import looks, personal_data, queries
from community.accounts.models import Admission, Person

MODELS = (
    "accounts.Person",
    "accounts.Profile",
    "accounts.Tag",
    "accounts.DayTwo",
    "accounts.Grant",
    "accounts.Consent",
    "accounts.Block",
    "accounts.FormerName",
    "accounts.RecoveryCode",
    "accounts.Invitation",
    "accounts.Admission",
    "accounts.Welcome",
    "accounts.Leaving",
    "accounts.Archive",
    "account.EmailAddress",
    "mfa.Authenticator",
    "usersessions.UserSession",
)
STAYS = (
    personal_data.Stays(
        _(
            "The record of who decided what, and when. It holds no words and no names, only numbers "
            "that then lead to nobody. Without it nobody could check the team."
        ),
        of=frozenset({"record.Entry", "house.OpeningPoint"}),
    ),
)


def join() -> None:
    """Registers this share."""
    personal_data.register("account", models=MODELS, export=_export, erase=_erase, stays=STAYS)


def _export(person: Person) -> dict[str, Any]:
    profile = getattr(person, "profile", None)
    welcome = getattr(person, "welcome", None)
    return {
        "name": person.handle,
        "email": person.email,
        "joined_at": person.joined_at.isoformat(),
        "time_zone": person.time_zone,
        "country": person.country,
        "pronouns": profile.pronouns if profile else "",
        "about": profile.about if profile else "",
        "lived_with": [
            {"what": tag.topic, "when": tag.lived, "who_may_read_it": tag.seen_by}
            for tag in person.tags.all()
        ],
        "what_brought_me_here": welcome.words if welcome else "",
        "asked_to_join": list(
            Admission.objects.filter(person=person).values(
                "asked_at", "decided_at", "admitted", "words"
            )
        ),
        "consents": [
            {
                "kind": consent.kind,
                "version": consent.version,
                "given_at": consent.given_at.isoformat(),
                "withdrawn_at": consent.withdrawn_at and consent.withdrawn_at.isoformat(),
            }
            for consent in person.consents.order_by("pk")
        ],
        "roles": [
            {
                "role": grant.role,
                "granted_at": grant.granted_at.isoformat(),
                "ended_at": grant.ended_at and grant.ended_at.isoformat(),
            }
            for grant in person.grants.order_by("pk")
        ],
        "not_now_to": [
            {"offer": one.key, "at": one.declined_at.isoformat()}
            for one in person.declined_offers.order_by("pk")
        ],
        "former_names": [one.name for one in person.former_names.all()],
        "blocked": sorted(name for _number, name in queries.blocks_of(person)),
        "who_looked": [
            {"at": one.at, "who": str(one.who), "what": str(one.what), "why": str(one.why)}
            for one in looks.at(person, now=timezone.now())
        ],
        "signed_in": list(
            UserSession.objects.filter(user=person)
            .order_by("created_at")
            .values("created_at", "last_seen_at", "ip", "user_agent")
        ),
    }


def _erase(person: Person, keeps_words: bool) -> None:
    """Nothing to do before the account itself is deleted: every row here goes with it, and what
    they made for others (invitations, grants) loses their name by the database's own rule."""

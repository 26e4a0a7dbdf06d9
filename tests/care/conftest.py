"""Ines as Hana has checked her, and Ana who brought her."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.care.actions import checking, door
from community.care.enums import How
from community.notifications.models import Notification
from tests.people import laid

NORTHSIDE = {
    "name": "Ines Vidal",
    "profession": "psychologist",
    "organisation": "Northside",
    "how": How.REGISTER,
}


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def still_of(page):
    """The address at which an open page asks whether it may go on."""
    return page.split('data-still="', 1)[1].split('"', 1)[0]


def found(**other):
    return checking.Found(**{**NORTHSIDE, "until": in_days(365), **other})


@laid
def checked(ines, hana):
    """Members can bring Ines."""
    return checking.check(person=ines.pk, found=found(), by=hana)


@laid
def brought(ana, checked):
    """Ana brought Ines, who knows her as "Ana B."."""
    return door.choose(provider=checked.pk, called="Ana B.", by=ana)


@pytest.fixture
def tie(brought):
    """The same, and what was told of it is read and gone."""
    Notification.objects.all().delete()
    return brought

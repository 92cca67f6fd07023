from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.sealed import SealedTextField
from goldenthread.people.models.audience import Audience
from goldenthread.people.models.person import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class Familiarity(models.TextChoices):
    """How familiar somebody is with relational practice."""

    NEW = "new", _("New to it")
    CURIOUS = "curious", _("Curious")
    PRACTISING = "practising", _("Practising")
    TEACHING = "teaching", _("Teaching it")


class Region(models.TextChoices):
    """The nations, and the regions of England."""

    SCOTLAND = "scotland", _("Scotland")
    WALES = "wales", _("Wales")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")
    NORTH_EAST = "north_east", _("North East England")
    NORTH_WEST = "north_west", _("North West England")
    YORKSHIRE = "yorkshire", _("Yorkshire and the Humber")
    EAST_MIDLANDS = "east_midlands", _("East Midlands")
    WEST_MIDLANDS = "west_midlands", _("West Midlands")
    EAST = "east", _("East of England")
    LONDON = "london", _("London")
    SOUTH_EAST = "south_east", _("South East England")
    SOUTH_WEST = "south_west", _("South West England")
    ELSEWHERE = "elsewhere", _("Somewhere else")


class Introductions(models.TextChoices):
    """Whether somebody would like to be introduced to others."""

    YES = "yes", _("Yes, please")
    NOT_NOW = "not_now", _("Not now")
    NO = "no", _("No")


class Hellos(models.TextChoices):
    """From whom somebody takes a hello through this site."""

    MEMBERS = "members", _("Members")
    MET = "met", _("People I have met")
    NOBODY = "nobody", _("Nobody")


def _of_its_own(question: StrPromise, default: Audience) -> models.CharField[str, str]:
    return models.CharField(question, max_length=10, choices=Audience, default=default)


def new_token() -> str:
    return secrets.token_urlsafe(12)


class PortraitQuerySet(models.QuerySet["Portrait"]):
    """Questions about portraits."""

    def of(self, person: Person) -> PortraitQuerySet:
        return self.filter(person=person)


class Portrait(models.Model):
    """What a person tells of themselves, each line with its own audience."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="portrait")
    # In the address of their page, which nobody can count through.
    token = models.CharField(max_length=16, unique=True, default=new_token)
    familiarity = models.CharField(
        _("How familiar are you with relational practice?"), max_length=10, choices=Familiarity, blank=True
    )
    familiarity_audience = _of_its_own(_("Who sees how familiar you are?"), Audience.MEMBERS)
    region = models.CharField(_("Where are you?"), max_length=20, choices=Region, blank=True)
    region_audience = _of_its_own(_("Who sees where you are?"), Audience.MEMBERS)
    brings = models.TextField(_("What do you bring?"), max_length=500, blank=True)
    brings_audience = _of_its_own(_("Who sees what you bring?"), Audience.MEMBERS)
    looks_for = models.TextField(_("What are you looking for?"), max_length=500, blank=True)
    looks_for_audience = _of_its_own(_("Who sees what you are looking for?"), Audience.MEMBERS)
    introductions = models.CharField(
        _("May we introduce you to others?"), max_length=10, choices=Introductions, blank=True
    )
    introductions_audience = _of_its_own(_("Who sees whether you like to be introduced?"), Audience.ONLY_ME)
    # Closed until somebody opens it, but to those who sat with them: nobody is written to by strangers unasked.
    hellos = models.CharField(
        _("Who may say hello to you through this site?"), max_length=10, choices=Hellos, default=Hellos.MET
    )
    # Seen by hosts of gatherings this person comes to, and never by anybody else: there is nothing to choose.
    access_needs = SealedTextField(_("What do you need to take part well?"), max_length=1000, blank=True)

    objects = PortraitQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.person)

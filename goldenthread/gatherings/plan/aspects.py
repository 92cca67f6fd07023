"""What a plan tells, aspect by aspect and in words: the ground of the open points and of what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan.in_words import Plan, access, aims, hours, when, where
from goldenthread.gatherings.plan.models import Gathering

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Aspect:
    """One thing that a plan settles or leaves open. `moved` and `settled` are how a change of it is told."""

    key: str
    label: StrPromise
    words: Callable[[Plan], str]
    moved: StrPromise
    settled: StrPromise
    # What a newcomer reads while it is open; empty for what need not be settled.
    asking: StrPromise | str = ""

    @property
    def offering(self) -> str:
        """The page on which somebody offers it, called as the link that leads there."""
        if self.key == "voices":
            return _("Offer to say something")
        return _("I can help: %(what)s") % {"what": self.label}


def _plain(field: str) -> Callable[[Plan], str]:
    # A browser ends lines in its own way: that is no change of words.
    return lambda plan: str(getattr(plan, field) or "").replace("\r\n", "\n")


ASPECTS = [
    Aspect(
        "title", gettext_lazy("Name"), _plain("title"), gettext_lazy("The name changed"), gettext_lazy("It has a name")
    ),
    Aspect(
        "lede",
        gettext_lazy("In one sentence"),
        _plain("lede"),
        gettext_lazy("The opening sentence changed"),
        gettext_lazy("It was summed up in a sentence"),
    ),
    Aspect(
        "about",
        gettext_lazy("What it is about"),
        _plain("about"),
        gettext_lazy("What it is about was rewritten"),
        gettext_lazy("What it is about was written"),
    ),
    Aspect(
        "easy_read",
        gettext_lazy("In easy words"),
        _plain("easy_read"),
        gettext_lazy("The easy words changed"),
        gettext_lazy("It was put in easy words"),
    ),
    Aspect(
        "when",
        gettext_lazy("When"),
        when,
        gettext_lazy("The date changed"),
        gettext_lazy("There is a date"),
        gettext_lazy("We don’t have a date yet."),
    ),
    Aspect(
        "hours",
        gettext_lazy("Hours"),
        hours,
        gettext_lazy("The hours changed"),
        gettext_lazy("The hours are known"),
        gettext_lazy("When does it start, and when can people go home?"),
    ),
    Aspect(
        "where",
        gettext_lazy("Where"),
        where,
        gettext_lazy("The venue changed"),
        gettext_lazy("A venue was found"),
        gettext_lazy("Do you know a good place?"),
    ),
    Aspect(
        "access",
        gettext_lazy("Access"),
        access,
        gettext_lazy("The access changed"),
        gettext_lazy("The access was checked"),
        gettext_lazy("Is it step-free? Is there a hearing loop, a quiet room?"),
    ),
    Aspect(
        "getting_there",
        gettext_lazy("Getting there"),
        _plain("getting_there"),
        gettext_lazy("How to get there was rewritten"),
        gettext_lazy("How to get there was added"),
        gettext_lazy("How do people get there?"),
    ),
    Aspect(
        "hosted_by",
        gettext_lazy("Hosts"),
        _plain("hosted_by"),
        gettext_lazy("The hosts changed"),
        gettext_lazy("Hosts were found"),
        gettext_lazy("Who could host it?"),
    ),
    Aspect(
        "for_whom",
        gettext_lazy("Who it is for"),
        _plain("for_whom"),
        gettext_lazy("Who it is for changed"),
        gettext_lazy("It now says who it is for"),
        gettext_lazy("Who is it for?"),
    ),
    Aspect(
        "places",
        gettext_lazy("Places"),
        _plain("places"),
        gettext_lazy("The number of places changed"),
        gettext_lazy("The number of places is known"),
        gettext_lazy("How many people can come?"),
    ),
    Aspect(
        "cost",
        gettext_lazy("Cost"),
        _plain("cost"),
        gettext_lazy("The cost changed"),
        gettext_lazy("The cost is known"),
        gettext_lazy("What will it cost, and who can help pay for it?"),
    ),
    Aspect(
        "expect",
        gettext_lazy("What to expect"),
        _plain("expect"),
        gettext_lazy("What to expect was rewritten"),
        gettext_lazy("What to expect was written"),
        gettext_lazy("How will the day go?"),
    ),
    Aspect(
        "voices",
        gettext_lazy("Stand up and say something"),
        _plain("voices"),
        gettext_lazy("The invitation to say something was rewritten"),
        gettext_lazy("There is an invitation to say something"),
        gettext_lazy("Who would stand up and say something?"),
    ),
    Aspect(
        "safeguarding",
        gettext_lazy("Somebody to talk to"),
        _plain("safeguarding"),
        gettext_lazy("Who to talk to changed"),
        gettext_lazy("There is somebody to talk to"),
        gettext_lazy("Who can people talk to on the day, if something worries them?"),
    ),
    Aspect(
        "aims",
        gettext_lazy("Who we hope for"),
        aims,
        gettext_lazy("Who we hope for changed"),
        gettext_lazy("It now says who we hope for"),
        gettext_lazy("How many people from each sector would we like?"),
    ),
]
BY_KEY = {aspect.key: aspect for aspect in ASPECTS}


def open_points(gathering: Gathering) -> list[Aspect]:
    """What is not settled yet, and can be helped with."""
    return [aspect for aspect in ASPECTS if aspect.asking and not _is_settled(aspect, gathering)]


def _is_settled(aspect: Aspect, gathering: Gathering) -> bool:
    # A wish is not a date: people can still help to find one.
    return bool(gathering.day) if aspect.key == "when" else bool(aspect.words(gathering))

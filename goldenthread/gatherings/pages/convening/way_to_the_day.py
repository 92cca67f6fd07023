"""The way to the day, and from it: a few stages, and where the gathering is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.pages.convening.voices_next import call_ends_at
from goldenthread.gatherings.plan.models import Gathering


@dataclass(frozen=True)
class Stage:
    """One stage: when it was or will be, and whether it has been, or is the next one."""

    words: str
    when: str
    has_been: bool
    is_now: bool


def way_to_the_day(facts: Facts) -> list[Stage]:
    """Where one is now is behind the last stage that has been: a stage that was left out is no debt."""
    stages = _stages(facts)
    last = max((place for place, (_words, _when, has_been) in enumerate(stages) if has_been), default=-1)
    return [Stage(*stage, is_now=place == last + 1) for place, stage in enumerate(stages)]


def _stages(facts: Facts) -> list[tuple[str, str, bool]]:
    gathering, known = facts.gathering, facts.known
    return [
        _done(_("Shown to everybody"), _said_at(gathering, "publication")),
        _done(_("Places open"), facts.opening.at if facts.opening else None),
        *([_the_call(facts)] if known["call_at"] else []),
        _done(_("Plan settled"), _said_at(gathering, "settlement")),
        _done(_("Tables announced"), known["announced_at"]),
        (_("The day"), _the_day(gathering), facts.is_over),
        _done(_("Certificates"), known["certified_at"]),
        _done(_("What came of it"), known["outcome_at"]),
    ]


def _the_call(facts: Facts) -> tuple[str, str, bool]:
    """Not done while something can be offered."""
    ends_at = call_ends_at(facts)
    if ends_at and facts.now < ends_at:
        return _("Call for voices"), _("open until %(day)s") % {"day": date_format(ends_at, "j F")}, False
    return _done(_("Call for voices"), facts.known["call_closed_at"] or ends_at or facts.known["call_at"])


def _done(words: str, at: datetime | None) -> tuple[str, str, bool]:
    return words, date_format(timezone.localtime(at), "j F") if at else "", at is not None


def _said_at(gathering: Gathering, fact: str) -> Any:
    return getattr(getattr(gathering, fact, None), "at", None)


def _the_day(gathering: Gathering) -> str:
    if gathering.is_postponed:
        return _("not known yet")
    return date_format(gathering.day, "j F") if gathering.day else gathering.when_wish

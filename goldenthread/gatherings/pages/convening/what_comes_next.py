"""What comes next for a convenor: two or three kind things, each with the press that does it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.pages.convening.before_the_day import BEFORE_THE_DAY
from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.pages.convening.steps import Rule, Step, leads_to
from goldenthread.gatherings.pages.convening.the_day_and_after import AFTERWARDS, ON_THE_DAY
from goldenthread.gatherings.pages.convening.voices_next import ask_for_voices

# More would be a list of what one has not done.
MOST = 3


def what_comes_next(facts: Facts) -> list[Step]:
    """Nothing of what is called off but my own term, if it has an end."""
    rules = (carry_on_or_step_back, *_rules_for(facts))
    steps = [step for rule in rules if (step := rule(facts))]
    asking = ask_for_voices(facts)
    # Nothing presses for it, so that it would always stand behind what does, until it is too late.
    return [*steps[: MOST - 1], asking] if asking in steps[MOST:] else steps[:MOST]


def carry_on_or_step_back(facts: Facts) -> Step | None:
    """Nobody is put out on the day that they said. They are asked."""
    until = facts.mine.planned_until if facts.mine else None
    if until is None or until > facts.today:
        return None
    what = _("You meant to convene until %(day)s") % {"day": date_format(until, "j F")}
    why = _("Carry on for a while, or step back. Either is fine.")
    return Step(what, why, _("Choose another day"), leads_to(facts, "plan:term"))


def _rules_for(facts: Facts) -> Sequence[Rule]:
    if facts.gathering.is_called_off:
        return ()
    if facts.is_over:
        return AFTERWARDS
    return ON_THE_DAY if facts.is_on else BEFORE_THE_DAY

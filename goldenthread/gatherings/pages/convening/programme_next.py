"""What comes next about a programme that is there: a room that is closed, and people whom no e-mail reaches."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.pages.convening.steps import Step, leads_to
from goldenthread.gatherings.programme.closed_rooms import closed_rooms
from goldenthread.gatherings.programme.voices_to_ring import to_ring


def move_out_of_a_closed_room(facts: Facts) -> Step | None:
    is_known = facts.known["has_closed_room"] and _may_open(facts)
    closed = closed_rooms(facts.gathering, facts.now) if is_known else []
    if not closed:
        return None
    n, words = len(closed[0].placings), {"n": len(closed[0].placings), "room": closed[0].room.name}
    what = ngettext("%(room)s is closed, with %(n)s session in it", "%(room)s is closed, with %(n)s sessions in it", n)
    why = _("What is there needs another room or hour. People read it once you show the programme again.")
    path = leads_to(facts, "programme:programme_room", str(closed[0].room.number))
    return Step(what % words, why, _("See what must move"), path)


def ring_about_the_programme(facts: Facts) -> Step | None:
    if not facts.known["has_to_ring_of_programme"] or not _may_open(facts):
        return None
    if not to_ring(facts.gathering, facts.now):
        return None
    why = _("No e-mail reaches them, and the others know where and when they are.")
    path = f"{leads_to(facts, 'programme:releases')}#to-ring"
    return Step(_("Tell some people yourself where they are in the programme"), why, _("See the list"), path)


def _may_open(facts: Facts) -> bool:
    """A draft is the convenors' alone, while there are any: a keeper who steps in beside them is not led there."""
    return facts.mine is not None or not facts.gathering.current_convenings

"""What a version came to, in words that anybody may read: how often people meet again, and how they are spread.

Of what people asked for nothing is said, not even whether it is kept.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.models.arrangement import Feature


def mix_in_words(mix: Mix) -> list[str]:
    counts = mix.told
    if mix.has_failed:
        return [trouble_in_words(counts)]
    if not counts:
        return []
    return [*_missing(counts), repeats_in_words(counts), *_faces(counts), *_at_mixing(counts), *_moved(counts)]


def _missing(counts: dict[str, Any]) -> list[str]:
    """Whoever asked for it read that hosts learn this, without a name."""
    words = _("Somebody needs a table with this, and none offers it: %(feature)s.")
    return [words % {"feature": Feature(feature).label} for feature in counts.get("missing", [])]


def repeats_in_words(counts: dict[str, Any]) -> str:
    repeats, least = counts["repeats"], counts["least"]
    if not repeats:
        return _("Nobody meets anybody twice.")
    again = ngettext(
        "It happens %(n)s time that two people meet again.",
        "It happens %(n)s times that two people meet again.",
        repeats,
    ) % {"n": repeats}
    if repeats == least:
        return _("%(again)s No plan can do better.") % {"again": again}
    return again


def _faces(counts: dict[str, Any]) -> list[str]:
    if counts["usual"] is None or not counts["repeats"]:
        return []
    faces = {"usual": counts["usual"], "fewest": counts["fewest"]}
    words = _(
        "Of those they sit with, %(usual)s in 100 are new faces on average; for whoever has the fewest, %(fewest)s."
    )
    return [words % faces]


def _at_mixing(counts: dict[str, Any]) -> list[str]:
    """Only as it came out of the mixer. After a hand has moved somebody, a count would say what hat they wear."""
    if "orphans" not in counts:
        return []
    alone = ngettext(
        "%(n)s table has a newcomer and nobody who knows the practice.",
        "%(n)s tables have a newcomer and nobody who knows the practice.",
        counts["orphans"],
    ) % {"n": counts["orphans"]}
    spread = _("The sectors are spread as evenly as can be.")
    uneven = _("The sectors are spread almost as evenly as can be.")
    newcomers = _("Every newcomer sits with somebody who knows the practice.")
    return [newcomers if not counts["orphans"] else alone, uneven if counts["above"] else spread]


def _moved(counts: dict[str, Any]) -> list[str]:
    moved = counts["moved"]
    if not moved:
        return []
    words = ngettext("%(n)s seat is not as it was announced.", "%(n)s seats are not as they were announced.", moved)
    return [words % {"n": moved}]


def trouble_in_words(trouble: dict[str, Any]) -> str:
    sentences = {
        "nobody": _("Nobody has a place yet, so there is nobody to seat."),
        "nothing": _("There is no round, or no table is open."),
        "seats": _(
            "%(people)s people come, and the tables that are open have %(seats)s seats. Add tables, or larger ones."
        ),
        "least": _("Only %(people)s people come, and every table wants more. Let tables be smaller."),
        "overtaken": _("Tables were remade for the day meanwhile, so this version was given up."),
        "worker": _("The mixing broke off several times. Please tell whoever runs this house."),
        "locked": _(
            "We found no plan in which every table has its size and every locked seat stays. More tables, other sizes "
            "or fewer locked seats would help."
        ),
    }
    return sentences[trouble["what"]] % trouble

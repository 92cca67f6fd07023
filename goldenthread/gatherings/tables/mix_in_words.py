"""What a version came to, in words that anybody may read: how often people meet again, and how they are spread.

Of what people asked for nothing is said, not even whether it is kept.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.models import Feature
from goldenthread.gatherings.tables.kinds_in_words import ENOUGH, kinds_in_words, made_so
from goldenthread.gatherings.tables.models import Mix


def mix_in_words(mix: Mix) -> list[str]:
    counts = mix.told
    if mix.has_failed:
        return [trouble_in_words(counts)]
    if not counts:
        return []
    first = [*_missing(counts), made_so(mix), repeats_in_words(counts), *_faces(counts)]
    return [*first, *_newcomers(counts), *kinds_in_words(mix), *_moved(counts)]


def _missing(counts: dict[str, Any]) -> list[str]:
    """Whoever asked for it read that hosts learn this, without a name."""
    words = _("Somebody needs this at their table, and no table has it: %(feature)s.")
    return [words % {"feature": Feature(feature).label} for feature in counts.get("missing", [])]


def repeats_in_words(counts: dict[str, Any]) -> str:
    repeats, least = counts["repeats"], counts["least"]
    if not repeats:
        return _("Nobody meets anybody twice.")
    again = ngettext(
        "Once, two people who have already met sit together again.",
        "%(n)s times, two people who have already met sit together again.",
        repeats,
    ) % {"n": repeats}
    if repeats == least:
        return _("%(again)s Fewer isn’t possible.") % {"again": again}
    return again


def _faces(counts: dict[str, Any]) -> list[str]:
    if counts["usual"] is None or not counts["repeats"]:
        return []
    faces = {"usual": counts["usual"], "fewest": counts["fewest"]}
    words = _(
        "On average, %(usual)s of every 100 people you sit with are new to you. For the person who meets the fewest new"
        " people, it’s %(fewest)s."
    )
    return [words % faces]


def _newcomers(counts: dict[str, Any]) -> list[str]:
    """Only as it came out of the mixer: after a hand has moved somebody, a count would say what they told of themselves. What is
    said of people of whom little is known says how little."""
    if "orphans" not in counts:
        return []
    if counts["familiar"] < ENOUGH:
        words = _(
            "We know of fewer than %(few)s people whether they’re new to the practice, so the tables can’t go by it."
        )
        return [words % {"few": ENOUGH}]
    known = _("We know of at least %(known)s of %(people)s people whether they’re new to the practice.")
    alone = ngettext(
        "%(n)s table has a newcomer and nobody who knows the practice.",
        "%(n)s tables have a newcomer and nobody who knows the practice.",
        counts["orphans"],
    ) % {"n": counts["orphans"]}
    among_them = _("Every newcomer among them sits with somebody who knows the practice.")
    known %= {"known": counts["familiar"], "people": counts["people"]}
    return [f"{known} {alone if counts['orphans'] else among_them}"]


def _moved(counts: dict[str, Any]) -> list[str]:
    moved = counts["moved"]
    if not moved:
        return []
    words = ngettext(
        "%(n)s seat has changed since the announcement.", "%(n)s seats have changed since the announcement.", moved
    )
    return [words % {"n": moved}]


def trouble_in_words(trouble: dict[str, Any]) -> str:
    return (_of_the_run() | _of_seats() | _of_what_clashes())[trouble["what"]] % trouble


def _of_the_run() -> dict[str, str]:
    return {
        "nobody": _("Nobody has a place yet, so there’s nobody to seat."),
        "nothing": _("There’s no round to come, or no table is open."),
        "overtaken": _("New tables were made for the day in the meantime, so this version was stopped."),
        "worker": _("Making the tables broke off several times. Please tell the keeper, who runs this site."),
        "locked": _(
            "We couldn’t find a way to seat everybody with these tables and fixed seats. Add a table, let a table seat fewer"
            " or more, or let somebody with a fixed seat move."
        ),
    }


def _of_seats() -> dict[str, str]:
    """What can be counted, with what to change."""
    return {
        "seats": _(
            "%(people)s people need a seat, and the open tables have %(seats)s. Open another table, or add seats to one."
        ),
        "least": _("%(people)s people are too few for any of the tables. Lower the fewest seats of one of them."),
        "kept": _(
            "%(round)s: %(people)s people have a fixed seat at %(table)s, which has %(seats)s seats. Give it more seats, or"
            " let somebody sit elsewhere."
        ),
        "hosted": _(
            "%(round)s: %(people)s people can’t fill all the tables that have a host or a fixed seat (%(tables)s). Close one"
            " of them, or lower its fewest seats."
        ),
        "split": _(
            "%(round)s: %(people)s people can’t be shared out so that every table has its fewest seats filled and none has"
            " too many. Let a table seat fewer or more, or close one."
        ),
    }


def _of_what_clashes() -> dict[str, str]:
    """What counting does not show."""
    return {
        "pairs": _(
            "%(round)s: people who come with a supporter sit beside them, and these tables can’t be shared out so. Add a seat"
            " to one of them, or open another."
        ),
        "fixed": _(
            "%(round)s: the hosts and fixed seats at %(tables)s don’t go together with the seats there are. Let somebody with"
            " a fixed seat move, or add a seat."
        ),
    }

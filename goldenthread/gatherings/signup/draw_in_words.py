"""What somebody got in a draw, said in a sentence: which of their wishes, and why not the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.signup.hours import chairs_of, span_of
from goldenthread.gatherings.signup.models import Draw, SessionPlace, SessionWish
from goldenthread.kit.suppression import rounded
from goldenthread.mixing.draws import overlap


@dataclass(frozen=True)
class DrawInWords:
    """What somebody is told of a draw: one sentence on the whole, one for each session that they got or did not."""

    sentence: str
    got: tuple[str, ...]
    missed: tuple[str, ...]


def draw_in_words(booking: Booking, draw: Draw) -> DrawInWords:
    wishes = list(SessionWish.objects.of(booking, draw))
    places = list(SessionPlace.objects.filter(booking=booking).coming().exclude(placing=None).with_hours())
    mine = {place.placing.session_id: place for place in places if place.placing}
    got = [wish for wish in wishes if wish.is_drawn]
    # What they got the dearest of, they need no reason for.
    missed = [wish for wish in wishes if not wish.is_drawn and (not got or wish.rank < got[-1].rank)]
    wanted = _wanted(draw)
    return DrawInWords(
        sentence=_sentence([wish.rank for wish in got]),
        got=tuple(_when(mine[wish.session_id]) for wish in got if wish.session_id in mine),
        missed=tuple(_why(wish, wanted, mine.values()) for wish in missed),
    )


def _sentence(ranks: Sequence[int]) -> str:
    """Such as "You got your 2nd and 3rd wish"."""
    if not ranks:
        return _("There was no chair left in any session that you wished for. Some sessions may still have chairs.")
    ordinals = [_("1st"), _("2nd"), _("3rd"), _("4th"), _("5th"), _("6th")]
    wishes = get_text_list([ordinals[rank - 1] for rank in ranks], _("and"))
    return _("You got your %(wishes)s wish.") % {"wishes": wishes}


def _when(place: SessionPlace) -> str:
    placing = place.placing
    return f"{place.title}: {a_moment(placing.starts_at, placing.session.gathering.zone)}" if placing else place.title


def _wanted(draw: Draw) -> dict[str, int]:
    """By session, how many wished for it: rounded, and none of which somebody could be made out."""
    counted = SessionWish.objects.filter(draw=draw).values("session").order_by().annotate(people=Count("booking"))
    return rounded({str(row["session"]): row["people"] for row in counted})


def _why(wish: SessionWish, wanted: dict[str, int], mine: Collection[SessionPlace]) -> str:
    """How many wanted it for how many chairs, where that may be said and says anything; or what they got at its hour."""
    chairs = [chairs_of(placing) for placing in wish.session.placings.select_related("session", "room")]
    seats = sum(number for number in chairs if number is not None)
    people = wanted.get(str(wish.session_id), 0)
    if people > seats > 0:
        return ngettext(
            "“%(title)s” was wanted by %(people)s people or more, for %(n)s chair.",
            "“%(title)s” was wanted by %(people)s people or more, for %(n)s chairs.",
            seats,
        ) % {"title": wish.session.title, "people": people, "n": seats}
    if other := _in_its_way(wish, mine):
        titles = {"title": wish.session.title, "other": other.title}
        return _("“%(title)s” is at the same hour as “%(other)s”, in which you have a chair.") % titles
    return _("There was no chair for you in “%(title)s”.") % {"title": wish.session.title}


def _in_its_way(wish: SessionWish, chairs: Collection[SessionPlace]) -> SessionPlace | None:
    """What they got at its hour; None where it is held at another hour, too."""
    there = [span_of(placing) for placing in wish.session.placings.select_related("session__gathering")]
    beside = [[c for c in chairs if c.placing and overlap(span_of(c.placing), span)] for span in there]
    return beside[0][0] if beside and all(beside) else None

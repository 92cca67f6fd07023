"""What somebody got in a draw, said in a sentence: which of their wishes, and why not the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.signup.hours import chairs_of, span_of
from goldenthread.gatherings.signup.models import Draw, SessionPlace, SessionWish
from goldenthread.kit.suppression import rounded


@dataclass(frozen=True)
class DrawInWords:
    """What somebody is told of a draw: one sentence on the whole, one for each session that they got or did not."""

    sentence: str
    got: tuple[str, ...]
    missed: tuple[str, ...]


def draw_in_words(booking: Booking, draw: Draw) -> DrawInWords:
    wishes = list(SessionWish.objects.of(booking, draw))
    places = list(SessionPlace.objects.filter(booking=booking).coming().in_the_programme().with_hours())
    mine = {place.placing.session_id: place for place in places if place.placing}
    got = [wish for wish in wishes if wish.is_drawn]
    # What they got the dearest of, they need no reason for.
    missed = [wish for wish in wishes if not wish.is_drawn and (not got or wish.rank < got[-1].rank)]
    drawn = {wish.session_id for wish in got}
    before = [place for place in places if place.placing and place.placing.session_id not in drawn]
    wanted = _wanted(draw)
    return DrawInWords(
        sentence=_sentence([wish.rank for wish in got]),
        got=tuple(_when(mine[wish.session_id]) for wish in got if wish.session_id in mine),
        missed=tuple(_why(wish, wanted, before) for wish in missed),
    )


def _sentence(ranks: Sequence[int]) -> str:
    """Such as "You got your 2nd and 3rd wish"."""
    if not ranks:
        return _("You got none of the sessions that you wished for. Some sessions may still have chairs.")
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


def _why(wish: SessionWish, wanted: dict[str, int], before: Sequence[SessionPlace]) -> str:
    """What they have at that hour since before the draw; or how many wanted it for how many chairs, where that may be said."""
    placings = list(wish.session.placings.select_related("session__gathering", "room"))
    if place := _in_its_way(placings, before):
        words = {"title": wish.session.title, "other": place.title}
        return _("“%(title)s”: you have a chair in “%(other)s” at that hour.") % words
    chairs = [chairs_of(placing) for placing in placings]
    seats = sum(number for number in chairs if number is not None)
    people = wanted.get(str(wish.session_id), 0)
    if people > seats > 0:
        return ngettext(
            "“%(title)s” was wanted by %(people)s people or more, for %(n)s chair.",
            "“%(title)s” was wanted by %(people)s people or more, for %(n)s chairs.",
            seats,
        ) % {"title": wish.session.title, "people": people, "n": seats}
    return _("There was no chair for you in “%(title)s”.") % {"title": wish.session.title}


def _in_its_way(placings: Sequence[Placing], before: Sequence[SessionPlace]) -> SessionPlace | None:
    """The first of their chairs, where they have one at every hour at which the session is held."""
    in_the_way = [next((place for place in before if _at_once(place, placing)), None) for placing in placings]
    return in_the_way[0] if in_the_way and all(in_the_way) else None


def _at_once(place: SessionPlace, placing: Placing) -> bool:
    if place.placing is None:
        return False
    (begins, ends), (starts, until) = span_of(place.placing), span_of(placing)
    return begins < until and starts < ends

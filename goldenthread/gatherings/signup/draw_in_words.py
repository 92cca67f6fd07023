"""What somebody got in a draw, said in a sentence: which of their wishes, and why not the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.signup.hours import SessionHour, hours_at
from goldenthread.gatherings.signup.models import Draw, SessionWish
from goldenthread.gatherings.signup.released_hours import Held, held_by
from goldenthread.kit.suppression import rounded
from goldenthread.mixing.draws import overlap


@dataclass(frozen=True)
class DrawInWords:
    """What somebody is told of a draw: one sentence on the whole, one for each session that they got or did not."""

    sentence: str
    got: tuple[str, ...]
    missed: tuple[str, ...]


def draw_in_words(booking: Booking, draw: Draw, now: datetime) -> DrawInWords:
    wishes = list(SessionWish.objects.of(booking, draw))
    mine = [held for held in held_by(booking, now) if held.place.is_coming]
    by_session = {held.place.session_uid: held for held in mine}
    hours = _by_session(hours_at(booking.gathering, now))
    got = [wish for wish in wishes if wish.is_drawn]
    # What they got the dearest of, they need no reason for.
    missed = [wish for wish in wishes if not wish.is_drawn and (not got or wish.rank < got[-1].rank)]
    drawn = {wish.session.uid for wish in got}
    before = [held for held in mine if held.place.session_uid not in drawn]
    wanted = _wanted(draw)
    return DrawInWords(
        sentence=_sentence([wish.rank for wish in got]),
        got=tuple(_when(by_session[wish.session.uid], booking) for wish in got if wish.session.uid in by_session),
        # What is not in the programme any more needs no reason.
        missed=tuple(
            _why(wish, hours[wish.session.uid], wanted, before) for wish in missed if wish.session.uid in hours
        ),
    )


def _sentence(ranks: Sequence[int]) -> str:
    """Such as "You got your 2nd and 3rd wish"."""
    if not ranks:
        return _("You got none of the sessions that you wished for. Some sessions may still have chairs.")
    ordinals = [_("1st"), _("2nd"), _("3rd"), _("4th"), _("5th"), _("6th")]
    wishes = get_text_list([ordinals[rank - 1] for rank in ranks], _("and"))
    return _("You got your %(wishes)s wish.") % {"wishes": wishes}


def _when(held: Held, booking: Booking) -> str:
    return f"{held.placing.session.title}: {a_moment(held.placing.starts_at, booking.gathering.zone)}"


def _by_session(hours: Sequence[SessionHour]) -> dict[UUID, list[SessionHour]]:
    held: dict[UUID, list[SessionHour]] = {}
    for hour in hours:
        held.setdefault(hour.placing.session.uid, []).append(hour)
    return held


def _wanted(draw: Draw) -> dict[str, int]:
    """By session, how many wished for it: rounded, and none of which somebody could be made out."""
    counted = SessionWish.objects.filter(draw=draw).values("session").order_by().annotate(people=Count("booking"))
    return rounded({str(row["session"]): row["people"] for row in counted})


def _why(wish: SessionWish, hours: Sequence[SessionHour], wanted: dict[str, int], before: Sequence[Held]) -> str:
    """What they have at that hour since before the draw; or how many wanted it for how many chairs, where that may be said."""
    title = hours[0].placing.session.title
    if other := _in_its_way(hours, before):
        words = {"title": title, "other": other.placing.session.title}
        return _("“%(title)s”: you have a chair in “%(other)s” at that hour.") % words
    seats = sum(hour.chairs for hour in hours if hour.chairs is not None)
    people = wanted.get(str(wish.session_id), 0)
    if people > seats > 0:
        return ngettext(
            "“%(title)s” was wanted by %(people)s people or more, for %(n)s chair.",
            "“%(title)s” was wanted by %(people)s people or more, for %(n)s chairs.",
            seats,
        ) % {"title": title, "people": people, "n": seats}
    return _("There was no chair for you in “%(title)s”.") % {"title": title}


def _in_its_way(hours: Sequence[SessionHour], before: Sequence[Held]) -> Held | None:
    """The first of their chairs, where they have one at every hour at which the session is held."""
    in_the_way = [next((held for held in before if overlap(held.span, hour.span)), None) for hour in hours]
    return in_the_way[0] if in_the_way and all(in_the_way) else None

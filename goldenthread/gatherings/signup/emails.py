"""E-mails about sessions. One function writes what is owed; its kind says which words it takes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.signup.draw_in_words import draw_in_words
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace
from goldenthread.gatherings.signup.models.session_place import SessionPlaceQuerySet
from goldenthread.gatherings.signup.released_hours import released_hours
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email

WHY = gettext_lazy("You get this because you signed up for a session at this gathering.")
News = OwedSession.SessionNews


def session_news(owed: OwedSession, now: datetime) -> Email | None:
    """None for somebody without an address, and where it is not so any more."""
    booking = owed.booking
    if not booking.address or not booking.is_seated or booking.gathering.is_called_off or _is_stale(owed):
        return None
    with translation.override(booking.person.language if booking.person else booking.language):
        return post.write(
            kind="session news",
            to=booking.person,
            address=booking.address,
            template=f"signup/emails/session_{owed.kind}",
            context=_about(owed, booking, now) | {"why": WHY},
        )


def _is_stale(owed: OwedSession) -> bool:
    """They gave it back meanwhile, or said yes; or it is drawn."""
    if owed.kind == News.SOONER:
        return owed.draw is None or owed.draw.drawn_at is not None
    state = {News.CHAIR: SessionPlace.State.COMING, News.OFFER: SessionPlace.State.OFFERED}.get(News(owed.kind))
    if state is None:
        return False
    return not _place(owed).filter(state=state).exists()


def _place(owed: OwedSession) -> SessionPlaceQuerySet:
    """None of what tells of a draw."""
    places = SessionPlace.objects.filter(booking=owed.booking)
    if owed.session_uid is None or owed.number is None:
        return places.none()
    return places.at(owed.session_uid, owed.number)


def _about(owed: OwedSession, booking: Booking, now: datetime) -> dict[str, Any]:
    gathering = booking.gathering
    hours = released_hours(gathering, now) if owed.session_uid else {}
    placing = next((hours[key] for key in hours if key == (owed.session_uid, owed.number)), None)
    place = _place(owed).first()
    return {
        "name": booking.known_as,
        "gathering": gathering,
        "title": placing.session.title if placing else owed.title,
        "when": a_moment(placing.starts_at, gathering.zone) if placing else "",
        "room": placing.room.name if placing and placing.room else "",
        "until": a_moment(place.until, gathering.zone) if place and place.until else "",
        "drawn": draw_in_words(booking, owed.draw, now) if owed.draw and owed.draw.drawn_at else None,
        "draw": owed.draw,
        "wishes_close": a_moment(owed.draw.until, gathering.zone) if owed.draw else "",
        "mine": absolute(reverse("signup:sessions_of", args=[gathering.slug, booking.key])),
    }

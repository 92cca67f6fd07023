"""A room in which people ask, and the convenors say yes."""

from goldenthread.gatherings.bookings.models import KindNo, Opening
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.places_by_asking import say_no

TERMS = {"until": None, "confirm_hours": 72, "answer_hours": 24}


def let_them_ask(room, by, now, **how):
    open_booking(room, by=by, now=now, **({"places": 3, **TERMS, "by_asking": True} | how))
    room.refresh_from_db()
    return Opening.objects.with_its_gathering().get(gathering=room)


def no_to(booking, by, now, words="I’m sorry. Another time, I hope.", **door):
    return say_no(KindNo(booking=booking, by=by, at=now, words=words, **door))

"""E-mails about sessions that people sign up for, each to somebody who has a place."""

from collections.abc import Callable
from datetime import time, timedelta

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.freezing import freeze
from goldenthread.gatherings.programme.models import Placing, Release, Session
from goldenthread.gatherings.signup import emails
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace, SessionWish
from goldenthread.kit import clock
from goldenthread.people.models import Person

OF_A_DRAW = {OwedSession.SessionNews.DRAWN, OwedSession.SessionNews.SOONER}


def about_a_session(kind: str, name: str) -> Callable[[Person, Gathering], object]:
    """By somebody with a long name, about a session with a title that is no HTML; of a draw, with one wish that they got."""

    def written(reader: Person, spring: Gathering) -> object:
        theirs = {"name": name, "email": reader.email or "", "language": "en-gb", "state": "coming"}
        booking, _ = Booking.objects.get_or_create(gathering=spring, person=reader, defaults=theirs)
        session = Session.objects.create(gathering=spring, title=f"Bread & <b>tea</b>: {name}")
        Placing.objects.create(session=session, day=clock.now().date(), from_time=time(10))
        state = "offered" if kind == OwedSession.SessionNews.OFFER else "coming"
        until = clock.now() + timedelta(hours=1)
        SessionPlace.objects.create(
            booking=booking, session_uid=session.uid, number=1, title=session.title, state=state, until=until
        )
        Release.objects.create(
            gathering=spring, number=Release.objects.of(spring).count() + 9, content=freeze(spring).content
        )
        drawn_at = None if kind == OwedSession.SessionNews.SOONER else clock.now()
        draw = Draw.objects.create(gathering=spring, until=until, drawn_at=drawn_at)
        SessionWish.objects.create(booking=booking, draw=draw, session=session, rank=1, is_drawn=True)
        owed = OwedSession(booking=booking, kind=kind, title=session.title, session_uid=session.uid, number=1)
        owed.draw = draw if kind in OF_A_DRAW else None
        return emails.session_news(owed, clock.now())

    return written

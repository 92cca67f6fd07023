"""What sign-up answers: what it keeps, and whose a chair in a session is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model, QuerySet

from goldenthread.gatherings.programme.above import RoomAboveProgramme, WayToChairs
from goldenthread.gatherings.programme.models import Session, SessionKind
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.signup import ending, ways
from goldenthread.gatherings.signup.acts import ACTS
from goldenthread.gatherings.signup.keeping import KEPT
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace, SessionWish
from goldenthread.gatherings.voices.above import RoomAboveVoices
from goldenthread.gatherings.voices.models import Contribution
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows
from goldenthread.people.models import Person


class SignUp(RoomAboveProgramme, RoomAboveVoices):
    """Sign-up for sessions, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def way_to_chairs(self, programme: PublicProgramme, person: Person | None) -> WayToChairs | None:
        return ways.way_to_chairs(programme, person)

    def who_is_in(self, session: Session) -> Sequence[str]:
        return ending.who_is_in(session)

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return {SessionPlace: _places_of, SessionWish: _wishes_of, OwedSession: _owed_to}

    def forget_contribution(self, contribution: Contribution) -> None:
        """Whoever has a chair keeps it."""
        sessions = Session.ever.all().made_of(contribution)
        places = SessionPlace.objects.filter(session_uid__in=sessions.values("uid"))
        places.update(title=str(SessionKind.CONTRIBUTION.label))


def _places_of(person: Person) -> QuerySet[SessionPlace]:
    return SessionPlace.objects.filter(booking__person=person)


def _wishes_of(person: Person) -> QuerySet[SessionWish]:
    return SessionWish.objects.filter(booking__person=person)


def _owed_to(person: Person) -> QuerySet[OwedSession]:
    return OwedSession.objects.filter(booking__person=person)

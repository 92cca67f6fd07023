"""A session goes: what people have in it before, and what becomes of their wishes once the programme is shown without it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import ngettext

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.signup.hours import NOT_WAITING
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace, SessionWish, SignUpOpening


def end_wishes(gathering: Gathering, shown: Collection[UUID]) -> None:
    """Whoever wished for what is not held any more is told. Call it while the gathering is locked."""
    wishes = SessionWish.objects.filter(draw__gathering=gathering, draw__drawn_at=None)
    gone = wishes.exclude(session__uid__in=shown).select_related("session")
    OwedSession.objects.bulk_create(
        OwedSession(booking_id=wish.booking_id, kind=OwedSession.SessionNews.WISH, title=wish.session.title)
        for wish in gone
    )
    wishes.filter(pk__in=[wish.pk for wish in gone]).delete()
    openings = SignUpOpening.objects.of(gathering).exclude(session__removed_at=None)
    openings.filter(pk__in=openings.exclude(session__uid__in=shown).values_list("pk", flat=True)).delete()


def who_is_in(session: Session) -> list[str]:
    places = SessionPlace.objects.of(session.gathering).filter(session_uid=session.uid)
    chairs = places.aggregate(n=Sum("booking__seats", filter=NOT_WAITING, default=0))["n"]
    waiting = places.waiting().count()
    wishing = SessionWish.objects.filter(session=session, draw__drawn_at=None).count()
    lines = [
        (chairs, ngettext("%(n)s person has a chair in it.", "%(n)s people have chairs in it.", chairs)),
        (waiting, ngettext("%(n)s person waits for a chair.", "%(n)s people wait for a chair.", waiting)),
        (wishing, ngettext("%(n)s person wishes for it.", "%(n)s people wish for it.", wishing)),
    ]
    return [words % {"n": many} for many, words in lines if many]

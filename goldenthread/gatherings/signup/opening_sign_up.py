"""Opening sign-up for sessions: first come, first served, or by wishes and a draw."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.freezing import freeze
from goldenthread.gatherings.programme.models import Session, SessionKind
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace, SignUpOpening
from goldenthread.gatherings.signup.released_hours import released_titles
from goldenthread.gatherings.signup.signing_up import in_turn
from goldenthread.journal.note import note
from goldenthread.people.models import Person


class SomebodyIsIn(Exception):
    """People have chairs in it, or wait for one, or wished for it."""


def without_sign_up(gathering: Gathering, now: datetime) -> list[Session]:
    """Those with an hour, to which people just go. Breaks and what is for everybody need no chairs, nor does what nobody brings any more."""
    shown = [str(uid) for uid in released_titles(gathering, now)]
    left_out = [row.session.pk for row in freeze(gathering, shown=shown).left_out]
    sessions = Session.objects.of(gathering).filter(sign_up=None, kind=SessionKind.CONTRIBUTION)
    placed = sessions.filter(placings__isnull=False, placings__taken_out_at=None).exclude(pk__in=left_out)
    return list(placed.distinct().order_by("title", "pk"))


def not_shown_yet(gathering: Gathering, now: datetime) -> list[SignUpOpening]:
    """Opened for a session that people do not see: until a release shows it, nobody can sign up."""
    shown = released_titles(gathering, now)
    openings = (
        SignUpOpening.objects.of(gathering)
        .filter(session__removed_at=None)
        .select_related("session")
        .order_by("session__title", "pk")
    )
    return [opening for opening in openings if opening.session.uid not in shown]


@transaction.atomic
def open_sign_up(
    sessions: Iterable[Session], gathering: Gathering, *, by: Person, now: datetime, draw: Draw | None
) -> None:
    in_turn(gathering.pk)
    for session in sessions:
        _row, is_new = SignUpOpening.objects.get_or_create(
            session=session, defaults={"draw": draw, "by": by, "at": now}
        )
        if is_new:
            note(by, "opened sign-up for a session", gathering)


@transaction.atomic
def close_sign_up(opening: SignUpOpening, gathering: Gathering, *, by: Person) -> None:
    """Anybody just goes in from then on. Raises `SomebodyIsIn`."""
    in_turn(gathering.pk)
    is_wished_for = opening.waits_for_the_draw and opening.session.wishes.filter(draw=opening.draw).exists()
    if is_wished_for or SessionPlace.objects.of(gathering).filter(session_uid=opening.session.uid).exists():
        raise SomebodyIsIn
    opening.delete()
    note(by, "closed sign-up for a session", gathering)


@transaction.atomic
def set_draw(gathering: Gathering, *, by: Person, now: datetime, until: datetime, most_each: int) -> Draw:
    """One at a time. Its seed is drawn with it, and stays when it closes at another moment."""
    in_turn(gathering.pk)
    before = Draw.objects.of(gathering).to_come().first()
    draw, _is_new = Draw.objects.to_come().update_or_create(
        gathering=gathering,
        defaults={"until": until, "most_each": most_each},
        create_defaults={"until": until, "most_each": most_each, "by": by, "at": now, "gathering": gathering},
    )
    if before and before.would_give_less(until, most_each):
        _owe_news_of(draw)
    note(by, "set a draw", gathering)
    return draw


def _owe_news_of(draw: Draw) -> None:
    """Once to each who has wished, however often it changes before that is written."""
    news = OwedSession.SessionNews.SOONER
    OwedSession.objects.filter(draw=draw, kind=news).delete()
    wishing = draw.wishes.order_by("booking").values_list("booking", flat=True).distinct()
    OwedSession.objects.bulk_create(OwedSession(booking_id=booking, kind=news, draw=draw) for booking in wishing)

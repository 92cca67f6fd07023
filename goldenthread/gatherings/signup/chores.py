"""What happens to places in sessions by itself: waiting lists move, draws are held, e-mails are written, wishes are forgotten."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.signup import drawing, emails, ending
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace, SessionWish, SignUpOpening
from goldenthread.gatherings.signup.released_hours import released_hours
from goldenthread.gatherings.signup.signing_up import in_turn, move_on, owe

WISHES_ARE_KEPT_FOR = timedelta(days=14)
EMAILS_IN_A_ROUND = 200


def move_session_lists(now: datetime) -> None:
    """What fell free by itself: whose place at the gathering is gone, whose session is not held any more, a larger room, no answer."""
    waiting = Q(pk__in=SessionPlace.objects.values("booking__gathering"))
    wishing = Q(pk__in=SessionWish.objects.filter(draw__drawn_at=None).values("draw__gathering"))
    removed = Q(pk__in=SignUpOpening.objects.exclude(session__removed_at=None).values("session__gathering"))
    for gathering in Gathering.objects.to_come(now).filter(waiting | wishing | removed):
        _move(gathering, now)


def draw_sessions(now: datetime) -> None:
    for draw in Draw.objects.due(now):
        drawing.hold_draw(draw, now=now)


def write_of_sessions(now: datetime) -> None:
    """Each e-mail once, however many workers there are."""
    for owed in OwedSession.objects.select_related("booking__gathering", "booking__person", "draw").order_by("pk")[
        :EMAILS_IN_A_ROUND
    ]:
        with transaction.atomic():
            if OwedSession.objects.filter(pk=owed.pk).delete()[0]:
                emails.session_news(owed, now)


def forget_session_wishes(now: datetime) -> None:
    """Two weeks after the day, nobody needs to know what somebody wished for."""
    day = timezone.localdate(now - WISHES_ARE_KEPT_FOR)
    over = Q(booking__gathering__last_day__lt=day) | Q(
        booking__gathering__last_day=None, booking__gathering__day__lt=day
    )
    dateless = Q(booking__gathering__day=None, booking__at__lt=now - timedelta(days=365))
    SessionWish.objects.filter(over | dateless).delete()


@transaction.atomic
def _move(gathering: Gathering, now: datetime) -> None:
    in_turn(gathering.pk)
    mine = SessionPlace.objects.filter(booking__gathering=gathering).select_related("booking")
    lapsed = mine.unanswered(now)
    for place in lapsed:
        owe(place, OwedSession.SessionNews.LAPSED)
    lapsed.delete()
    hours = released_hours(gathering, now)
    gone = [place for place in mine if place.hour_key not in hours]
    for place in gone:
        owe(place, OwedSession.SessionNews.GONE)
    mine.filter(pk__in=[place.pk for place in gone]).delete()
    ending.end_wishes(gathering, {uid for uid, _number in hours})
    move_on(gathering, now)

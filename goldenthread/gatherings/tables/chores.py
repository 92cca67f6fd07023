"""What happens by itself: versions that were asked for are mixed, who came later is seated, and wishes are forgotten."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from goldenthread.gatherings.bookings.telling_corrections import tell_there
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables import newcomers
from goldenthread.gatherings.tables.announcing_anew import tell
from goldenthread.gatherings.tables.models import Announcement, NotedWish, TableChange, TableWish
from goldenthread.gatherings.tables.runs import carry_out, take_up
from goldenthread.kit.jobs import ClaimLost

logger = logging.getLogger(__name__)

WISHES_ARE_KEPT_FOR = timedelta(days=14)
EMAILS_IN_A_ROUND = 200


def mix_tables(_now: datetime) -> None:
    """All that wait, one after the other. It takes seconds, so a worker does it aside of everything else."""
    while version := take_up():
        try:
            carry_out(version)
        except ClaimLost:
            logger.info("Another worker mixes this.")


def seat_newcomers(now: datetime) -> None:
    """Who came after the announcement: a moment after their place was certain, and never in the press that asked for it."""
    for gathering in Gathering.objects.with_facts().filter(pk__in=_announced(now)).order_by("pk"):
        if not gathering.is_called_off and not gathering.is_postponed:
            newcomers.seat_newcomers(gathering, now)


def _announced(now: datetime) -> QuerySet[Announcement, int]:
    """Gatherings with tables that hold, and that are not over by a day."""
    yesterday = timezone.localdate(now - timedelta(days=1))
    is_to_come = Q(mix__arrangement__gathering__day__gte=yesterday) | Q(
        mix__arrangement__gathering__last_day__gte=yesterday
    )
    return Announcement.objects.filter(is_to_come, at__lte=now).values_list("mix__arrangement__gathering", flat=True)


def tell_of_changed_tables(now: datetime) -> None:
    """Each once, of every round in which they sit elsewhere since."""
    for change in TableChange.objects.with_booking()[:EMAILS_IN_A_ROUND]:
        tell(change, now)


def tell_of_noted_wishes(_now: datetime) -> None:
    """Once they have answered, and once only: that a convenor typed in a wish for them, and never what it is."""
    for noted in NotedWish.objects.of_those_who_answered()[:EMAILS_IN_A_ROUND]:
        with transaction.atomic():
            if NotedWish.objects.filter(pk=noted.pk).delete()[0]:
                tell_there(noted.wish.booking, ["wishes"], by=noted.by)


def forget_wishes(now: datetime) -> None:
    """Two weeks after the day, nobody needs to know how somebody wished to sit."""
    day = timezone.localdate(now - WISHES_ARE_KEPT_FOR)
    over = Q(booking__gathering__last_day__lt=day) | Q(
        booking__gathering__last_day=None, booking__gathering__day__lt=day
    )
    dateless = Q(booking__gathering__day=None, booking__at__lt=now - timedelta(days=365))
    TableWish.objects.filter(over | dateless).delete()

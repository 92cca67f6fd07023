"""What happens by itself: versions that were asked for are mixed, and wishes are forgotten."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.tables.models import TableWish
from goldenthread.gatherings.tables.runs import ClaimLost, carry_out, take_up

logger = logging.getLogger(__name__)

WISHES_ARE_KEPT_FOR = timedelta(days=14)


def mix_tables(_now: datetime) -> None:
    """All that wait, one after the other. It takes seconds, so a worker does it aside of everything else."""
    while version := take_up():
        try:
            carry_out(version)
        except ClaimLost:
            logger.info("Another worker mixes this.")


def forget_wishes(now: datetime) -> None:
    """Two weeks after the day, nobody needs to know how somebody wished to sit."""
    day = timezone.localdate(now - WISHES_ARE_KEPT_FOR)
    over = Q(booking__gathering__last_day__lt=day) | Q(
        booking__gathering__last_day=None, booking__gathering__day__lt=day
    )
    dateless = Q(booking__gathering__day=None, booking__at__lt=now - timedelta(days=365))
    TableWish.objects.filter(over | dateless).delete()

"""Who comes together, counted by sector once a night."""

from collections import Counter
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.bookings.models import Booking, Opening, SectorCounts


def count_sectors(now: datetime) -> None:
    """Of every gathering that takes bookings and was not counted today; a day after it is over, its numbers stay."""
    today = timezone.localdate(now)
    yesterday = today - timedelta(days=1)
    over = Q(gathering__last_day__lt=yesterday) | Q(gathering__last_day=None, gathering__day__lt=yesterday)
    due = Opening.objects.exclude(gathering__sector_counts__counted_on=today)
    due = due.exclude(over, gathering__sector_counts__isnull=False)
    for gathering in due.order_by("pk").values_list("gathering", flat=True):
        SectorCounts.count(gathering, _coming(gathering), today)


def _coming(gathering: int) -> dict[str, int]:
    """People, not seats: a supporter wears no hat here."""
    coming = Counter[str]()
    for sectors in Booking.objects.coming().filter(gathering=gathering).values_list("sectors", flat=True):
        coming.update(set(sectors))
    return dict(coming)

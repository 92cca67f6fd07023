"""What happens by itself after the day."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.day.models import DaySheet

SHEETS_ARE_KEPT_FOR = timedelta(days=14)


def forget_day_sheets(now: datetime) -> None:
    """Whom to go to, and how to reach them, is for the day."""
    day = timezone.localdate(now - SHEETS_ARE_KEPT_FOR)
    over = Q(gathering__last_day__lt=day) | Q(gathering__last_day=None, gathering__day__lt=day)
    DaySheet.objects.filter(over).delete()

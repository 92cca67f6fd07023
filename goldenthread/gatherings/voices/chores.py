"""What happens by itself about voices."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Contribution, OwedAnswer, Readership, Reading
from goldenthread.gatherings.voices.telling_decisions import write_owed

KEPT_FOR = timedelta(days=365)


READINGS_ARE_KEPT_FOR = timedelta(days=14)


def tell_of_decisions(_now: datetime) -> None:
    """All that is owed at this moment, so that a yes and a no arrive in the same minute. Each once, whoever else writes."""
    for owed in OwedAnswer.objects.by_email():
        write_owed(owed)


def forget_readings(now: datetime) -> None:
    """Two weeks after the day nobody needs to know who read, or what they thought of it."""
    over = over_since(now - READINGS_ARE_KEPT_FOR)
    Reading.objects.filter(contribution__gathering__in=over).delete()
    dateless = Q(gathering__day=None, until__lt=now - KEPT_FOR)
    Readership.objects.filter(Q(gathering__in=over) | dateless).delete()


def over_since(moment: datetime) -> QuerySet[Gathering]:
    day = timezone.localdate(moment)
    return Gathering.objects.filter(Q(last_day__lt=day) | Q(last_day=None, day__lt=day))


def forget_voices(now: datetime) -> None:
    """A year after the day: what people offered, and all that hangs on it. A session that was held keeps its own words."""
    dateless = Q(gathering__day=None, begun_at__lt=now - KEPT_FOR)
    Contribution.objects.filter(Q(gathering__in=over_since(now - KEPT_FOR)) | dateless).delete()

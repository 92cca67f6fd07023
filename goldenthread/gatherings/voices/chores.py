"""What happens by itself about voices."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.kit.replying import noes_that_count

KEPT_FOR = timedelta(days=365)


def forget_voices(now: datetime) -> None:
    """A year after the day: what people offered, and all that hangs on it. A session that was held keeps its own words."""
    day = timezone.localdate(now - KEPT_FOR)
    over = Q(gathering__last_day__lt=day) | Q(gathering__last_day=None, gathering__day__lt=day)
    dateless = Q(gathering__day=None, begun_at__lt=now - KEPT_FOR)
    Contribution.objects.filter(over | dateless).delete()


def forget_refused(now: datetime) -> None:
    """Whoever was asked said no, or what came with their address was not theirs. A no can be undone for a quarter of an hour."""
    refused = Voice.objects.filter(yes_at=None, left_at__lte=noes_that_count(now))
    for voice in refused.select_related("contribution"):
        contribution = voice.contribution
        voice.delete()
        if not contribution.voices.exists():
            contribution.delete()

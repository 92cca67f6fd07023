"""Who would sit where at the launch: mixed like any other, and announced a week before the day."""

from datetime import datetime

from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Announcement, Mix
from goldenthread.gatherings.tables.runs import MixRequest, ask_for, carry_out

# Enough for a plan of 64, and nobody waits long for their sample house.
SECONDS = 0.5


def seat(now: datetime) -> None:
    """Those who practise it host. Before it is announced, convenors see it and nobody else does."""
    launch = Gathering.objects.get(slug="launch")
    arrangement = arrange(launch, outline_for(launch), by=None)
    practising = launch.bookings.filter(person__portrait__familiarity__in=["practising", "teaching"]).order_by("pk")
    for table, booking in zip(arrangement.tables.order_by("number"), practising, strict=False):
        table.host = booking
        table.save(update_fields=["host"])
    mixed = ask_for(arrangement, MixRequest(seconds=SECONDS), by=None, claim="sample")
    carry_out(mixed)
    Mix.objects.filter(pk=mixed.pk).update(at=now)
    Announcement.objects.create(mix=mixed, by=None, at=BY_WORD["a-week-before"].moment)

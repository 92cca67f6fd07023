"""Who would sit where at the launch: mixed like any other, announced a week before, and with a seat for whoever books later."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time

from goldenthread.desk.sample.launch import DAY
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables import newcomers
from goldenthread.gatherings.tables.announcing import NotMixedYet, announce, told_to
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Announcement, Mix
from goldenthread.gatherings.tables.runs import AlreadyMixing, MixRequest, ask_for, carry_out
from goldenthread.kit import clock

# Enough for a plan of 64, and nobody waits long for their sample house.
SECONDS = 0.5
ROUNDS = [(time(10), "What brings us here"), (time(11, 15), "What gets in the way"), (time(14), "What we do next")]
# On the day some are late and some do not come: a table may stay smaller than it was meant to be.
FEWEST = 4
ANNOUNCED_AT = BY_WORD["a-week-before"].moment
CLAIM = "sample"


def seat(launch: Gathering, now: datetime) -> None:
    """Those who practise it host. Before it is announced, convenors see it and nobody else does."""
    arrangement = arrange(launch, replace(outline_for(launch), rounds=len(ROUNDS)), by=None)
    for round_, (hour, name) in zip(arrangement.rounds.order_by("number"), ROUNDS, strict=True):
        round_.name, round_.starts_at = name, datetime.combine(DAY, hour, launch.zone)
        round_.save(update_fields=["name", "starts_at"])
    practising = launch.bookings.filter(person__portrait__familiarity__in=["practising", "teaching"]).order_by("pk")
    for table, booking in zip(arrangement.tables.order_by("number"), practising, strict=False):
        table.host, table.least = booking, FEWEST
        table.save(update_fields=["host", "least"])
    mixed = ask_for(arrangement, MixRequest(seconds=SECONDS), by=None, claim=CLAIM)
    carry_out(mixed)
    Mix.objects.filter(pk=mixed.pk).update(at=now)
    Announcement.objects.create(mix=mixed, by=None, at=ANNOUNCED_AT)


def seat_newcomers(launch: Gathering, _now: datetime) -> None:
    """Whoever booked since; the others stay where they were told. Once people come in, their hosts see to it."""
    if launch.arrivals.exists():
        return
    now = clock.now()
    newcomers.seat_newcomers(launch, now)
    announced = told_to(launch)
    if announced and newcomers.who_has_no_table(announced, now):
        _make_room(announced)


def _make_room(announced: Mix) -> None:
    again = MixRequest(base=announced, seconds=SECONDS, keeps_told=True)
    with suppress(AlreadyMixing, NotMixedYet):
        mixed = ask_for(announced.arrangement, again, by=None, claim=CLAIM)
        carry_out(mixed)
        announce(Mix.objects.get(pk=mixed.pk), by=None)

"""The one clock that all domain time comes from. In a sample house it stands somewhere else than the real one."""

from datetime import datetime

from django.utils import timezone

from goldenthread.kit import house
from goldenthread.kit.models import House


def now() -> datetime:
    """This moment, as this house tells it. For security (sessions, codes, limits) take the real clock instead."""
    return as_shown(timezone.now())


def as_shown(moment: datetime) -> datetime:
    """A moment of the real clock, beside others that this house tells."""
    current = house.the_house()
    return moment + current.clock_offset if current and current.clock_offset else moment


def move_to(moment: datetime) -> None:
    """Set the clock of a sample house; it runs on from there."""
    row = House.objects.select_for_update().get(is_sample=True)
    row.clock_offset = moment - timezone.now()
    row.save(update_fields=["clock_offset"])
    house.forget()

"""Who may do what after the day."""

from datetime import datetime

from goldenthread.gatherings.day.models import LastCall
from goldenthread.gatherings.day.rules import is_over
from goldenthread.gatherings.plan.models import Gathering


def may_issue(gathering: Gathering, now: datetime) -> bool:
    """When it is over and the list of arrivals is complete: a certificate says what is known."""
    return is_over(gathering, now) and LastCall.objects.filter(gathering=gathering).exists()

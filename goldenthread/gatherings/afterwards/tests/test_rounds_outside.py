"""Rounds that were laid out past the end of the day."""

from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Certificate


def test_rounds_outside_the_hours_of_the_day_are_not_claimed(sat, today, laid, at, ada, evening):
    laid.rounds.filter(number=1).update(starts_at=at(375))
    laid.rounds.filter(number=2).update(starts_at=at(390))

    issue(today, by=ada, now=evening)

    assert Certificate.objects.get(booking=sat["Ann"]).printed["sessions"] == ["Round 1, 16:15 to 16:30"]

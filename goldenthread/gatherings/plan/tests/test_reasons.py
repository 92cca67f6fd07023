"""A reason belongs to the change that it was given for."""

import pytest

from goldenthread.gatherings.plan.emails import what_changed
from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.gatherings.plan.net_changes import net_changes
from goldenthread.gatherings.plan.pending_changes import reason, say_why
from goldenthread.gatherings.plan.tests.saving import after, change


def reasons_of(gathering, since):
    """For who has a place, and for who follows."""
    fresh = Gathering.objects.with_facts().get(pk=gathering.pk)
    return what_changed(fresh, since)["because"], [each.because for each in net_changes(fresh, since)]


MILL, FREE = {"venue": "The Mill", "because": "The roof leaks."}, {"cost": "Free", "because": "A gift."}
BACK, LEDE = {"venue": "The Old School", "because": "It is mended."}, {"lede": "A day."}


@pytest.mark.parametrize(
    ("saves", "place", "follower_reads"),
    [
        ([MILL, FREE], "The roof leaks.\n\nA gift.", ["The roof leaks. · A gift."]),
        ([MILL, LEDE], "The roof leaks.", ["The roof leaks."]),
        ([MILL, BACK, FREE], "A gift.", ["A gift."]),
        ([MILL, {"venue": "The Barn"}], "", [""]),
        ([FREE, {**FREE, "because": "It is a gift."}], "A gift.", ["A gift."]),
    ],
)
def test_what_stands_keeps_its_reason_and_what_was_taken_back_does_not(
    spring, ada, follower, saves, place, follower_reads
):
    known = spring.sequence
    [change(spring, ada, after(minutes=n), **plan) for n, plan in enumerate(saves)]

    assert reasons_of(spring, known) == (place, follower_reads)


def test_a_reason_typed_later_is_that_of_the_newest_change_that_stands(spring, ada, follower):
    known = spring.sequence
    change(spring, ada, **MILL)
    change(spring, ada, after(minutes=1), cost="Free")
    pending = PendingChanges.objects.get()
    assert reason(pending) == ""

    say_why(pending, "A gift.")

    assert (reason(pending), reasons_of(spring, known)[0]) == ("A gift.", "The roof leaks.\n\nA gift.")


def test_a_save_that_changes_nothing_is_no_version(spring, ada, follower):
    known = spring.sequence
    change(spring, ada, venue=spring.venue, about=spring.about.replace("\n", "\r\n"), because="Because.")

    assert (Gathering.objects.get().sequence, PendingChanges.objects.count()) == (known, 0)

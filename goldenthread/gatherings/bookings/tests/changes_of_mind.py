"""A part of the machine: what people take back, and what they say to a convenor on the telephone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from goldenthread.gatherings.bookings.answering import NotLive, say_yes_for
from goldenthread.gatherings.bookings.giving_up import AlreadyOver
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.tests.truths import Glimpse
from goldenthread.gatherings.bookings.withdrawing import stay_after_all, withdraw
from goldenthread.people.models import Person

a_booking = st.integers(0, 30)


def may_be_refused(*refusals: type[Exception]) -> Any:
    """What is refused changes nothing, which the truths look at like after anything else."""

    def wrap(act: Any) -> Any:
        def acted(self: Any, **words: Any) -> None:
            try:
                with transaction.atomic():
                    act(self, **words)
            except refusals:
                self.refused += 1

        acted.__name__ = act.__name__
        return acted

    return wrap


class ChangesOfMind(RuleBasedStateMachine):
    """Somebody gives up their place and takes it back, or a convenor writes down their yes."""

    ada: Person
    now: datetime
    before: Glimpse
    refused = 0

    def booking(self, which: int) -> Booking:
        raise NotImplementedError

    @rule(which=a_booking)
    @precondition(lambda self: self.before.bookings)
    @may_be_refused(AlreadyOver)
    def withdraw(self, which: int) -> None:
        withdraw(self.booking(which), State.CANCELLED, now=self.now)

    @rule(which=a_booking)
    @precondition(lambda self: self.before.bookings)
    @may_be_refused(AlreadyOver)
    def stay_after_all(self, which: int) -> None:
        stay_after_all(self.booking(which), now=self.now)

    @rule(which=a_booking)
    @precondition(lambda self: self.before.bookings)
    @may_be_refused(NotLive)
    def say_yes_on_the_telephone(self, which: int) -> None:
        say_yes_for(self.booking(which), now=self.now, by=self.ada)

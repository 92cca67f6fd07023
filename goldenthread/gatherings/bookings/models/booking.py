from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.models.corrected import Corrected
from goldenthread.gatherings.bookings.models.feature import feature_labels
from goldenthread.gatherings.bookings.models.presses import PROVED, BookingManager
from goldenthread.gatherings.bookings.models.state import LIVE, SEATED, State, to_its_owner
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.sealed import SealedTextField
from goldenthread.mixing.sheet.names import as_spoken
from goldenthread.people.models import Person, Region

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise
    from django_stubs_ext.db.models.manager import RelatedManager

    from goldenthread.gatherings.bookings.models.booking_answer import BookingAnswer
    from goldenthread.gatherings.bookings.models.brought_in import BroughtIn
    from goldenthread.gatherings.bookings.models.owed import Owed
    from goldenthread.gatherings.bookings.models.withdrawal import Withdrawal

MOST_SEATS = 2  # somebody, and whoever travels with them


def a_key() -> str:
    return secrets.token_urlsafe(24)


class Booking(Corrected):
    """That somebody has a place at a gathering, waits for one, or no longer does."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="bookings")
    # Empty until the address has proved to be theirs; then they are somebody in this house, a member or not.
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="bookings")
    name = models.CharField(_("Name"), max_length=80)
    # Empty for somebody on paper. In lower case, so that one address is one booking.
    email = models.EmailField(_("E-mail"), blank=True)
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=State)
    # One, or two with a supporter who travels along.
    seats = models.PositiveSmallIntegerField(default=1)
    supporter = SealedTextField(_("Who supports you on the day?"), max_length=80, blank=True)
    # Hats for mixing at this gathering: sectors, as the booker ticked them.
    sectors = models.JSONField(default=list, blank=True)
    role = models.CharField(_("Role"), max_length=120, blank=True)
    region = models.CharField(_("Region"), max_length=20, choices=Region, blank=True)
    # The sector whose held place this booking takes, if it takes one.
    held_for = models.CharField(max_length=20, blank=True)
    needs = SealedTextField(_("Access and food"), blank=True, max_length=2000)
    # Words of Feature, with spaces between: what a table can meet, so that the mixer hears it.
    table_needs = SealedTextField(_("Needed at their table"), blank=True, max_length=120)
    line = models.CharField(_("A line to the convenors"), max_length=400, blank=True)

    # Opens this booking from an e-mail, and nothing else.
    key = models.CharField(max_length=40, default=a_key, unique=True)
    # What the browser that pressed may type instead: sealed when the e-mail is written, tried a few times.
    code_hash = models.CharField(max_length=64, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    remind_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    # Until when a kept place waits to be confirmed, or an offer to be answered.
    until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = BookingManager.from_queryset(BookingQuerySet)()
    with_presses = BookingQuerySet.as_manager()

    if TYPE_CHECKING:
        owed: RelatedManager[Owed]
        answers: RelatedManager[BookingAnswer]
        brought_in: BroughtIn
        withdrawal: Withdrawal

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "email"],
                condition=Q(state__in=[state.value for state in LIVE]) & ~Q(email=""),
                name="an_address_books_once",
            ),
            models.UniqueConstraint(
                fields=["gathering", "person"],
                condition=Q(state__in=[state.value for state in LIVE]) & Q(person__isnull=False),
                name="a_person_books_once",
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="a_booking_has_its_address_in_lower_case"),
            models.CheckConstraint(
                condition=Q(seats__gte=1, seats__lte=MOST_SEATS), name="a_booking_has_a_seat_or_two"
            ),
        ]
        indexes = [
            models.Index(fields=["gathering", "state", "held_for", "seats"], name="seats_taken"),
            models.Index(
                fields=["until"], condition=Q(state__in=["kept", "offered", "again"]), name="places_that_wait"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.known_as}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        return reverse("pages:place", args=[self.gathering.slug, self.key])

    def get_table_needs_display(self) -> str:
        return feature_labels(self.table_needs)

    @property
    def known_as(self) -> str:
        return self.person.known_as if self.person else as_spoken(self.name)

    @property
    def is_proved(self) -> bool:
        """Whether what stands here was said by whom it is about, or by a convenor. Until then anybody may have typed it."""
        return self.confirmed_at is not None or not self.email or hasattr(self, "brought_in")

    @property
    def is_named(self) -> bool:
        """Whether others may read the name: not one that a stranger may have typed. Asked of many, so most answer by themselves."""
        if self.person_id or self.confirmed_at or not self.email or self.state == State.EXPECTED:
            return True
        # Somebody who was brought in may wait; a kept place was asked for by somebody who said that it is theirs.
        return self.state != State.KEPT and self.is_proved

    @property
    def listed_as(self) -> str:
        """For the convenors: not by a name that a stranger may have typed."""
        return self.known_as if self.is_named else self.email

    @property
    def address(self) -> str:
        """Where to write to: where the person is now, if we know them."""
        return (self.person.email if self.person else None) or self.email

    @property
    def in_words(self) -> StrPromise:
        """How it stands, said to whose booking it is."""
        return to_its_owner(State(self.state), was_asked_for=not self.is_unanswered)

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def is_seated(self) -> bool:
        return self.state in SEATED

    @property
    def is_coming(self) -> bool:
        return self.state == State.COMING

    @property
    def is_waiting(self) -> bool:
        return self.state == State.WAITING

    @property
    def is_offered(self) -> bool:
        """Whether a place fell free for them, and waits for their answer."""
        return self.state == State.OFFERED

    @property
    def is_being_given_up(self) -> bool:
        """Whether they said that they cannot come, and can still take that back."""
        return self.is_live and hasattr(self, "withdrawal")

    @property
    def shows_name(self) -> bool:
        """Whether others who are coming may read it: their own word alone."""
        return hasattr(self, "showing")

    @property
    def has_supporter(self) -> bool:
        return self.seats == MOST_SEATS

    @property
    def is_unanswered(self) -> bool:
        """Whether others put them down by their address, and they have not said yes."""
        return self.confirmed_at is None and hasattr(self, "brought_in")

    @property
    def is_by_word_of_mouth(self) -> bool:
        """Whether a convenor said for them that they come, or gave this address: whoever opens it has not said that it is them."""
        is_theirs = bool(self.person and self.person.email)
        return bool(self.email and self.confirmed_at) and not is_theirs and hasattr(self, "brought_in")

    @property
    def shows_what_was_told(self) -> bool:
        """Whether whoever opens it may read what was told for the day: not what was told before it had their address."""
        return not self.told_elsewhere and not self.is_by_word_of_mouth

    @property
    def waits_for_a_yes(self) -> bool:
        """Whether a place, or a place in line that others asked for, is theirs as soon as they say yes; a convenor may type it in."""
        return self.is_unanswered or self.state in {State.KEPT, State.OFFERED}

    def place_on_waiting_list(self) -> int:
        """1 for whoever is next, of those who said that it is them: others' presses change no number. 0 for everybody else."""
        if self.state != State.WAITING or not self.is_proved:
            return 0
        return Booking.objects.filter(PROVED, gathering=self.gathering_id).waiting_before(self).count() + 1

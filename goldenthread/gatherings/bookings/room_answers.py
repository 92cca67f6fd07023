"""What bookings answer: who hosts whom, what follows from a changed plan, and what goes when somebody leaves."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings import chores, leaving, plan_changes
from goldenthread.gatherings.bookings.acts import ACTS
from goldenthread.gatherings.bookings.asking_questions import copy_questions
from goldenthread.gatherings.bookings.keeping import KEPT
from goldenthread.gatherings.bookings.merging_people import keep_the_better
from goldenthread.gatherings.bookings.models import Booking, BookingAnswer, BroughtIn, KindNo, QuietWord, WrittenTo
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.models.corrected import TOLD
from goldenthread.gatherings.bookings.rules import is_over
from goldenthread.gatherings.plan.above import Preview, RoomAbovePlan
from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.journal.above import Act
from goldenthread.kit import clock
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import NameOfAnother, OwnedRows, RowMerger
from goldenthread.people.models import Audience, Person

HOSTED = frozenset({Audience.HOSTS})


class Bookings(RoomAbovePlan):
    """Bookings, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def closeness(self, by: Person, to: Collection[int]) -> Mapping[int, Collection[Audience]]:
        """They host those who have a confirmed place. That somebody waits, or was put down by others, opens nothing of theirs."""
        hosted = Booking.objects.coming().filter(
            person__in=to, gathering__convenings__person=by, gathering__convenings__until=None
        )
        return dict.fromkeys(hosted.values_list("person", flat=True).distinct(), HOSTED)

    def their_places(self, person: Person) -> Sequence[tuple[str, str]]:
        to_come = (
            Booking.objects.live().filter(person=person).select_related("gathering").order_by("gathering__day", "pk")
        )
        now = clock.now()
        return [
            (booking.gathering.title, booking.get_absolute_url())
            for booking in to_come.going_ahead()
            if not is_over(booking.gathering, now)
        ]

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        """A no is of whoever asked, and of whoever wrote it; what was said quietly or answered is of whoever said it."""
        return {
            BookingAnswer: BookingAnswer.objects.of_somebody,
            KindNo: lambda person: KindNo.objects.filter(Q(booking__in=_theirs(person)) | Q(by=person)),
            QuietWord: lambda person: QuietWord.objects.filter(booking__in=_theirs(person)),
        }

    def names_of_others(self) -> Mapping[tuple[type[Model], str], NameOfAnother]:
        of_answers: dict[tuple[type[Model], str], NameOfAnother] = {(BookingAnswer, "words"): _answered_here}
        written = {(model, "booking"): _booking_of_another for model in (BroughtIn, KindNo, WrittenTo)}
        return of_answers | written | {(Booking, field): _told_here for field in TOLD}

    def before_leaving(self, person: Person | None, address: str) -> list[str]:
        return leaving.forget_theirs(person, address)

    def forget_again(self, marks: set[str]) -> None:
        leaving.forget_again(marks)

    def row_mergers(self) -> Mapping[type[Model], RowMerger]:
        return {Booking: keep_the_better}

    def plan_changed(self, before: Gathering, after: Gathering, written_to: set[str]) -> None:
        plan_changes.plan_changed(before, after, written_to)

    def plan_copied(self, gathering: Gathering, copied: Gathering, *, by: Person) -> None:
        copy_questions(gathering, copied, by=by)

    def changes_sent(self, gathering: Gathering) -> None:
        chores.write_about(gathering)

    def changes_dropped(self, gathering: Gathering, pending: PendingChanges) -> None:
        plan_changes.changes_dropped(gathering, pending)

    def preview(self, gathering: Gathering) -> Preview:
        return plan_changes.preview(gathering)


def _theirs(person: Person) -> BookingQuerySet:
    return Booking.objects.all().of(person=person, email=person.email or "")


def _told_here(booking: Booking, _person: Person) -> str | None:
    """As it stands, unless it was told before a convenor gave the booking the address of whoever asks."""
    return None if booking.shows_what_was_told else _("Told before the booking had your address, so it isn’t shown.")


def _answered_here(answer: BookingAnswer, person: Person) -> str | None:
    return _told_here(answer.booking, person)


def _booking_of_another(row: BroughtIn | KindNo | WrittenTo, person: Person) -> str | None:
    """A convenor keeps what they did, and not to whom: they may convene no more."""
    booking = row.booking
    is_theirs = booking.person_id == person.pk or (booking.email and booking.email == person.email)
    return None if is_theirs else _("Somebody else’s booking")

"""Who came after the tables were announced sits at them, too: at once, in every round to come with a chair, and nobody moves for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.coming import may_still_come, to_have_a_table
from goldenthread.gatherings.tables.free_chairs import FreeChairs
from goldenthread.gatherings.tables.models import Arrangement, Mix, Round, Seat, TableWish
from goldenthread.gatherings.tables.saving_mix import look_again
from goldenthread.journal.note import note
from goldenthread.kit.name_order import by_first_name
from goldenthread.people.models import Person


def seat_newcomers(gathering: Gathering, now: datetime, *, by: Person | None = None) -> list[Seat]:
    """Pressed twice, and by several workers at once, everybody is seated once. Where nothing can be done nothing is written."""
    before = told_to(gathering)
    if before is None or not _can_be_seated(before, now):
        return []
    with transaction.atomic():
        Arrangement.objects.select_for_update().get(pk=before.arrangement_id)
        # Somebody may have changed their seat meanwhile, which makes another version.
        mix = told_to(gathering) or before
        made = list(_seats(mix, without_a_table(mix, now)))
        if made:
            _give_away(made)
            Seat.objects.bulk_create(made)
            note(by, "seated somebody who came later", mix)
            look_again(mix)
    return made


def without_a_table(mix: Mix, now: datetime) -> Mapping[int, Sequence[Round]]:
    """By booking, the rounds to come in which somebody has no seat and did not ask to sit out."""
    rounds = _to_come(mix, now)
    seated = set(mix.seats.filter(round__in=rounds).values_list("booking", "round"))
    coming = to_have_a_table(mix.arrangement.gathering).order_by("at", "pk").values_list("pk", flat=True)
    short = [key for key in coming if any((key, round_.pk) not in seated for round_ in rounds)]
    out = dict(TableWish.objects.filter(booking__in=short).values_list("booking", "sits_out"))
    wanted = {
        key: [r for r in rounds if (key, r.pk) not in seated and r.number not in out.get(key, ())] for key in short
    }
    return {key: missing for key, missing in wanted.items() if missing}


def who_has_no_table(mix: Mix, now: datetime) -> list[str]:
    """Names, for the convenors: they can make room."""
    bookings = mix.arrangement.gathering.bookings.filter(pk__in=without_a_table(mix, now).keys())
    named = bookings.select_related("person").defer("needs", "supporter", "line")
    return sorted((booking.listed_as for booking in named), key=by_first_name)


def is_seating(mix: Mix, now: datetime) -> bool:
    """Whether somebody without a table is about to get one: there is a chair, and the worker comes by every minute."""
    wanted = without_a_table(mix, now)
    free = free_seats(mix, {round_ for rounds in wanted.values() for round_ in rounds})
    seats = dict(mix.arrangement.gathering.bookings.filter(pk__in=wanted.keys()).values_list("pk", "seats"))
    return any(free[round_.pk] >= seats[key] for key, rounds in wanted.items() for round_ in rounds)


def free_seats(mix: Mix, rounds: Collection[Round]) -> Mapping[int, int]:
    """By round, how many seats are left at the table that has the most of them. A table at which nobody sits is none."""
    coming = may_still_come(mix.arrangement.gathering).values("pk")
    seats = mix.seats.filter(round__in=rounds, booking__in=coming, table__is_closed=False)
    sizes = seats.values("round", "table", "table__most").annotate(size=Sum("booking__seats"))
    free = {round_.pk: 0 for round_ in rounds}
    for row in sizes.order_by():
        free[row["round"]] = max(free[row["round"]], row["table__most"] - row["size"])
    return free


def _can_be_seated(mix: Mix, now: datetime) -> bool:
    """Asked whenever anything was committed, so it opens no wish and reads no portrait."""
    missing = {round_ for rounds in without_a_table(mix, now).values() for round_ in rounds}
    return any(free_seats(mix, missing).values()) if missing else False


def _to_come(mix: Mix, now: datetime) -> list[Round]:
    return [round_ for round_ in mix.arrangement.rounds.order_by("number") if not round_.has_begun(now)]


def _seats(mix: Mix, wanted: Mapping[int, Sequence[Round]]) -> Iterator[Seat]:
    """First come, first served. In a home group people stay together in all of its rounds."""
    chairs, were = FreeChairs(mix), _told_before(mix, wanted)
    for key, rounds in wanted.items():
        booking = chairs.input.by_key[key]
        at_home = [round_ for round_ in rounds if round_.is_home]
        groups = [at_home] * bool(at_home) + [[round_] for round_ in rounds if not round_.is_home]
        for group in groups:
            keys = [round_.pk for round_ in group]
            with_room = chairs.with_room(booking, keys)
            if table := chairs.best(booking, keys, with_room, was=were.get((key, keys[0]))):
                chairs.take(booking, keys, table)
                yield from (Seat(mix=mix, round=round_, table=table, booking=booking) for round_ in group)


def _told_before(mix: Mix, bookings: Collection[int]) -> Mapping[tuple[int, int], int]:
    """Where they were told that they sit, in a version that held before this one. In a home group it is where they sat last."""
    seats = Seat.objects.filter(booking__in=list(bookings), mix__announcements__isnull=False)
    seats_told = seats.order_by("mix__announcements", "round__number").values_list(
        "booking", "round", "round__is_home", "table"
    )
    before = {(booking, round_): table for booking, round_, _is_home, table in seats_told}
    homes = {booking: table for booking, _round, is_home, table in seats_told if is_home}
    rounds = mix.arrangement.rounds.filter(is_home=True).values_list("pk", flat=True)
    return before | {(booking, round_): table for booking, table in homes.items() for round_ in rounds}


def _give_away(made: Sequence[Seat]) -> None:
    """The chairs of those who do not come any more, at the tables that were filled up: who comes back is a newcomer."""
    mix = made[0].mix
    for round_, table in {(seat.round, seat.table) for seat in made}:
        taken_seats = mix.seats.filter(round=round_, table=table)
        coming = may_still_come(mix.arrangement.gathering).values("pk")
        new = sum(seat.booking.seats for seat in made if (seat.round, seat.table) == (round_, table))
        taken = taken_seats.aggregate(n=Sum("booking__seats"))["n"] or 0
        if taken + new > table.most:
            taken_seats.exclude(booking__in=coming).delete()

"""Who knows whom, who stays with whom, and who is not to sit with whom. Nothing here is ever shown to anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Convening
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.mixing.sheet.columns import bare
from goldenthread.mixing.sheet.names import as_spoken
from goldenthread.mixing.tables import Tie
from goldenthread.threads.acquaintance import ties_among
from goldenthread.threads.keep_apart import pairs_among

# So many sit with one convenor.
MOST_WITH_ONE = 2


def pairs_apart(coming: Sequence[Booking]) -> set[frozenset[str]]:
    """Keys of bookings: those who asked at this gathering, and those who asked once and for all."""
    called, key = _by_name(coming), _by_person(coming)
    pairs = {
        frozenset((str(booking.pk), str(other)))
        for booking in coming
        for name in _lines(wish_of(booking), "apart")
        for other in called[name] - {booking.pk}
    }
    return pairs | {frozenset((key[one], key[other])) for one, other in pairs_among(key)}


def pairs_that_stay(coming: Sequence[Booking]) -> set[frozenset[str]]:
    """Both named each other: nobody is tied to anybody by one side’s word. But a convenor is there for whoever asks for one."""
    called = _by_name(coming)
    named = {
        (booking.pk, other)
        for booking in coming
        for name in _lines(wish_of(booking), "beside")
        for other in called[name] - {booking.pk}
    }
    mutual = {frozenset((str(one), str(other))) for one, other in named if (other, one) in named}
    return mutual | set(_pairs_with_a_convenor(coming))


def _pairs_with_a_convenor(coming: Sequence[Booking]) -> Iterator[frozenset[str]]:
    """Each who asked for it, with a convenor who sits, by turns. At a table there must be room for others too."""
    wanting = [booking for booking in coming if (wish := wish_of(booking)) and wish.with_convenor]
    if not wanting:
        return
    convening = Convening.objects.current().filter(gathering=wanting[0].gathering_id)
    they = set(convening.values_list("person", flat=True))
    convenors = [booking for booking in coming if booking.person_id in they]
    turns = [convenor for _turn in range(MOST_WITH_ONE) for convenor in convenors]
    asking = (booking for booking in wanting if booking not in convenors)
    yield from (frozenset((str(guest.pk), str(convenor.pk))) for guest, convenor in zip(asking, turns, strict=False))


def ties(coming: Sequence[Booking]) -> list[Tie]:
    """Who met before, or holds a thread, and how often."""
    key = _by_person(coming)
    return [Tie(key[one], key[other], times) for (one, other), times in sorted(ties_among(key).items())]


def wish_of(booking: Booking) -> TableWish | None:
    return getattr(booking, "table_wish", None)


def _by_name(coming: Sequence[Booking]) -> Mapping[str, set[int]]:
    """Bookings by every name that somebody goes by, and by first names. Of two with one name, both are meant."""
    called: dict[str, set[int]] = defaultdict(set)
    for booking in coming:
        for name in names_of(booking):
            called[name].add(booking.pk)
    return called


def names_of(booking: Booking) -> set[str]:
    """Whatever a wish may call them by: whole names, and first names."""
    whole = {bare(written) for name in _names(booking) for written in (name, as_spoken(name)) if bare(written)}
    return whole | {name.split(" ")[0] for name in whole}


def _by_person(coming: Sequence[Booking]) -> dict[int, str]:
    return {booking.person_id: str(booking.pk) for booking in coming if booking.person_id}


def _names(booking: Booking) -> Iterator[str]:
    yield booking.name
    # A wish may have been written before the name was corrected.
    yield from booking.names_before.splitlines()
    if booking.person:
        yield booking.person.name
        yield booking.person.chosen_name


def _lines(wish: TableWish | None, field: str) -> Iterator[str]:
    return filter(None, map(bare, getattr(wish, field).splitlines())) if wish else iter(())

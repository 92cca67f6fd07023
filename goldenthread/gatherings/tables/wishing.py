"""What somebody asks of the tables. It is written down sealed, and no journal speaks of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.telling_corrections import tell_there
from goldenthread.gatherings.tables.models import Arrangement, NotedWish, Round, TableWish
from goldenthread.gatherings.tables.models.wish import MOST_LETTERS
from goldenthread.people.models import Person


class DoesNotFit(Exception):
    """No room is left for a name, and half of one would be somebody else’s, or nobody’s."""


def wish_at(booking: Booking) -> TableWish:
    """What they asked, or the beginning of it."""
    return TableWish.objects.filter(booking=booking).first() or TableWish(booking=booking)


def ask(booking: Booking, *, features: Collection[str], sits_out: Collection[int], **more: object) -> None:
    """Asked for nothing, no row is kept: that there is one would say something."""
    wished = {"features": " ".join(features), "sits_out": sorted(sits_out), **more}
    if any(wished.values()):
        TableWish.objects.update_or_create(booking=booking, defaults=wished)
    else:
        TableWish.objects.filter(booking=booking).delete()


@transaction.atomic
def ask_for(booking: Booking, wished: Mapping[str, Any], *, by: Person) -> bool:
    """Whether a convenor added anything. What they asked themselves stays, and is neither shown nor undone by it.

    Raises DoesNotFit.
    """
    if not any(wished.values()):
        return False
    wish = wish_at(booking)
    ask(
        booking,
        features=sorted({*wish.features.split(), *wished["features"]}),
        sits_out={*wish.sits_out, *wished["sits_out"]},
        stays_put=wish.stays_put or wished["stays_put"],
        with_convenor=wish.with_convenor or wished["with_convenor"],
        beside=_added(wish.beside, wished["beside"]),
        apart=_added(wish.apart, wished["apart"]),
    )
    if booking.is_unanswered:
        # Nothing goes to an address before its owner has said that it is theirs. They read it then.
        NotedWish.objects.update_or_create(wish=wish_at(booking), defaults={"by": by})
    else:
        tell_there(booking, ["wishes"], by=by)
    return True


def _added(theirs: str, names: str) -> str:
    """One a line. A name that stands there already is added all the same: what fits must not tell which names those are."""
    whole = "\n".join(filter(None, [theirs, names]))
    if len(whole) > MOST_LETTERS:
        raise DoesNotFit
    return whole


def sit_out_of(booking: Booking, rounds: Collection[int]) -> None:
    """The rounds that they sit out, by their numbers. Whatever else they asked stays."""
    wish = wish_at(booking)
    more = {
        "stays_put": wish.stays_put,
        "with_convenor": wish.with_convenor,
        "beside": wish.beside,
        "apart": wish.apart,
    }
    ask(booking, features=wish.features.split(), sits_out=rounds, **more)


def rounds_at(booking: Booking) -> list[Round]:
    arrangement = Arrangement.objects.filter(gathering=booking.gathering_id).first()
    return list(arrangement.rounds.order_by("number")) if arrangement else []

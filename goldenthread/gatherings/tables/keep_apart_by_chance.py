"""Pairs whom chance keeps apart at one gathering and the next, whatever anybody wishes.

Whoever makes many versions sees in the end which two never share a table. So that this says nothing of a wish, far more pairs
are kept apart by chance: always the same ones, whoever else comes, drawn by the secret of the site.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from django.conf import settings

from goldenthread.gatherings.bookings.models import Booking

# In a larger gathering any two meet so seldom that nobody makes enough versions to miss them.
MOST_PEOPLE = 300
# In a tight one nearly everybody meets nearly everybody, and a pair that may not would cost others a new face.
ROOM = 0.75
DRAWN = 4


def apart_by_chance(coming: Sequence[Booking], *, rounds: int, tables: int) -> set[frozenset[str]]:
    """About one other for each who comes. Keys of bookings, as for wishes: the mixer cannot tell which is which."""
    share = _share(len(coming), rounds, tables)
    named = sorted((_name(booking), str(booking.pk)) for booking in coming)
    return {
        frozenset((one[1], other[1])) for one, other in combinations(named, 2) if drawn(f"{one[0]} {other[0]}") < share
    }


def apart_from_a_name(names: Collection[str], coming: Sequence[Booking], *, rounds: int, tables: int) -> set[int]:
    """For whoever comes late, about one other for each name that they go by: however often somebody books under a name, they are
    kept from the same others, so that it says nothing who of them wished it."""
    share = _share(len(coming), rounds, tables)
    return {booking.pk for booking in coming for name in names if drawn(f"called {name} {_name(booking)}") < share}


def _share(people: int, rounds: int, tables: int) -> int:
    """Of all that may be drawn; 0 where there is no room for chance, or no need of it."""
    if not tables or people > MOST_PEOPLE or rounds * (people / tables - 1) > ROOM * (people - 1):
        return 0
    return (1 << 8 * DRAWN) // max(people, 1)


def _name(booking: Booking) -> str:
    """The same at every gathering for whoever is known here."""
    return f"person {booking.person_id}" if booking.person_id else f"booking {booking.pk}"


def drawn(words: str) -> int:
    """A number that nobody can tell beforehand, and always the same for the same words."""
    return int.from_bytes(blake2b(words.encode(), key=_secret(settings.SECRET_KEY), digest_size=DRAWN).digest())


@lru_cache(maxsize=2)
def _secret(of_the_site: str) -> bytes:
    return blake2b(of_the_site.encode(), person=b"apart by chance", digest_size=32).digest()

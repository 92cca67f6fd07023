"""Pairs whom chance keeps apart at one gathering and the next, whatever anybody wishes.

Whoever makes many versions sees in the end which two never share a table. So that this says nothing of a wish, far more pairs
are kept apart by chance: always the same ones, whoever else comes, drawn by the secret of the site.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    people = len(coming)
    if not tables or people > MOST_PEOPLE or rounds * (people / tables - 1) > ROOM * (people - 1):
        return set()
    share = (1 << 8 * DRAWN) // max(people, 1)
    named = sorted((_name(booking), str(booking.pk)) for booking in coming)
    return {
        frozenset((one[1], other[1])) for one, other in combinations(named, 2) if drawn(f"{one[0]} {other[0]}") < share
    }


def _name(booking: Booking) -> str:
    """The same at every gathering for whoever is known here."""
    return f"person {booking.person_id}" if booking.person_id else f"booking {booking.pk}"


def drawn(words: str) -> int:
    """A number that nobody can tell beforehand, and always the same for the same words."""
    return int.from_bytes(blake2b(words.encode(), key=_secret(settings.SECRET_KEY), digest_size=DRAWN).digest())


@lru_cache(maxsize=2)
def _secret(of_the_site: str) -> bytes:
    return blake2b(of_the_site.encode(), person=b"apart by chance", digest_size=32).digest()

"""Introductions that the house suggests: once a month, to those who asked, across sectors first, the same two never again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from goldenthread.mixing.introductions.candidates import candidates, once
from goldenthread.mixing.introductions.directory import directory
from goldenthread.mixing.introductions.matching import match
from goldenthread.mixing.introductions.pairs import Rows, key_of
from goldenthread.people.models import Region, Sector
from goldenthread.threads.models import Asking, Encounter, Ending, Introduction, KeepApart, Pair, Thread, pair_of
from goldenthread.threads.seeking import PublicProfile, who_asked

# So many in one transaction: short enough that nobody waits for it.
AT_ONCE = 100
MOST_WORDS_SAID = 3


def suggest(now: datetime) -> int:
    """Introduce those who asked. Returns how many pairs. Stopped in the middle and begun again, it goes on."""
    profiles = who_asked(now)
    by_key = {profile.person: profile for profile in profiles}
    pairs = list(find_pairs(profiles))
    for start in range(0, len(pairs), AT_ONCE):
        _write([(by_key[one], by_key[other]) for one, other in pairs[start : start + AT_ONCE]], now)
    return len(pairs)


def find_pairs(profiles: Sequence[PublicProfile]) -> Iterator[Pair]:
    """At most one for each: first across sectors, then, among those who are left, whatever their sector."""
    keys = np.array([profile.person for profile in profiles], dtype=np.int64)
    never, free = _never(keys), np.ones(len(keys), dtype=np.bool_)
    for across_sectors in (True, False):
        seekers = [
            profile.as_seeker(across_sectors=across_sectors, is_free=is_free)
            for profile, is_free in zip(profiles, free.tolist(), strict=True)
        ]
        possible = candidates(directory(seekers), never)
        chosen = possible.of(match(possible, free.astype(np.int64)))
        free[chosen.one] = free[chosen.other] = False
        yield from (pair_of(*pair) for pair in zip(keys[chosen.one].tolist(), keys[chosen.other].tolist(), strict=True))


def _never(keys: Rows) -> Rows:
    """Pairs of these who know each other, were suggested before, or are to be kept apart: the matcher cannot tell which."""
    between: list[Any] = [Encounter.objects, Thread.objects, Ending.objects, Introduction.objects]
    columns = [*(rows.values_list("one_id", "other_id") for rows in between)]
    columns.append(KeepApart.objects.values_list("owner_id", "whom_id"))
    flat = np.fromiter((key for rows in columns for pair in rows.iterator() for key in pair), dtype=np.int64)
    pairs = flat.reshape(-1, 2)
    pairs = pairs[np.isin(pairs, keys).all(axis=1)]
    rows = np.searchsorted(keys, pairs)
    return once(key_of(rows[:, 0], rows[:, 1], len(keys)))


@transaction.atomic
def _write(pairs: Sequence[tuple[PublicProfile, PublicProfile]], now: datetime) -> None:
    made = Introduction.objects.bulk_create(
        Introduction(one_id=one.person, other_id=other.person, at=now) for one, other in pairs
    )
    Asking.objects.bulk_create(
        Asking(introduction=introduction, person_id=me.person, why=reason(me, them))
        for introduction, (one, other) in zip(made, pairs, strict=True)
        for me, them in ((one, other), (other, one))
    )


def reason(me: PublicProfile, them: PublicProfile) -> str:
    """Why I might like to meet them, in my language, from what both told every member and nothing else."""
    with translation.override(me.language):
        return " ".join(sentence for sentence in _sentences(me, them) if sentence)


def _sentences(me: PublicProfile, them: PublicProfile) -> Iterator[str]:
    yield _said(_("They bring what you look for: %(words)s."), them.offers & me.needs)
    yield _said(_("They look for what you bring: %(words)s."), them.needs & me.offers)
    helps = (them.offers & me.needs) | (them.needs & me.offers)
    yield _said(_("You both mention %(words)s."), ((me.offers | me.needs) & (them.offers | them.needs)) - helps)
    if me.region and me.region == them.region:
        yield _("You both live in the same region: %(region)s.") % {"region": Region(me.region).label}
    if them.sector and them.sector != me.sector:
        yield _("They come from another sector: %(sector)s.") % {"sector": Sector(them.sector).label}


def _said(sentence: str, words: frozenset[str]) -> str:
    return sentence % {"words": ", ".join(sorted(words)[:MOST_WORDS_SAID])} if words else ""

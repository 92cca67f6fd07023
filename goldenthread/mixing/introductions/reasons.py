"""Why two people might like to meet, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from goldenthread.mixing.introductions.values import Seeker


def because(one: Seeker, other: Seeker) -> str:
    """One to four short sentences, from what both have said themselves and nothing else."""
    sentences = (
        [f"Both care about {listed(one.interests & other.interests)}."] if one.interests & other.interests else []
    )
    sentences += [
        f"{called(giver)} offers {listed(giver.offers & taker.needs)}, which {called(taker)} needs."
        for giver, taker in ((one, other), (other, one))
        if giver.offers & taker.needs
    ]
    if one.sector and other.sector and one.sector != other.sector:
        sentences.append(f"{called(one)} comes from {one.sector}, {called(other)} from {other.sector}.")
    return " ".join(sentences)


def why_not(seeker: Seeker) -> str:
    """Why nobody was found for somebody."""
    if not seeker.interests:
        return "has not named an interest"
    if not seeker.offers and not seeker.needs:
        return "has named nothing that they offer or need"
    return "nobody from another sector, still free, shares an interest and offers or needs the fitting thing"


def called(seeker: Seeker) -> str:
    return seeker.name or seeker.id


def listed(words: Iterable[str]) -> str:
    *others, last = sorted(words)
    return f"{', '.join(others)} and {last}" if others else last

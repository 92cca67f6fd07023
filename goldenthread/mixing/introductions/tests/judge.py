"""A little judge of introductions that shares no code with what it judges: plain loops over plain tuples."""

from itertools import combinations

from hypothesis import strategies as st

from goldenthread.mixing.introductions.values import Seeker

few = st.frozensets(st.sampled_from("abc"), max_size=3)


def blocking(pairs, chosen, limits, step=1):
    """Pairs (one, other, score) not chosen of whom both would be a full step better off with each other."""
    met: dict[int, list[int]] = {person: [] for person in range(len(limits))}
    for one, other, score in chosen:
        met[one].append(score // step)
        met[other].append(score // step)
    return [pair for pair in set(pairs) - set(chosen) if all(_wants(met, limits, p, pair[2] // step) for p in pair[:2])]


def _wants(met, limits, person, score):
    has_room = len(met[person]) < limits[person]
    return limits[person] > 0 and (has_room or min(met[person]) < score)


@st.composite
def graphs(draw):
    people = draw(st.integers(2, 9))
    ends = draw(st.lists(st.sampled_from(list(combinations(range(people), 2))), unique=True, max_size=30))
    scores = draw(st.lists(st.integers(1, draw(st.sampled_from([2, 4, 30]))), min_size=len(ends), max_size=len(ends)))
    limits = draw(st.lists(st.integers(0, 3), min_size=people, max_size=people))
    return [(*pair, score) for pair, score in zip(ends, scores, strict=True)], limits


@st.composite
def circles(draw, most=12):
    return tuple(
        Seeker(
            f"p{row}",
            sector=draw(st.sampled_from([None, "health", "justice"])),
            interests=draw(few),
            offers=draw(few),
            needs=draw(few),
            pauses=draw(st.sampled_from([False, False, False, True])),
        )
        for row in range(draw(st.integers(1, most)))
    )


def may_meet(one, other):
    """All that must be so for two people to be candidates."""
    apart = one.sector is None or one.sector != other.sector
    fits = one.offers & other.needs or other.offers & one.needs
    return bool(apart and fits and one.interests & other.interests and not one.pauses and not other.pauses)

"""A little judge of timetables that shares no code with what it judges."""

from itertools import combinations, product

from hypothesis import strategies as st

from goldenthread.mixing.timetable.values import Placed, Programme, Room, Session, Slot


def faults(programme, placed):
    """Every hard rule that a timetable breaks, by name."""
    about = {one.id: one for one in programme.sessions}
    room = {one.id: one for one in programme.rooms}
    pairs = [(a, b) for a, b in combinations(placed, 2) if a.slot == b.slot]
    alone = [(one, about[one.session]) for one in placed]
    return [
        *("twice" for a, b in combinations(placed, 2) if a.session == b.session),
        *("room taken" for a, b in pairs if a.room == b.room),
        *("speaker twice" for a, b in pairs if about[a.session].speakers & about[b.session].speakers),
        *("away" for one, it in alone for who in it.speakers if one.slot in programme.away.get(who, ())),
        *("features" for one, it in alone if not it.needs <= room[one.room].features),
        *("shut" for one, _ in alone if room[one.room].open is not None and one.slot not in room[one.room].open),
        *("slot" for one, it in alone if it.slots is not None and one.slot not in it.slots),
        *("room" for one, it in alone if it.rooms is not None and one.room not in it.rooms),
        *("order" for one, it in alone if it.after and not _follows(programme, placed, one, it.after)),
    ]


def _follows(programme, placed, one, first):
    slots = [slot.id for slot in programme.slots]
    day = {slot.id: slot.day for slot in programme.slots}
    before = [other for other in placed if other.session == first and other.room == one.room]
    return any(slots.index(a.slot) + 1 == slots.index(one.slot) and day[a.slot] == day[one.slot] for a in before)


def counts(programme, placed):
    """Conflict, overflow and strands, counted one by one."""
    about = {one.id: one for one in programme.sessions}
    capacity = {one.id: one.capacity for one in programme.rooms}
    at_once = [{a.session, b.session} for a, b in combinations(placed, 2) if a.slot == b.slot]
    conflict = sum(people for a, b, people in programme.interest for pair in at_once if pair == {a, b})
    overflow = sum(max(0, about[one.session].demand - capacity[one.room]) for one in placed)
    strands = [{about[name].strand for name in pair} for pair in at_once]
    return conflict, overflow, sum(len(found) == 1 and None not in found for found in strands)


def best_of_all(programme):
    """The fewest without a place, and what the best timetable with so few costs: every chair tried. Only for tiny ones."""
    chairs = [None, *product([one.id for one in programme.slots], [one.id for one in programme.rooms])]
    ways = product(chairs, repeat=len(programme.sessions))
    return min(_weighed(programme, way) for way in ways if _is_kept(programme, way))


def _placed(programme, way):
    return [Placed(one.id, *chair) for one, chair in zip(programme.sessions, way, strict=True) if chair]


def _is_kept(programme, way):
    return faults(programme, _placed(programme, way)) == []


def _weighed(programme, way):
    return way.count(None), sum(counts(programme, _placed(programme, way)))


def some(words, **how):
    return st.one_of(st.none(), st.frozensets(st.sampled_from(words), min_size=1, **how))


@st.composite
def programmes(draw, most=9, slots=5, rooms=3):
    slots = tuple(Slot(f"t{n}", f"d{n // 3}") for n in range(draw(st.integers(1, slots))))
    features = st.frozensets(st.sampled_from("xy"), max_size=2)
    times, places = [slot.id for slot in slots], [f"r{n}" for n in range(draw(st.integers(1, rooms)))]
    rooms = tuple(Room(name, draw(st.integers(0, 50)), draw(features), draw(some(times))) for name in places)
    sessions = [
        Session(
            f"s{n}",
            speakers=draw(st.frozensets(st.sampled_from("ABC"), max_size=2)),
            demand=draw(st.integers(0, 50)),
            needs=draw(st.frozensets(st.sampled_from("xy"), max_size=1)),
            slots=draw(some(times)),
            rooms=draw(some(places)),
            strand=draw(st.sampled_from([None, "one"])),
            after=f"s{n - 1}" if n and draw(st.integers(0, 4)) == 0 else None,
        )
        for n in range(draw(st.integers(0, most)))
    ]
    interest = tuple((a.id, b.id, draw(st.integers(0, 9))) for a, b in list(combinations(sessions, 2))[:6])
    return Programme(slots, rooms, tuple(sessions), {"A": frozenset(times[:1])}, interest)

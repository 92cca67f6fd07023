"""A judge of timetables in which sessions take several slots. It counts slot by slot, and shares no code with what it judges."""

from itertools import combinations


def cells(programme, placed):
    """(session, number of the slot, room) for each slot that each session takes; a number past the last slot if it must."""
    order = [slot.id for slot in programme.slots]
    about = {one.id: one for one in programme.sessions}
    begun = [(about[one.session], order.index(one.slot), one.room) for one in placed]
    return [(it, first + step, room) for it, first, room in begun for step in range(it.length)]


def faults(programme, placed):
    """Every hard rule that is broken, by name."""
    slots, rooms = programme.slots, {room.id: room for room in programme.rooms}
    taken = cells(programme, placed)
    if any(at >= len(slots) for _, at, _ in taken):
        return ["past the end"]
    meetings = [(a, b) for a, b in combinations(taken, 2) if a[1] == b[1]]
    first = {it.id: (at, room) for it, at, room in reversed(taken)}
    last = {it.id: (at, room) for it, at, room in taken}
    return [
        *("twice" for a, b in combinations(placed, 2) if a.session == b.session),
        *("room taken" for a, b in meetings if a[2] == b[2]),
        *("speaker twice" for a, b in meetings if a[0].speakers & b[0].speakers),
        *("away" for it, at, _ in taken for who in it.speakers if slots[at].id in programme.away.get(who, ())),
        *("shut" for _, at, room in taken if slots[at].id not in (rooms[room].open or {slot.id for slot in slots})),
        *("features" for it, _, room in taken if not it.needs <= rooms[room].features),
        *("another day" for it, at, _ in taken if slots[at].day != slots[first[it.id][0]].day),
        *("pin" for it, _, _ in taken if it.slots is not None and slots[first[it.id][0]].id not in it.slots),
        *("pin" for it, _, room in taken if it.rooms is not None and room not in it.rooms),
        *("order" for it, _, _ in taken if it.after and not follows(slots, last.get(it.after), first[it.id])),
    ]


def follows(slots, before, at):
    return before and (before[0] + 1, before[1]) == at and slots[before[0]].day == slots[at[0]].day


def cost(programme, placed):
    """Conflict, overflow and strands, a slot at a time."""
    taken = cells(programme, placed)
    capacity = {room.id: room.capacity for room in programme.rooms}
    meetings = [(a[0], b[0]) for a, b in combinations(taken, 2) if a[1] == b[1]]
    conflict = sum(n for a, b in meetings for one, other, n in programme.interest if {a.id, b.id} == {one, other})
    overflow = sum(max(0, it.demand - capacity[room]) for it, _, room in taken)
    return conflict, overflow, sum(a.strand is not None and a.strand == b.strand for a, b in meetings)

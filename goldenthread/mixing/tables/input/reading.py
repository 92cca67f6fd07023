"""Instances, plans and past rounds from JSON, in the formats of the independent checker (docs/mixing.md).

Beside its fields an instance may hold `home` (lists of rounds that form one stable group) and `announced` (the plan that
people were told); a file of past rounds may hold `announced` too. Whatever else stands there is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from goldenthread.kit.cells import Unreadable
from goldenthread.mixing.tables.input.places import Misplaced, Place, parsed, told
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Plan, Round, Table, Tie, Weights


def instance(name: str, text: str) -> Instance:
    """The instance in a file called `name`. Raises Unreadable with line and field."""
    whole = parsed(name, text)
    try:
        return _instance(whole.fields())
    except Misplaced as misplaced:
        raise told(name, text, misplaced) from None


def plan(name: str, text: str, of: Instance) -> Plan:
    """A whole plan for an instance."""
    return Plan(_from(name, text, of)[0])


def past(name: str, text: str, of: Instance) -> Instance:
    """The instance again, with the rounds that this file says were already held (and what was announced, if it says)."""
    held, announced = _from(name, text, of)
    if len(held) > of.rounds:
        raise Unreadable(f"{name} holds {len(held)} rounds, but there are only {of.rounds}.")
    return replace(of, past=held, announced=announced or of.announced)


def _from(name: str, text: str, of: Instance) -> tuple[tuple[Round, ...], tuple[Round, ...]]:
    whole = parsed(name, text)
    people, tables = {guest.id for guest in of.people}, len(of.tables)
    try:
        if isinstance(whole.value, list):
            return _rounds(whole, people, tables), ()
        told_before = whole.fields().get("announced")
        announced = _rounds(told_before, people, tables) if told_before else ()
        return _rounds(whole.need("rounds"), people, tables), announced
    except Misplaced as misplaced:
        raise told(name, text, misplaced) from None


def _instance(whole: Place) -> Instance:
    rounds = whole.need("rounds").whole(1, 1000)
    people = tuple(_guest(place.fields(), rounds) for place in whole.need("people").each())
    tables = tuple(_table(place.fields(), rounds) for place in whole.need("tables").each())
    known = _each_once(whole.need("people"), [guest.id for guest in people])
    places = _each_once(whole.need("tables"), [table.id for table in tables])
    announced, past = whole.get("announced"), whole.get("past")
    return Instance(
        rounds=rounds,
        people=people,
        tables=tables,
        hosts=tuple(_host(place.fields(), known, places, rounds) for place in whole.every("hosts")),
        apart=tuple(_set(place, known) for place in whole.every("apart")),
        together=tuple(_set(place, known) for place in whole.every("together")),
        ties=_ties(whole.every("ties"), known),
        home=tuple(tuple(sorted(_numbers(place, rounds))) for place in whole.every("home")),
        # Our own two extras. A number under "past" means something else to the checker's generator.
        past=_rounds(past, known, len(tables)) if past and isinstance(past.value, list) else (),
        announced=_rounds(announced, known, len(tables)) if announced else (),
        weights=_weights(whole.get("weights")),
        name=str(whole.value.get("name") or ""),
    )


def _guest(place: Place, rounds: int) -> Guest:
    familiar, lived, present = place.get("familiar"), place.get("lived"), place.get("present")
    return Guest(
        place.need("id").text(),
        sector=_word(place.get("sector")),
        familiar=familiar.tick() if familiar else None,
        lived=lived.tick() if lived else False,
        needs=frozenset(need.text() for need in place.every("needs")),
        present=_numbers(present, rounds) if present else None,
        role=_word(place.get("role")),
        region=_word(place.get("region")),
    )


def _word(place: Place | None) -> str | None:
    return place.text() if place and place.value != "" else None


def _table(place: Place, rounds: int) -> Table:
    least, most, is_open = place.get("min"), place.get("max"), place.get("open")
    table = Table(
        place.need("id").text(),
        min=least.whole(0) if least else 1,
        max=most.whole(0) if most else 10**9,
        features=frozenset(feature.text() for feature in place.every("features")),
        open=_numbers(is_open, rounds) if is_open else None,
    )
    if table.min > table.max:
        place.refuse(f"its “min” ({table.min}) is larger than its “max” ({table.max})")
    return table


def _host(place: Place, people: Collection[str], tables: Collection[str], rounds: int) -> Host:
    when = place.get("rounds")
    return Host(
        place.need("person").one_of(people, "person"),
        place.need("table").one_of(tables, "table"),
        _numbers(when, rounds) if when else None,
    )


def _set(place: Place, people: Collection[str]) -> frozenset[str]:
    members = [one.one_of(people, "person") for one in place.each()]
    if len(members) < 2 or len(set(members)) < len(members):
        place.refuse("this should name two people or more, each once")
    return frozenset(members)


def _ties(places: Iterable[Place], people: Collection[str]) -> tuple[Tie, ...]:
    """Of two ties between the same people the last counts, as for the checker."""
    found: dict[frozenset[str], Tie] = {}
    for place in places:
        parts = list(place.each())
        if not 2 <= len(parts) <= 3 or parts[0].value == parts[1].value:
            place.refuse("this should name two people, and perhaps how often they met")
        one, other = (part.one_of(people, "person") for part in parts[:2])
        found[frozenset((one, other))] = Tie(one, other, parts[2].whole(1) if len(parts) == 3 else 1)
    return tuple(found.values())


def _weights(place: Place | None) -> Weights:
    if place is None:
        return Weights()
    names = ("repeat", "tie", "orphan", "sector", "churn", "role", "region")
    given = {name: weight.number() for name in names if (weight := place.fields().get(name))}
    return replace(Weights(), **given)


def _numbers(place: Place, rounds: int) -> frozenset[int]:
    return frozenset(number.whole(0, rounds - 1) for number in place.each())


def _rounds(place: Place, people: Collection[str], tables: int) -> tuple[Round, ...]:
    whole = place.need("rounds") if isinstance(place.value, dict) else place
    return tuple(_round(one, people, tables) for one in whole.each())


def _round(place: Place, people: Collection[str], tables: int) -> Round:
    seated = tuple(tuple(person.one_of(people, "person") for person in table.each()) for table in place.each())
    if len(seated) > tables:
        place.refuse(f"this round has {len(seated)} tables, but there are only {tables}")
    twice = (
        {person for table in seated for person in table if sum(other.count(person) for other in seated) > 1}
        if (sum(map(len, seated)) > len({person for table in seated for person in table}))
        else set()
    )
    if twice:
        place.refuse(f"“{min(twice)}” sits twice in this round")
    return seated + ((),) * (tables - len(seated))


def _each_once(place: Place, ids: list[str]) -> frozenset[str]:
    twice = next((at for at, one in enumerate(ids) if one in ids[:at]), None) if len(set(ids)) < len(ids) else None
    if twice is not None:
        Place(None, (*place.path, twice)).refuse(f"the id “{ids[twice]}” is already taken")
    return frozenset(ids)

"""About 120 people who were made up. Each lives at example.org; the same ones every time."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.hashers import make_password

from goldenthread.people.models import (
    Familiarity,
    Finding,
    Hat,
    Introductions,
    Keeping,
    Person,
    Portrait,
    Region,
    Sector,
)
from goldenthread.people.telling import found_by

KEEPER = ("Wren Alderbrook", "keeper@example.org")
FIRST = (
    "Amina Bryn Caleb Dilys Efe Farah Gethin Hana Idris Joss Keziah Lowri Mo Nesta Oren Priya Quill "
    "Rhodri Saoirse Tomasz Una Viola Wyn Xanthe Yusuf Zofia Ashok Beca Cosmo Dara Eira Femi Gwil Hestia "
    "Ines Jude Kofi Lark Maren Noor"
)
LAST = (
    "Appletree Bellweather Cloudesley Dewpond Elderfield Foxglove Greenhay Hazelmoor Inglenook Juniperson "
    "Kestrelby Lanternhill"
)
HOW_MANY = 120
# Every so many people wears this hat; some wear two or three, a few none.
EVERY = {
    Sector.HEALTH: 3,
    Sector.SOCIAL_CARE: 5,
    Sector.CRIMINAL_JUSTICE: 6,
    Sector.EDUCATION: 7,
    Sector.THIRD_SECTOR: 4,
    Sector.POLICY: 11,
    Sector.LIVED_EXPERIENCE: 8,
}


BRINGS = (
    "A story about a garden behind a ward",
    "A room for thirty, with a kettle",
    "Twenty years of listening to families",
    "How we stopped writing reports and began to have tea",
    "A choir that anybody can join",
    "Training for new teams",
    "An ear, and a good map",
    "Questions from research",
    "Bread, every time",
)
LOOKS_FOR = (
    "Somebody who has done this in a school",
    "People near me to meet with once a month",
    "A prison where this is tried",
    "Help with a first evening",
    "Others who commission services and doubt their targets",
    "A friend in another sector",
    "Stories of what went wrong",
)
# Every so many people keeps to themselves: nobody finds them.
UNFOUND = 9


def move_in(now: datetime) -> list[Person]:
    """The keeper first."""
    name, email = KEEPER
    keeper = Person.objects.create_person(name, email, joined_at=now)
    Keeping.objects.create(person=keeper, since=now)
    people = Person.objects.bulk_create(_person(number, now) for number in range(HOW_MANY - 1))
    Hat.objects.bulk_create(
        _hat(person, sector)
        for number, person in enumerate(people)
        for sector, every in EVERY.items()
        if number % every == 0
    )
    Portrait.objects.bulk_create(_portrait(person, number) for number, person in enumerate(people))
    people_by_key = Person.objects.with_what_they_tell().in_bulk([person.pk for person in people])
    Finding.objects.bulk_create(
        found_by(people_by_key[person.pk]) for number, person in enumerate(people) if number % UNFOUND
    )
    return [keeper, *people]


def _hat(person: Person, sector: Sector) -> Hat:
    """Sectors as the form suggests them; lived experience is told to nobody, and counted where people allowed it."""
    hat = Hat.suggested(person, sector)
    hat.is_for_counts = True
    return hat


def _portrait(person: Person, number: int) -> Portrait:
    return Portrait(
        person=person,
        region=_pick(Region.values, number * 5) if number % 7 else "",
        familiarity=_pick(Familiarity.values, number),
        brings=_pick(BRINGS, number) if number % 3 else "",
        looks_for=_pick(LOOKS_FOR, number) if number % 4 else "",
        introductions=_pick(Introductions.values, number),
    )


def _pick(words: Sequence[str], number: int) -> str:
    return words[number % len(words)]


def _person(number: int, now: datetime) -> Person:
    firsts, lasts = FIRST.split(), LAST.split()
    # 40 first names and 12 last ones step at different paces, so that no name comes twice.
    first, last = firsts[number % len(firsts)], lasts[(number * 7 + number // len(firsts)) % len(lasts)]
    return Person(
        name=f"{first} {last}", email=f"{first}.{last}@example.org".lower(), joined_at=now, password=make_password(None)
    )

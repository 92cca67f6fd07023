"""About 120 people who were made up. Each lives at example.org; the same ones every time."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from goldenthread.people.models import Hat, Keeping, Person, Sector

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


def move_in(now: datetime) -> None:
    name, email = KEEPER
    keeper = Person.objects.create_person(name, email, joined_at=now)
    Keeping.objects.create(person=keeper, since=now)
    people = Person.objects.bulk_create(_person(number, now) for number in range(HOW_MANY - 1))
    Hat.objects.bulk_create(
        Hat(person=person, sector=sector)
        for number, person in enumerate(people)
        for sector, every in EVERY.items()
        if number % every == 0
    )


def _person(number: int, now: datetime) -> Person:
    firsts, lasts = FIRST.split(), LAST.split()
    # 40 first names and 12 last ones step at different paces, so that no name comes twice.
    first, last = firsts[number % len(firsts)], lasts[(number * 7 + number // len(firsts)) % len(lasts)]
    return Person(
        name=f"{first} {last}", email=f"{first}.{last}@example.org".lower(), joined_at=now, password=make_password(None)
    )

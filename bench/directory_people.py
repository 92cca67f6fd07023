"""Many invented people to look for, and what one may ask."""

from collections.abc import Callable
from random import Random

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from bench.directory_words import FIRST, LAST, SELDOM, THINGS
from goldenthread.kit.models import House
from goldenthread.people import directory
from goldenthread.people.directory import Wanted, find
from goldenthread.people.models import Finding, Hat, Person, Portrait, Region, Sector
from goldenthread.people.search import fold, tag

AT_ONCE = 5000


def move_in(how_many: int, chance: Random) -> None:
    call_command("migrate", verbosity=0)
    House.objects.create(pk=1, name="Bench", sentence="Many.", founded_at=timezone.now())
    for start in range(0, how_many, AT_ONCE):
        _some(range(start, start + AT_ONCE), chance)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def questions() -> dict[str, Callable[[], object]]:
    by = Person.objects.get(email="p7@example.org")
    middle = find(Wanted(), by=by)
    for _ in range(3):
        middle = find(Wanted(), by=by, after=middle.after)
    asked = {
        "everybody, first page": Wanted(),
        "a region": Wanted(region="wales"),
        "a sector that half of them share": Wanted(sector="health"),
        "a rare sector": Wanted(sector="policy"),
        "a sector in a region": Wanted(sector="health", region="wales"),
        "a name": Wanted(words="keziah foxglove"),
        "the beginning of a name": Wanted(words="ke"),
        "a common word": Wanted(words="bread"),
        "what they bring": Wanted(brings="choir garden"),
        "all at once": Wanted(words="mo", brings="story", sector="health", region="wales"),
        "nobody": Wanted(words="zzyzx"),
    }
    found: dict[str, Callable[[], object]] = {
        name: (lambda wanted=wanted: find(wanted, by=by)) for name, wanted in asked.items()
    }
    return found | {
        "everybody, a later page": lambda: find(Wanted(), by=by, after=middle.after),
        SELDOM: directory._counted,
    }


def _some(numbers: range, chance: Random) -> None:
    now = timezone.now()
    people = Person.objects.bulk_create(
        Person(name=_name(chance), email=f"p{number}@example.org", joined_at=now, password="!") for number in numbers
    )
    portraits = [_portrait(person, chance) for person in people]
    Portrait.objects.bulk_create(portraits)
    hats = [hat for person in people for hat in _hats(person, chance)]
    Hat.objects.bulk_create(hats)
    worn: dict[int, list[str]] = {}
    for hat in hats:
        worn.setdefault(hat.person_id, []).append(hat.sector)
    Finding.objects.bulk_create(_finding(portrait, worn.get(portrait.person_id, [])) for portrait in portraits)


def _name(chance: Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)} {chance.randrange(1000)}".title()


def _portrait(person: Person, chance: Random) -> Portrait:
    brings, looks_for = (" ".join(chance.sample(THINGS, 3)) for _ in range(2))
    return Portrait(person=person, region=chance.choice(Region.values), brings=brings, looks_for=looks_for)


def _hats(person: Person, chance: Random) -> list[Hat]:
    sectors = [Sector.HEALTH] * (chance.random() < 0.5) + [Sector.POLICY] * (chance.random() < 0.002)
    return [Hat(person=person, sector=sector, audience="members", is_for_being_found=True) for sector in sectors]


def _finding(portrait: Portrait, sectors: list[str]) -> Finding:
    person = portrait.person
    tags = " ".join([tag("region", portrait.region), *(tag("sector", sector) for sector in sectors)])
    words = f"{tags} {fold(f'{person.name} {portrait.brings} {portrait.looks_for}')}"
    return Finding(
        person=person, sorted_by=fold(person.name), region=portrait.region, brings=fold(portrait.brings), words=words
    )

"""Places where people met, and a moment."""

from datetime import timedelta

import pytest

from conftest import MORNING
from goldenthread.kit import clock
from goldenthread.people.models import Hat, Hellos, Introductions, Person, Portrait
from goldenthread.people.telling import tell
from goldenthread.threads.beginning import begin
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Where
from goldenthread.threads.tests.hellos import WORDS

SPRING, AUTUMN = (
    Where(f"gathering:{number}", name) for number, name in ((1, "A spring day"), (2, "An autumn evening"))
)


@pytest.fixture
def spring_day():
    """At a table of the first round."""
    return Where("gathering:1", "A spring day", 1, "Table 4")


@pytest.fixture
def autumn():
    return Where("gathering:2", "An autumn evening")


@pytest.fixture
def noon():
    return MORNING + timedelta(hours=3)


@pytest.fixture
def begun(spring_day, noon):
    """Two who have a thread."""

    def begun(one, other, *, where=spring_day, at=noon, is_news=False):
        return begin(one, other, where=where, at=at, is_news=is_news)

    return begun


@pytest.fixture
def met(spring_day, noon):
    """Two who met."""

    def met(one, other, *, where=spring_day, at=noon):
        they_met([(one, other)], where=where, at=at)

    return met


@pytest.fixture
def now(home):
    return clock.now()


@pytest.fixture
def somebody(home):
    """A member who wants to be found and tells this."""

    def joins(name, **portrait):
        person = Person.objects.create_person(name, joined_at=home.founded_at)
        tell(person, known={}, portrait=Portrait(person=person, **portrait), is_to_be_found=True)
        return person

    return joins


@pytest.fixture
def nia(somebody):
    """Whom members may find, and say hello to."""
    nia = somebody("Nia", hellos=Hellos.MEMBERS)
    Person.objects.filter(pk=nia.pk).update(email="nia@example.org")
    return nia


@pytest.fixture
def to_nia(nia):
    return f"/people/{nia.portrait.token}/hello/"


@pytest.fixture
def ada_writes(client, ada, to_nia):
    client.force_login(ada)
    return lambda **more: client.post(to_nia, WORDS | more, follow=True)


@pytest.fixture
def seeks(home):
    """A member who would like to be introduced."""

    def seeks(name, *, sector="", brings="", looks_for="", **fields):
        person = Person.objects.create_person(name, f"{name}@example.org".lower(), joined_at=home.founded_at)
        Portrait.objects.create(
            person=person, brings=brings, looks_for=looks_for, **({"introductions": Introductions.YES} | fields)
        )
        if sector:
            Hat.objects.create(person=person, sector=sector, audience="members", is_for_mixing=True)
        return person

    return seeks


@pytest.fixture
def baker(seeks):
    return seeks("Baker", sector="health", brings="Bread every time", looks_for="A choir", region="wales")


@pytest.fixture
def singer(seeks):
    return seeks("Singer", sector="education", brings="A choir", looks_for="Fresh bread", region="wales")

"""Founds a house in which sixty contributions were decided and told in one press: begin_telling.py. Every tenth is brought by two."""

import django

django.setup()

from goldenthread.gatherings.plan.models import Gathering  # noqa: E402
from goldenthread.gatherings.voices.deciding import decide  # noqa: E402
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell  # noqa: E402
from goldenthread.gatherings.voices.tests.offered import offer  # noqa: E402
from goldenthread.kit import clock  # noqa: E402
from goldenthread.kit.models import House  # noqa: E402
from goldenthread.people.models import Person  # noqa: E402

House.objects.create(pk=1, name="Home", sentence="Ours.", founded_at=clock.now())
ada = Person.objects.create_person("Ada Foxglove", "ada@example.org")
day = Gathering.begin("A day with voices", by=ada)
people = [Person.objects.create_person(f"Guest {n}", f"guest-{n}@example.org") for n in range(66)]
for number in range(60):
    voices = [people[number], *([people[60 + number // 10]] if number % 10 == 0 else [])]
    answer = "in" if number % 2 else "not_now"
    decide(offer(day, f"Voice {number}", *voices), by=ada, answer=answer, reason="A short day.", door="wall")
day = Gathering.objects.with_facts().get(pk=day.pk)
tell(day, seen=stamp_of(previews_for(day, by=ada)), not_yet=(), by=ada)

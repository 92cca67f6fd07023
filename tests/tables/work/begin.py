"""Founds a house in which 40 people come to a gathering, and asks for tables: begin.py SECONDS."""

import sys
from dataclasses import replace

import django

django.setup()

from django.utils import timezone  # noqa: E402

from goldenthread.gatherings.bookings.models import Booking  # noqa: E402
from goldenthread.gatherings.plan.models import Gathering  # noqa: E402
from goldenthread.gatherings.tables.arranging import arrange, outline_for  # noqa: E402
from goldenthread.gatherings.tables.runs import MixRequest, ask_for  # noqa: E402
from goldenthread.kit.models import House  # noqa: E402
from goldenthread.people.models import Person  # noqa: E402

House.objects.create(pk=1, name="Home", sentence="Ours.", founded_at=timezone.now())
ada = Person.objects.create_person("Ada")
gathering = Gathering.begin("A day", by=ada)
Booking.objects.bulk_create(
    Booking(gathering=gathering, name=f"Guest {number}", language="en-gb", state="coming") for number in range(40)
)
# So many rounds that people have to meet again: no plan is so good that the mixer would stop by itself.
outline = replace(outline_for(gathering), rounds=12)
ask_for(arrange(gathering, outline, by=ada), MixRequest(seconds=float(sys.argv[1])), by=ada)

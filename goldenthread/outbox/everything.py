"""Whose a refusal is: it names nobody, but whoever knows the address can find it."""

from typing import Any

from django.db.models import QuerySet

from goldenthread.outbox.models import Refusal
from goldenthread.outbox.models.refusal import whose


def refusals_of(person: Any) -> QuerySet[Refusal]:
    return Refusal.objects.filter(whose=whose(person.email or ""))


WHOSE = {"outbox.Refusal": refusals_of}

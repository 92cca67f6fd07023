"""Whose a refusal is: it names nobody, but whoever knows the address can find it."""

from typing import Any

from django.db.models import QuerySet

from goldenthread.kit import wishes
from goldenthread.outbox.models import Refusal


def refusals_of(person: Any) -> QuerySet[Refusal]:
    return Refusal.objects.filter(whose=wishes.unreadable(person.email or ""))


WHOSE = {"outbox.Refusal": refusals_of}

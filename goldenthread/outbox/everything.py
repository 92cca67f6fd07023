"""Whose a letter is: of whoever it was written to, not of whom it speaks. A refusal names nobody; who knows the address finds it."""

from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.outbox.models import Letter, Refusal
from goldenthread.outbox.models.refusal import whose


def refusals_of(person: Any) -> QuerySet[Refusal]:
    return Refusal.objects.filter(whose=whose(person.email or ""))


def letters_to(person: Any) -> QuerySet[Letter]:
    return Letter.objects.filter(Q(to=person) | (Q(address__iexact=person.email) if person.email else Q()))


WHOSE = {"outbox.Refusal": refusals_of, "outbox.Letter": letters_to}

"""Home of somebody who is signed in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.gatherings.plan.in_words import when
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import status_of
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person


def home(request: HttpRequest, person: Person) -> HttpResponse:
    """It stands at the same address as the front page that strangers see."""
    return render(request, "desk/home.html", _of(person))


def _of(person: Person) -> dict[str, Any]:
    followed = Gathering.objects.followed_by(person).order_by("-changed_at", "-pk")[:20]
    convened = Gathering.objects.convened_by(person).order_by("-changed_at", "-pk")[:20]
    return {
        "followed": _rows(followed),
        "convened": _rows(convened),
        "to_come": _rows(Gathering.objects.listed().to_come(clock.now())[:5]),
        # Nobody else could say whether they go.
        "held_emails": Email.objects.held().count() if person.is_keeper else 0,
    }


def _rows(gatherings: Any) -> list[tuple[Any, ...]]:
    now = clock.now()
    return [(gathering, status_of(gathering, now), when(gathering)) for gathering in gatherings.with_facts()]

"""What people bring, for the convenors: a plain list, in the order in which it came."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Contribution, ContributionKind, Voice
from goldenthread.gatherings.voices.models.contribution import ContributionQuerySet
from goldenthread.kit.ids import as_id


def sent_to(gathering: Gathering, kind: str = "") -> ContributionQuerySet:
    """With their voices, in three queries for however many."""
    voices = Prefetch("voices", queryset=Voice.objects.that_stay().named().in_order())
    sent = Contribution.objects.of(gathering).sent().select_related("kind").prefetch_related(voices)
    key = as_id(kind)
    return (sent if key is None else sent.filter(kind=key)).order_by("sent_at", "pk")


def contributions_page(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    kind = request.GET.get("kind", "")
    page = {
        "gathering": gathering,
        "contributions": sent_to(gathering, kind),
        "kinds": ContributionKind.objects.filter(call__gathering=gathering).order_by("number"),
        "kind": kind,
    }
    return render(request, "voices/contributions.html", page)

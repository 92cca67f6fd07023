"""The call as everybody reads it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan import rules as plan_rules
from goldenthread.gatherings.plan.access import at_its_address_with
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.call_in_words import until_in_words, why_closed, why_not_now
from goldenthread.gatherings.voices.models import ContributionKind
from goldenthread.kit import clock
from goldenthread.kit.page_cache import for_strangers
from goldenthread.people.models import Person


@login_not_required
@for_strangers
@require_safe
@at_its_address_with(lambda rows: rows.select_related("call__closing"))
def call(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """What is asked, until when, and what people can bring; closed or not open yet, it says so and offers nothing."""
    now = clock.now()
    row = getattr(gathering, "call", None)
    page = {
        "gathering": gathering,
        "call": row,
        "why_closed": why_closed(gathering, row, now),
        "is_open": bool(row and row.is_open(now)),
        "until": until_in_words(row) if row else "",
        "kinds": ContributionKind.objects.offered_at(row) if row else [],
        "may_change": isinstance(request.user, Person) and plan_rules.may_change(request.user, gathering),
        "may_ask": not why_not_now(gathering, now),
    }
    return render(request, "voices/call.html", page)

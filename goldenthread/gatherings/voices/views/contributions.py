"""What people bring, for convenors; everybody else reads what is asked."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import may_change
from goldenthread.gatherings.voices.models import Contribution
from goldenthread.people.models import Person


@login_not_required
@require_safe
@at_its_address
def contributions(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    if not isinstance(request.user, Person) or not may_change(request.user, gathering):
        return redirect("voices:call", gathering.slug)
    rows = Contribution.objects.of(gathering).sent().order_by("sent_at", "pk")
    return render(request, "voices/contributions.html", {"gathering": gathering, "contributions": rows})

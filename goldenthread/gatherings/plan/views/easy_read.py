from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import status_of
from goldenthread.kit import clock
from goldenthread.kit.page_cache import for_strangers


@login_not_required
@for_strangers
@require_safe
@at_its_address
def easy_read(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """The plan in short sentences, one idea each: in the convenors' easy words where they wrote some."""
    page = {
        "gathering": gathering,
        "standing": status_of(gathering, clock.now()),
        "when": in_words.when(gathering),
        "where": in_words.where(gathering),
        "whether": in_words.whether(gathering),
    }
    return render(request, "plan/easy_read.html", page)

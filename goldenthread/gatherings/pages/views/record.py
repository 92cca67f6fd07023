"""Who changed what at one gathering."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.gatherings.pages.record import entries_of, lines_of
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.http import Request

ON_A_PAGE = 50


@for_its_convenors
@require_safe
def record(request: Request, gathering: Gathering) -> HttpResponse:
    """In the words of the wings that wrote it, newest first."""
    page = Paginator(entries_of(gathering, clock.now()), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {"gathering": gathering, "page": page, "lines": lines_of(gathering, list(page))}
    return render(request, "pages/record.html", shown)

"""The page of whoever runs this site."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.desk.for_keepers import for_keepers
from goldenthread.gatherings.pages.record import entries_of_the_site, lines_of_the_site
from goldenthread.kit import clock
from goldenthread.people.http import Request

ON_A_PAGE = 50


@require_safe
def keeper(request: Request) -> HttpResponse:
    """What this site says of itself, whether its e-mails go, when it was last backed up, and what waits for a keeper's word."""
    if not request.user.is_keeper:
        raise PermissionDenied
    return render(request, "desk/keeper.html", for_keepers())


@require_safe
def record(request: Request) -> HttpResponse:
    """What convenors and keepers did, newest first."""
    if not request.user.is_keeper:
        raise PermissionDenied
    page = Paginator(entries_of_the_site(clock.now()), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/record.html", {"page": page, "lines": lines_of_the_site(list(page))})

"""The programme as everybody sees it: the list, the grid, and each session. There is none before the first release."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.gatherings.programme.above import open_hour_of, way_to_chairs
from goldenthread.gatherings.programme.by_time import by_time
from goldenthread.gatherings.programme.grid import as_grid
from goldenthread.gatherings.programme.one_session import held
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.views.access import with_its_programme
from goldenthread.kit.page_cache import for_strangers


@login_not_required
@for_strangers
@require_safe
@with_its_programme
def programme(request: HttpRequest, shown: PublicProgramme) -> HttpResponse:
    """By time, which is read on a telephone and aloud; the grid is another view of the same address."""
    is_grid = request.GET.get("view") == "grid"
    days = as_grid(shown.placings) if is_grid else by_time(shown.placings)
    page = {
        "gathering": shown.gathering,
        "programme": shown,
        "days": days,
        "several_days": len(days) > 1,
        "is_grid": is_grid,
        "chairs": way_to_chairs(shown, request.user),
        # Where the day has none, nobody is asked about it.
        "open_hour": open_hour_of(shown.gathering) if shown.open_hours else None,
    }
    return render(request, f"programme/{'grid' if is_grid else 'programme'}.html", page)


@login_not_required
@for_strangers
@require_safe
@with_its_programme
def session(request: HttpRequest, shown: PublicProgramme, uid: UUID) -> HttpResponse:
    times = held(shown, uid)
    if not times:
        raise Http404
    chairs = way_to_chairs(shown, request.user)
    page = {
        "gathering": shown.gathering,
        "programme": shown,
        "session": shown.sessions[str(uid)],
        "times": times,
        "several": len(times) > 1,
        "chairs": chairs,
        "chairs_in_words": chairs.sessions.get(uid, "") if chairs else "",
    }
    return render(request, "programme/public_session.html", page)

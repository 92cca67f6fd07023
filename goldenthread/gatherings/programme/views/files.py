"""The programme as files, for calendars and for the programs of others."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.programme_calendar import calendar_of
from goldenthread.gatherings.programme.schedule_json import schedule_json
from goldenthread.gatherings.programme.schedule_xml import schedule_xml
from goldenthread.gatherings.programme.views.public_pages import programme_or_404
from goldenthread.kit.page_cache import for_strangers

CALENDAR = "text/calendar; charset=utf-8"


@login_not_required
@for_strangers
@require_safe
@at_its_address
def as_xml(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    return HttpResponse(schedule_xml(programme_or_404(gathering)), content_type="application/xml; charset=utf-8")


@login_not_required
@for_strangers
@require_safe
@at_its_address
def as_json(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    return HttpResponse(schedule_json(programme_or_404(gathering)), content_type="application/json")


@login_not_required
@for_strangers
@require_safe
@at_its_address
def as_calendar(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """To follow: a calendar that looks again sees what moved."""
    shown = programme_or_404(gathering)
    return HttpResponse(calendar_of(shown, shown.placings), content_type=CALENDAR)


@login_not_required
@for_strangers
@require_safe
@at_its_address
def session_calendar(request: HttpRequest, gathering: Gathering, uid: UUID) -> HttpResponse:
    shown = programme_or_404(gathering)
    placings = shown.by_session.get(str(uid))
    if not placings:
        raise Http404
    return HttpResponse(calendar_of(shown, placings), content_type=CALENDAR)

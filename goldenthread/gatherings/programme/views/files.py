"""The programme as files, for calendars and for the programs of others: once it is settled, for none of them reads "draft"."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.gatherings.programme.programme_calendar import calendar_of, whole_calendar
from goldenthread.gatherings.programme.public import PublicProgramme, made_of
from goldenthread.gatherings.programme.schedule_json import schedule_json
from goldenthread.gatherings.programme.schedule_xml import schedule_xml
from goldenthread.gatherings.programme.views.access import with_its_settled_programme
from goldenthread.kit.kept_texts import KeptTexts
from goldenthread.kit.page_cache import for_strangers

CALENDAR = "text/calendar; charset=utf-8"
# Three files in two languages, of two gatherings that are read at once. Of five hundred sessions each is half a megabyte.
KEPT = KeptTexts(most=12)


@login_not_required
@for_strangers
@require_safe
@with_its_settled_programme
def as_xml(request: HttpRequest, programme: PublicProgramme) -> HttpResponse:
    return HttpResponse(_text(programme, schedule_xml), content_type="application/xml; charset=utf-8")


@login_not_required
@for_strangers
@require_safe
@with_its_settled_programme
def as_json(request: HttpRequest, programme: PublicProgramme) -> HttpResponse:
    return HttpResponse(_text(programme, schedule_json), content_type="application/json")


@login_not_required
@for_strangers
@require_safe
@with_its_settled_programme
def as_calendar(request: HttpRequest, programme: PublicProgramme) -> HttpResponse:
    """To follow: a calendar that looks again sees what moved."""
    return HttpResponse(_text(programme, whole_calendar), content_type=CALENDAR)


@login_not_required
@for_strangers
@require_safe
@with_its_settled_programme
def session_calendar(request: HttpRequest, programme: PublicProgramme, uid: UUID) -> HttpResponse:
    placings = programme.by_session.get(str(uid))
    if not placings:
        raise Http404
    return HttpResponse(calendar_of(programme, placings), content_type=CALENDAR)


def _text(programme: PublicProgramme, write: Callable[[PublicProgramme], bytes]) -> bytes:
    """Written once for each release, as long as names, plan and content stay as they are; its content is read only then."""
    return KEPT.get([write.__name__, *made_of(programme)], lambda: write(programme))

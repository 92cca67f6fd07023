"""The programme as files, for calendars and for the programs of others."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan.access import at_its_address_without_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Release
from goldenthread.gatherings.programme.programme_calendar import calendar_of, whole_calendar
from goldenthread.gatherings.programme.public import PublicProgramme, as_public, made_of
from goldenthread.gatherings.programme.schedule_json import schedule_json
from goldenthread.gatherings.programme.schedule_xml import schedule_xml
from goldenthread.gatherings.programme.views.public_pages import programme_or_404
from goldenthread.kit import clock
from goldenthread.kit.kept_texts import KeptTexts
from goldenthread.kit.page_cache import for_strangers

CALENDAR = "text/calendar; charset=utf-8"
# Three files in two languages, of two gatherings that are read at once. Of five hundred sessions each is half a megabyte.
KEPT = KeptTexts(most=12)


@login_not_required
@for_strangers
@require_safe
@at_its_address_without_convenors
def as_xml(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    return HttpResponse(_text(gathering, schedule_xml), content_type="application/xml; charset=utf-8")


@login_not_required
@for_strangers
@require_safe
@at_its_address_without_convenors
def as_json(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    return HttpResponse(_text(gathering, schedule_json), content_type="application/json")


@login_not_required
@for_strangers
@require_safe
@at_its_address_without_convenors
def as_calendar(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """To follow: a calendar that looks again sees what moved."""
    return HttpResponse(_text(gathering, whole_calendar), content_type=CALENDAR)


@login_not_required
@for_strangers
@require_safe
@at_its_address_without_convenors
def session_calendar(request: HttpRequest, gathering: Gathering, uid: UUID) -> HttpResponse:
    shown = programme_or_404(gathering)
    placings = shown.by_session.get(str(uid))
    if not placings:
        raise Http404
    return HttpResponse(calendar_of(shown, placings), content_type=CALENDAR)


def _text(gathering: Gathering, write: Callable[[PublicProgramme], bytes]) -> bytes:
    """Written once for each release, as long as names, plan and content stay as they are; its content is read only then."""
    release = Release.objects.unread().newest_of(gathering, clock.now())
    if release is None:
        raise Http404
    text: str = release.content_text  # type: ignore[attr-defined]  # as `unread` brings it
    shown = replace(as_public(gathering, release), read_content=lambda: json.loads(text))
    # The words of somebody who is forgotten go from releases, too.
    content = blake2b(text.encode(), digest_size=16).digest()
    return KEPT.get([write.__name__, content, *made_of(shown)], lambda: write(shown))

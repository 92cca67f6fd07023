"""Showing the programme, for its convenors: what would change for whom, and what was shown before."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.by_time import by_time
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import Release
from goldenthread.gatherings.programme.own_held import hidden_from, release_without
from goldenthread.gatherings.programme.public import as_public
from goldenthread.gatherings.programme.release_changes import changes_between, in_sentences
from goldenthread.gatherings.programme.release_forms import ReleaseForm
from goldenthread.gatherings.programme.release_preview import preview_of
from goldenthread.gatherings.programme.releasing import (
    DraftChangedMeanwhile,
    NextRelease,
    NothingToShow,
    next_release,
    release,
    show_draft,
)
from goldenthread.gatherings.programme.unsettled import unsettled
from goldenthread.gatherings.programme.voices_to_ring import to_ring
from goldenthread.gatherings.programme.waiting import told_without_session
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.people.http import Request

IS_SHOWN = gettext_lazy("Everybody can read the programme now, and it’s settled.")
DRAFT_IS_SHOWN = gettext_lazy("Everybody can read the draft now. Nobody is e-mailed about it.")


@for_those_who_decide
def releases(request: Request, gathering: Gathering) -> HttpResponse:
    """One press shows it as a draft, another one settles it: in each case only what stands on this page."""
    now = clock.now()
    coming = release_without(next_release(gathering, now), hidden_from(request.user, gathering))
    initial = {"words": in_sentences(coming.changes)}
    form = ReleaseForm(request.POST if request.method == "POST" else None, initial=initial)
    page = {"gathering": gathering, "form": form, "coming": coming}
    if not form.is_valid():
        return _shown(request, page, now, status=HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK)
    is_draft = "as_draft" in request.POST
    show = show_draft if is_draft else release
    try:
        show(gathering, by=request.user, now=now, seen=request.POST.get("seen", ""), **form.cleaned_data)
    except DraftChangedMeanwhile:
        return _shown(request, page | {"is_other_now": True}, now, status=HTTPStatus.CONFLICT)
    except NothingToShow:
        messages.info(request, _("There is nothing new to show."))
    else:
        messages.success(request, DRAFT_IS_SHOWN if is_draft else IS_SHOWN)
    return redirect("programme:releases", gathering.slug)


def _shown(request: Request, page: dict[str, Any], now: datetime, *, status: HTTPStatus) -> HttpResponse:
    coming: NextRelease = page["coming"]
    earlier = Release.objects.of(page["gathering"]).shown(now).select_related("by")
    page |= {"preview": preview_of(coming, now) if coming.is_worth_settling else None, "earlier": earlier}
    page |= {"unsettled": unsettled(programme_of(page["gathering"]), coming.frozen)}
    page |= {"to_ring": to_ring(page["gathering"], now), "no_session": told_without_session(page["gathering"])}
    page |= {"days": by_time(coming.after.placings)}
    return render(request, "programme/releases.html", page, status=status)


@for_those_who_decide
@require_safe
def one_release(request: Request, gathering: Gathering, number: int) -> HttpResponse:
    """As it was shown, with the names that people go by today, and what was new in it."""
    shown = Release.objects.of(gathering).shown(clock.now())
    kept = get_object_or_404(shown, number=number)
    before = shown.before(number).first()
    programme = as_public(gathering, kept)
    page = {
        "gathering": gathering,
        "release": kept,
        "days": by_time(programme.placings),
        "changes": changes_between(as_public(gathering, before) if before else None, programme),
    }
    return render(request, "programme/release.html", page)

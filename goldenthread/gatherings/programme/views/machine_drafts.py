"""Drafts by machine: asked for, looked at while they are made and afterwards, stopped, and put into the programme."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.draft_in_words import drafted_days, trouble_in_words, unplaced_in_words
from goldenthread.gatherings.programme.draft_runs import AlreadyDrafting, draft, stop
from goldenthread.gatherings.programme.draft_taking import TakenOverBefore, is_as_it_was, take_over
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import DraftRun
from goldenthread.gatherings.programme.placing import MovedMeanwhile, TakenAlready
from goldenthread.gatherings.programme.views.access import with_its_draft_run
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.people.http import Request

# Seconds until a page that shows progress asks again by itself.
LOOK_AGAIN = 2


@for_those_who_decide
@require_POST
def draft_runs(request: Request, gathering: Gathering) -> HttpResponse:
    """Draft the rest by machine; or all that is not pinned, if what is placed need not stay."""
    keeps_placed = request.POST.get("keeps_placed") == "on"
    try:
        run = draft(gathering, keeps_placed=keeps_placed, by=request.user)
    except AlreadyDrafting as already:
        run = already.running
    return redirect("programme:draft_run", gathering.slug, run.number)


@with_its_draft_run
@require_safe
def draft_run(request: Request, run: DraftRun) -> HttpResponse:
    """One draft. While it is made, the page looks again by itself: a header, which needs no script."""
    page: dict[str, Any] = {"gathering": run.gathering, "run": run}
    if run.has_failed:
        page["trouble"] = trouble_in_words(run)
    elif run.is_done:
        programme = programme_of(run.gathering)
        page |= {"days": drafted_days(programme, run), "without": unplaced_in_words(programme, run)}
        page["is_of_before"] = not is_as_it_was(run, programme)
    answer = render(request, "programme/draft_run.html", page)
    if not run.is_done and not run.has_failed:
        answer["Refresh"] = str(LOOK_AGAIN)
    return answer


@with_its_draft_run
@require_POST
def draft_run_ending(request: Request, run: DraftRun) -> HttpResponse:
    """This is good enough."""
    stop(run, by=request.user)
    return redirect(run)


@with_its_draft_run
@require_POST
def draft_run_taking(request: Request, run: DraftRun) -> HttpResponse:
    """All of it into the programme, unless something was moved since it was made."""
    if not run.is_done:
        return redirect(run)
    try:
        take_over(run, by=request.user, now=clock.now())
    except TakenOverBefore:
        messages.info(request, _("This draft is in the programme already."))
    except (MovedMeanwhile, TakenAlready):
        words = _(
            "Somebody has changed the programme since this draft was made, so nothing was moved. Please make another draft."
        )
        messages.warning(request, words)
        return redirect(run)
    else:
        messages.success(request, _("Saved. Each move can be undone."))
    return redirect("programme:draft", run.gathering.slug)

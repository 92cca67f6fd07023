"""The draft of a programme, for the convenors of a gathering."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.draft_page import draft_days
from goldenthread.gatherings.programme.grid_parts import grid_part
from goldenthread.gatherings.programme.last_moves import last_moves
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import PlacingChange
from goldenthread.gatherings.programme.own_held import hidden_from, moves_without, without_sessions
from goldenthread.gatherings.programme.placing import MovedMeanwhile, RoomIsGone, TakenAlready, UndoneAlready, undo
from goldenthread.gatherings.programme.releasing import next_release
from goldenthread.gatherings.programme.session_changes import session_from
from goldenthread.gatherings.programme.shown_still import shown_still
from goldenthread.gatherings.programme.waiting import to_become_sessions, waiting_for
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.people.http import Request

GRID = "grid"
REFUSALS = {
    UndoneAlready: gettext_lazy("That move was undone before."),
    MovedMeanwhile: gettext_lazy("It has been moved again since, so that move can’t be undone any more."),
    RoomIsGone: gettext_lazy("It can’t go back: that room has been removed."),
    TakenAlready: gettext_lazy("It can’t go back: something else begins in that room at that time."),
}


@for_those_who_decide
@require_safe
def draft(request: Request, gathering: Gathering) -> HttpResponse:
    """By time, and as a second view of the same a grid of hours and rooms."""
    hidden, is_grid = hidden_from(request.user, gathering), request.GET.get("view") == GRID
    programme = without_sessions(programme_of(gathering), hidden)
    part = grid_part(programme, request.GET.dict()) if is_grid else None
    page: dict[str, Any] = {
        "gathering": gathering,
        "programme": programme,
        "days": draft_days(programme, part),
        "part": part,
        "waiting": waiting_for(request.user, gathering),
        "shown_still": shown_still(programme, clock.now()),
        "moves": moves_without(last_moves(gathering), hidden),
        "is_grid": is_grid,
        # What everybody reads, and what would be other there.
        "coming": next_release(gathering, clock.now()),
    }
    return render(request, "programme/draft.html", page)


@for_those_who_decide
@require_POST
def contribution_session(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Place it: what somebody brings becomes a session, and is given an hour next."""
    contributions = {contribution.pk: contribution for contribution in to_become_sessions(request.user, gathering)}
    if pk not in contributions:
        messages.info(request, _("That has an hour already, or was taken back."))
        return redirect("programme:draft", gathering.slug)
    session = session_from(contributions[pk], by=request.user)
    return redirect("programme:placing", gathering.slug, session.uid)


@for_those_who_decide
@require_POST
def undoing(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Take back a move, whoever made it."""
    moves = PlacingChange.objects.of(gathering).select_related("session__gathering")
    change = get_object_or_404(moves, pk=pk)
    try:
        undo(change, by=request.user, now=clock.now())
    except tuple(REFUSALS) as refused:
        messages.warning(request, str(REFUSALS[type(refused)]))
    else:
        messages.success(request, _("Undone: “%(title)s” is where it was before.") % {"title": change.session.title})
    return redirect("programme:draft", gathering.slug)

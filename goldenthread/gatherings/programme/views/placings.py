"""A session gets its hour and its room: what a move would do is shown before it is done."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from goldenthread.gatherings.programme.forms import SpotForm
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import PlacingChange, Session
from goldenthread.gatherings.programme.placing import (
    NOT_PLACED,
    MovedMeanwhile,
    TakenAlready,
    pin,
    place,
    unpin,
    unplace,
)
from goldenthread.gatherings.programme.placing_page import MovePage
from goldenthread.gatherings.programme.spans import FIRST, SECOND
from goldenthread.gatherings.programme.views.access import with_its_session
from goldenthread.kit import clock
from goldenthread.people.http import Request

TAKEN = gettext_lazy("Another session begins in that room at that minute. Please choose another room or time.")
# That one session is held.
MOST_TIMES = 20


@with_its_session
def placing(request: Request, session: Session, number: int = 1) -> HttpResponse:
    """Move to another hour or room; or the first hour that it has."""
    if not 1 <= number <= MOST_TIMES:
        raise Http404
    form = _form(request, session, number)
    move = MovePage(programme_of(session.gathering), session, number, form)
    if not form.is_valid():
        return _page(request, move, status=422 if request.method == "POST" else 200)
    if form.cleaned_data["since"] != move.version:
        return _moved_meanwhile(request, move)
    if request.method != "POST" or request.POST.get("seen") != move.preview.stamp:
        return _page(request, move)
    return _put(request, session, move)


def _put(request: Request, session: Session, move: MovePage) -> HttpResponse:
    form = move.form
    since = form.cleaned_data["since"]
    try:
        place(session, move.number, form.spot(), since_version=since, by=request.user, now=clock.now())
    except MovedMeanwhile:
        fresh = MovePage(programme_of(session.gathering), session, move.number, form)
        return _moved_meanwhile(request, fresh)
    except TakenAlready:
        form.add_error("room", TAKEN)
        return _page(request, move, status=422)
    words = {"title": session.title, "where": move.preview.where}
    messages.success(request, _("Saved. “%(title)s”: %(where)s.") % words)
    return redirect("programme:draft", session.gathering.slug)


def _page(request: Request, move: MovePage, *, status: int = 200) -> HttpResponse:
    return render(request, "programme/placing.html", move.context | {"free": move.free_hours}, status=status)


def _moved_meanwhile(request: Request, move: MovePage) -> HttpResponse:
    """What both wanted; nothing is lost, and nothing done."""
    moved_by = PlacingChange.objects.of_placing(move.session, move.number).select_related("by").first()
    page = move.context | {"moved_by": moved_by.by if moved_by else None}
    return render(request, "programme/moved_meanwhile.html", page, status=409)


@with_its_session
@require_POST
def placing_removal(request: Request, session: Session, number: int) -> HttpResponse:
    """It has no hour any more."""
    try:
        unplace(session, number, since_version=_version_seen(request), by=request.user, now=clock.now())
    except MovedMeanwhile:
        messages.warning(request, _("Somebody has moved it meanwhile. Please look at where it is now."))
        return redirect("programme:placing_number", session.gathering.slug, session.uid, number)
    messages.success(request, _("Saved. “%(title)s” has no hour any more.") % {"title": session.title})
    return redirect("programme:draft", session.gathering.slug)


@with_its_session
@require_POST
def placing_pin(request: Request, session: Session, number: int) -> HttpResponse:
    """A draft by machine leaves it where it is, or may move it again."""
    there = get_object_or_404(session.placings, number=number)
    if request.POST.get("pinned") == "yes":
        pin(there)
        messages.success(request, _("Saved. A draft by machine leaves it where it is."))
    else:
        unpin(there)
        messages.success(request, _("Saved. A draft by machine may move it."))
    return redirect("programme:placing_number", session.gathering.slug, session.uid, number)


def _form(request: Request, session: Session, number: int) -> SpotForm:
    if request.method == "POST":
        return SpotForm(request.POST, gathering=session.gathering)
    there = session.placings.numbered(number).first()
    if "day" in request.GET:
        # Chosen in the grid, and not done yet.
        version = there.version if there else NOT_PLACED
        return SpotForm({"since": version} | request.GET.dict(), gathering=session.gathering)
    initial: dict[str, object] = {"day": session.gathering.day, "from_time": session.gathering.from_time, "since": 0}
    if there:
        which = SECOND if there.is_second_hour else FIRST
        where = {"day": there.day, "from_time": there.from_time, "room": there.room_id}
        initial = where | {"which": which, "since": there.version}
    return SpotForm(initial=initial, gathering=session.gathering)


def _version_seen(request: Request) -> int:
    since = request.POST.get("since", "")
    return int(since) if since.isascii() and since.isdigit() and len(since) < 9 else 0

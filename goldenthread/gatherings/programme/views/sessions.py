"""Sessions: what happens for a while, with whoever stands up in it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.above import who_is_in
from goldenthread.gatherings.programme.forms import SessionForm
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.programme.session_changes import (
    has_other_voices,
    remove_session,
    save_session,
    take_over_voices,
)
from goldenthread.gatherings.programme.views.access import with_its_session
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.people.http import Request


@for_those_who_decide
def new_session(request: Request, gathering: Gathering) -> HttpResponse:
    """A break, tables, a community meeting, an open hour, or a session of the convenors' own."""
    session = Session(gathering=gathering)
    form = SessionForm(request.POST if request.method == "POST" else None, instance=session)
    if form.is_valid():
        save_session(session, form.cleaned_data["names"], by=request.user)
        messages.success(request, _("Saved. Now give it an hour."))
        return redirect("programme:placing", gathering.slug, session.uid)
    page = {"gathering": gathering, "form": form}
    return render(request, "programme/new_session.html", page, status=422 if form.is_bound else 200)


@with_its_session
def session(request: Request, session: Session) -> HttpResponse:
    """One session: its words, who stands up in it, and each time that it is held."""
    speakers = list(session.speakers.in_order())
    typed = "\n".join(speaker.name for speaker in speakers if speaker.voice is None)
    title = session.title
    form = SessionForm(request.POST if request.method == "POST" else None, instance=session, initial={"names": typed})
    if form.is_valid():
        save_session(session, form.cleaned_data["names"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("programme:draft", session.gathering.slug)
    placings = list(session.placings.with_everything().in_order())
    page = {
        "gathering": session.gathering,
        "session": session,
        "title": title,
        "form": form,
        "voices": [speaker for speaker in speakers if speaker.voice],
        "has_other_voices": has_other_voices(session),
        "placings": placings,
        "next_number": max((placing.number for placing in placings), default=0) + 1,
    }
    return render(request, "programme/session.html", page, status=422 if form.is_bound else 200)


@with_its_session
@require_POST
def session_voices(request: Request, session: Session) -> HttpResponse:
    """Who stands up in it is who brings it now."""
    take_over_voices(session)
    messages.success(request, _("Saved."))
    return redirect("programme:session", session.gathering.slug, session.uid)


@with_its_session
def session_removal(request: Request, session: Session) -> HttpResponse:
    """What hangs on it is shown first."""
    if request.method == "POST":
        remove_session(session, by=request.user)
        messages.success(request, _("“%(title)s” is removed.") % {"title": session.title})
        return redirect("programme:draft", session.gathering.slug)
    placings = session.placings.with_everything().in_order()
    page = {"gathering": session.gathering, "session": session, "placings": placings, "in_it": who_is_in(session)}
    return render(request, "programme/session_removal.html", page)

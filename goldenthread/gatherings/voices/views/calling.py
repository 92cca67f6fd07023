"""For convenors: the call is opened or reworded, kept open for longer, and closed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.call_access import with_its_call
from goldenthread.gatherings.voices.call_forms import CallForm, CallOpeningForm, ExtensionForm
from goldenthread.gatherings.voices.call_in_words import until_in_words, why_closed, why_not_now
from goldenthread.gatherings.voices.calling import (
    AlreadyCalled,
    close_call,
    keep_open,
    open_call,
    reword_call,
)
from goldenthread.gatherings.voices.models import Call
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_its_convenors
def call_opening(request: Request, gathering: Gathering) -> HttpResponse:
    """Open the call; open already, its words can be changed here."""
    if row := Call.objects.of(gathering).with_its_gathering().first():
        row.gathering = gathering
        return _reword(request, row)
    now = clock.now()
    posted = request.POST if request.method == "POST" else None
    form = CallOpeningForm(posted, gathering=gathering, now=now, initial={"words": gathering.voices})
    page = {"gathering": gathering, "form": form, "why_not": why_not_now(gathering, now)}
    if page["why_not"] or not form.is_valid():
        return render(request, "voices/call_opening.html", page, status=422 if form.is_bound else 200)
    try:
        open_call(gathering, form.wording(), form.kind_wordings(), now=now, by=request.user)
    except AlreadyCalled:
        messages.info(request, _("Another convenor has just opened the call."))
    else:
        messages.success(request, _("The call is open. Everybody who reads the plan can offer something now."))
    return redirect("voices:call", gathering.slug)


@with_its_call
def call_extension(request: Request, call: Call) -> HttpResponse:
    """Keep it open for longer, or open it again."""
    now = clock.now()
    form = ExtensionForm(request.POST if request.method == "POST" else None, call=call, now=now)
    why_not = why_not_now(call.gathering, now)
    if why_not or not form.is_valid():
        page = {"gathering": call.gathering, "call": call, "form": form, "why_not": why_not}
        page |= {"is_open": call.is_open(now), "until": until_in_words(call)}
        return render(request, "voices/call_extension.html", page, status=422 if form.is_bound else 200)
    keep_open(call, form.until, now=now, by=request.user)
    messages.success(request, _("Saved. The call is open."))
    return redirect("voices:call", call.gathering.slug)


@with_its_call
def call_closing(request: Request, call: Call) -> HttpResponse:
    """A page that says what it means, and a button."""
    now = clock.now()
    if request.method == "POST" and call.is_open(now):
        close_call(call, now=now, by=request.user)
        messages.success(request, _("The call is closed."))
        return redirect("voices:call", call.gathering.slug)
    page = {"gathering": call.gathering, "why_closed": why_closed(call.gathering, call, now)}
    return render(request, "voices/call_closing.html", page | {"until": until_in_words(call)})


def _reword(request: Request, call: Call) -> HttpResponse:
    form = CallForm(request.POST if request.method == "POST" else None, instance=call)
    if not form.is_valid():
        page = {"gathering": call.gathering, "form": form, "is_reworded": True}
        return render(request, "voices/call_opening.html", page, status=422 if form.is_bound else 200)
    reword_call(call, form.wording(), by=request.user)
    messages.success(request, _("Saved."))
    return redirect("voices:call", call.gathering.slug)

"""Deciding, telling, and hearing what people answer: for those who convene, and for nobody else."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices import answering_decisions, deciding
from goldenthread.gatherings.voices.absences import absences_at
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.gatherings.voices.answering_decisions import ACCEPT, STEP_BACK
from goldenthread.gatherings.voices.decided import overview_of, with_decision
from goldenthread.gatherings.voices.decision_forms import DecisionForm
from goldenthread.gatherings.voices.models import Contribution, Decision, OwedAnswer, Voice
from goldenthread.gatherings.voices.telling_decisions import (
    ChangedSinceSeen,
    move_up,
    preview_of_moving_up,
    stamp_of,
    told_by_hand,
)
from goldenthread.kit import clock
from goldenthread.outbox.delivery import emailed
from goldenthread.people.http import Request

TOLD_ALREADY = gettext_lazy("They’ve been told already, so this stands.")
CHANGED = gettext_lazy("Something has changed since you looked. Please read them once more: nothing has gone yet.")
TAKEN_BACK = gettext_lazy("This isn’t offered any more.")


@for_those_who_decide
@require_safe
def decisions(request: Request, gathering: Gathering) -> HttpResponse:
    """All that was offered, in the order in which it came, whatever anybody said about it."""
    page = {"gathering": gathering, "overview": overview_of(gathering, request.user, clock.now())}
    return render(request, "voices/decisions.html", page)


@for_those_who_decide
def decision(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """What those who read said about one of them, and what is decided."""
    contribution = _contribution(request, gathering, pk)
    form = DecisionForm(request.POST if request.method == "POST" else None, instance=with_decision(contribution))
    if form.is_valid():
        try:
            deciding.decide(contribution, by=request.user, **form.cleaned_data)
        except deciding.AlreadyTold:
            messages.error(request, TOLD_ALREADY)
        except deciding.NoLongerOffered:
            messages.error(request, TAKEN_BACK)
        else:
            messages.success(
                request, _("Saved. Nobody knows it but those who convene, until you tell all of them together.")
            )
        return redirect("voices:decisions", gathering.slug)
    page = {
        "gathering": gathering,
        "contribution": contribution,
        "decision": with_decision(contribution),
        "readings": deciding.readings_for(request.user, contribution),
        "form": form,
        "absences": absences_at(contribution),
    }
    return render(request, "voices/decision.html", page, status=422 if form.is_bound else 200)


@for_those_who_decide
@require_POST
def decision_removal(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    try:
        deciding.take_back(_contribution(request, gathering, pk), by=request.user)
    except deciding.AlreadyTold:
        messages.error(request, TOLD_ALREADY)
    else:
        messages.success(request, _("Saved. Nothing is decided about it now."))
    return redirect("voices:decisions", gathering.slug)


@for_those_who_decide
def promotion(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """A place fell free for what was in reserve: the e-mails are read first."""
    contribution = _contribution(request, gathering, pk)
    reserve = get_object_or_404(Decision.objects.of(gathering).made_known(), contribution=contribution)
    if request.method == "POST":
        return _move_up(request, gathering, reserve)
    if not reserve.is_reserve:
        return redirect("voices:decisions", gathering.slug)
    preview = preview_of_moving_up(reserve, by=request.user)
    page = {"gathering": gathering, "preview": preview, "seen": stamp_of([preview])}
    return render(request, "voices/promotion.html", page)


def _move_up(request: Request, gathering: Gathering, reserve: Decision) -> HttpResponse:
    try:
        move_up(reserve, seen=request.POST.get("seen", ""), by=request.user)
    except deciding.NoLongerOffered:
        messages.error(request, TAKEN_BACK)
    except ChangedSinceSeen:
        messages.error(request, CHANGED)
        return redirect("voices:promotion", gathering.slug, reserve.contribution_id)
    else:
        messages.success(request, emailed(_("It’s in now, and those who bring it get an e-mail.")))
    return redirect("voices:decisions", gathering.slug)


@for_those_who_decide
@require_POST
def ringing(request: Request, gathering: Gathering, voice: int) -> HttpResponse:
    """Somebody without an address was told by a convenor."""
    owed = get_object_or_404(
        OwedAnswer.objects.to_write(), voice__pk=voice, decision__contribution__gathering=gathering
    )
    told_by_hand(owed, by=request.user)
    messages.success(request, _("Saved."))
    return redirect("voices:decisions", gathering.slug)


@for_those_who_decide
@require_POST
def answer_for_them(request: Request, gathering: Gathering, voice: int) -> HttpResponse:
    """Somebody without an address said it to a convenor."""
    spoken = get_object_or_404(Voice.objects.in_order().on_paper(), pk=voice, contribution__gathering=gathering)
    reply = request.POST.get("reply", "")
    if reply not in {ACCEPT, STEP_BACK}:
        raise Http404
    try:
        answering_decisions.answer(spoken, reply, by=request.user)
    except answering_decisions.AnsweredTooLate:
        messages.error(request, _("Nothing can be answered here any more."))
    else:
        messages.success(request, _("Saved."))
    return redirect("voices:decisions", gathering.slug)


def _contribution(request: Request, gathering: Gathering, pk: int) -> Contribution:
    """What somebody who convenes brings themselves, the others decide about."""
    offered = Contribution.objects.of(gathering).sent().exclude(pk__in=deciding.bring(request.user, gathering))
    contribution = get_object_or_404(offered.select_related("kind"), pk=pk)
    contribution.gathering = gathering
    return contribution

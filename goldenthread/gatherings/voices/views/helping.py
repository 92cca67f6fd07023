"""Would you like somebody to think it through with you? Asked on the page of a voice, answered by members."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.helping import accept_help, ask_for_help, end_help, offer_help, step_out
from goldenthread.gatherings.voices.http import if_in_it
from goldenthread.gatherings.voices.models import HelpAsked, HelpOffer, Readership, Voice
from goldenthread.gatherings.voices.offer_forms import HelpForm, HelpOfferForm
from goldenthread.gatherings.voices.offering import NotNow
from goldenthread.gatherings.voices.voice_page import about_voice
from goldenthread.kit import clock
from goldenthread.kit.replying import ReplyForm
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits
from goldenthread.people.http import Request


@if_in_it
def asking(request: HttpRequest, voice: Voice) -> HttpResponse:
    """In a line. Asked by somebody whom members can then meet; taken back with one press."""
    question = HelpAsked.objects.all().about(voice.contribution)
    if question and not question.is_of(voice):
        if question.voice.is_in:
            return redirect(voice)
        question = None
    if question and "stop" in request.POST:
        return _ended(request, voice, question)
    form = HelpForm(request.POST if request.method == "POST" else None, instance=question)
    if form.is_valid():
        limits.check(request, form, "offer", f"voice {voice.pk}")
    if not form.is_valid():
        page = {"form": form, "asked": question, **about_voice(voice)}
        page["is_helped"] = bool(question and question.offers.all().accepted().exists())
        return render(request, "voices/asking.html", page, status=limits.status_of(form))
    try:
        ask_for_help(voice, form.cleaned_data["words"], now=clock.now())
    except NotNow:
        messages.info(request, _("Somebody who brings it with you has just asked."))
    else:
        messages.success(request, _("Saved. Members can answer you now."))
    return redirect(voice)


def _ended(request: HttpRequest, voice: Voice, question: HelpAsked) -> HttpResponse:
    if end_help(question):
        messages.success(request, emailed(_("Saved. We’ve e-mailed those who had answered you.")))
    else:
        messages.success(request, _("Saved. Members don’t see it any more."))
    return redirect(voice)


@if_in_it
def acceptance(request: HttpRequest, voice: Voice, pk: int) -> HttpResponse:
    """Yes, let us think it through. Both hear of each other."""
    offers = HelpOffer.objects.select_related("person", "asked__voice__person", "asked__contribution__gathering")
    offer = get_object_or_404(offers, pk=pk, asked__voice=voice, accepted_at=None)
    form = ReplyForm(
        request.POST if request.method == "POST" else None, replies={"yes": gettext_lazy("Yes, with them")}
    )
    if not form.is_valid():
        page = {"form": form, "offer": offer, **about_voice(voice)}
        return render(request, "voices/acceptance.html", page, status=form.status)
    try:
        accept_help(offer, now=clock.now())
    except NotNow:
        messages.info(request, _("It’s too late for that."))
    else:
        messages.success(request, emailed(_("Good. We’ve e-mailed both of you.")))
    return redirect(voice)


@require_safe
@at_its_address
def help_asked(request: Request, gathering: Gathering) -> HttpResponse:
    """For members: who would like to think something through, and what they said themselves."""
    _only_for_members(request)
    rows = HelpAsked.objects.shown_to(request.user).at(gathering).unanswered_by(request.user)
    is_blind = Readership.objects.of(gathering).without_names().by(request.user).exists()
    page = {"gathering": gathering, "rows": rows, "reads_without_names": is_blind}
    page["offered"] = HelpOffer.objects.at(gathering).by(request.user)
    return render(request, "voices/help_asked.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def help_offer(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """One line to whoever asked. Of what they bring, nothing stands here but what they asked."""
    _only_for_members(request)
    mine = HelpOffer.objects.at(gathering).by(request.user).to_question(pk).first()
    if mine or "out" in request.POST:
        return _offered(request, gathering, mine)
    question = get_object_or_404(HelpAsked.objects.shown_to(request.user).at(gathering), pk=pk)
    form = HelpOfferForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        limits.check(request, form, "offer", request.user.pk)
    if not form.is_valid():
        page = {"gathering": gathering, "asked": question, "form": form}
        return render(request, "voices/help_offer.html", page, status=limits.status_of(form))
    try:
        offer_help(question, request.user, form.cleaned_data["words"], now=clock.now())
    except NotNow:
        messages.info(request, _("It’s too late for that."))
    else:
        messages.success(request, emailed(_("Thank you. We’ve e-mailed them what you said.")))
    return redirect("voices:help_asked", gathering.slug)


def _offered(request: Request, gathering: Gathering, mine: HelpOffer | None) -> HttpResponse:
    """What they said, and a button to step out. Pressed twice, they have stepped out."""
    if mine and "out" not in request.POST:
        page = {"gathering": gathering, "asked": mine.asked, "mine": mine}
        return render(request, "voices/help_offer.html", page)
    if mine:
        step_out(mine)
        messages.success(request, emailed(_("Saved. We’ve e-mailed them that you can’t after all.")))
    return redirect("voices:help_asked", gathering.slug)


def _only_for_members(request: Request) -> None:
    if not request.user.joined_at:
        raise PermissionDenied

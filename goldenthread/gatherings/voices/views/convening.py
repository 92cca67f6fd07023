"""One thing that somebody brings, for the convenors; what they type in for others, and what they agree with each voice."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.absences import in_words
from goldenthread.gatherings.voices.access import for_those_who_decide, may_decide_at
from goldenthread.gatherings.voices.agreeing import terms_of, write_terms
from goldenthread.gatherings.voices.models import CallAnswer, Contribution, Voice
from goldenthread.gatherings.voices.offer_forms import PaperContributionForm, TermsForm, VoiceAddressForm
from goldenthread.gatherings.voices.offer_rules import call_of
from goldenthread.gatherings.voices.standing_together import IsInIt
from goldenthread.gatherings.voices.typing_in import give_their_link, type_in
from goldenthread.kit import clock
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits
from goldenthread.people.http import Request


@for_its_convenors
@require_safe
def contribution(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """What they sent, who brings it, and when they are not there."""
    sent = get_object_or_404(Contribution.objects.of(gathering).sent().select_related("kind"), pk=pk)
    voices = sent.voices.that_stay().named().in_order().select_related("terms").prefetch_related("absences")
    page = {
        "gathering": gathering,
        "contribution": sent,
        "voices": [(voice, [in_words(away, gathering) for away in voice.absences.all()]) for voice in voices],
        "may_agree": may_decide_at(request.user, gathering),
        "answers": CallAnswer.objects.for_convenors().of_contribution(sent).in_order(),
        "versions": sent.versions.order_by("-number")[1:],
    }
    return render(request, "voices/contribution.html", page)


@for_its_convenors
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: Request, gathering: Gathering) -> HttpResponse:
    """Told on paper, or on the telephone."""
    form = PaperContributionForm(
        request.POST if request.method == "POST" else None,
        instance=Contribution(gathering=gathering),
        call=call_of(gathering),
        sends=True,
    )
    if form.is_valid() and form.cleaned_data["email"]:
        limits.check(request, form, "write_to_somebody", form.cleaned_data["email"], sender=request.user.pk)
    if not form.is_valid():
        page = {"gathering": gathering, "form": form}
        return render(request, "voices/paper.html", page, status=limits.status_of(form))
    voice = form.voice(None, request.LANGUAGE_CODE)
    voice = type_in(form.save(commit=False), voice, by=request.user, now=clock.now())
    form.save_answers(voice.contribution)
    saved = _("Saved.")
    messages.success(request, emailed(_("Saved. We ask them by e-mail whether it’s right.")) if voice.email else saved)
    return redirect("voices:contribution", gathering.slug, voice.contribution_id)


@for_those_who_decide
@require_http_methods(["GET", "HEAD", "POST"])
def voice_terms(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """With one voice: a fee, expenses, who supports them. They agree on their own page."""
    voice = _one_of(gathering, pk)
    form = TermsForm(request.POST if request.method == "POST" else None, instance=terms_of(voice))
    if not form.is_valid():
        page = {"gathering": gathering, "voice": voice, "form": form}
        return render(request, "voices/voice_terms.html", page, status=422 if form.is_bound else 200)
    write_terms(voice, form.cleaned_data, by=request.user, now=clock.now())
    messages.success(request, _("Saved."))
    return redirect("voices:contribution", gathering.slug, voice.contribution_id)


@for_its_convenors
@require_http_methods(["GET", "HEAD", "POST"])
def voice_address(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Of somebody on paper: with the link that we send there, what they told is theirs."""
    voice = _one_of(gathering, pk)
    if voice.email or voice.person_id:
        return redirect("voices:contribution", gathering.slug, voice.contribution_id)
    form = VoiceAddressForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        limits.check(request, form, "write_to_somebody", form.cleaned_data["email"], sender=request.user.pk)
    if form.is_valid():
        try:
            give_their_link(voice, form.cleaned_data["email"], by=request.user, now=clock.now())
        except IsInIt:
            form.add_error("email", _("Somebody else who brings it has this address."))
        else:
            messages.success(request, emailed(_("Saved. We’ve e-mailed them their link.")))
            return redirect("voices:contribution", gathering.slug, voice.contribution_id)
    page = {"gathering": gathering, "voice": voice, "form": form}
    return render(request, "voices/voice_address.html", page, status=limits.status_of(form))


def _one_of(gathering: Gathering, pk: int) -> Voice:
    """Of what was sent: no convenor reads a draft, or who is behind it."""
    sent = Contribution.objects.of(gathering).sent()
    staying = Voice.objects.that_stay().named().select_related("person", "contribution__gathering")
    return get_object_or_404(staying, pk=pk, contribution__in=sent)

"""Who else brings it, when somebody is not there, and what was agreed with them: what is pressed on the page of a voice."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.voices.absence_forms import AbsenceForm
from goldenthread.gatherings.voices.absences import be_away, days_of, in_words, longest_of
from goldenthread.gatherings.voices.agreeing import TermsChanged, agree, stamp_of, terms_of
from goldenthread.gatherings.voices.answering_decisions import known_decision
from goldenthread.gatherings.voices.http import if_in_it, of_its_voice
from goldenthread.gatherings.voices.models import Voice
from goldenthread.gatherings.voices.offer_forms import CoVoiceForm
from goldenthread.gatherings.voices.offer_rules import first_of, may_remove
from goldenthread.gatherings.voices.offering import NotNow
from goldenthread.gatherings.voices.standing_together import IsInIt, ask_another, remove
from goldenthread.gatherings.voices.voice_page import about_voice
from goldenthread.kit import clock
from goldenthread.kit.ids import ids
from goldenthread.kit.replying import ReplyForm
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits


@if_in_it
def voices(request: HttpRequest, voice: Voice) -> HttpResponse:
    """Ask another: they say yes themselves, on a page of their own."""
    if first_of(voice.contribution) != voice:
        return redirect(voice)
    form = CoVoiceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        sender = f"voice {voice.pk}"
        limits.check(request, form, "write_to_somebody", form.cleaned_data["email"], sender=sender)
    if form.is_valid():
        try:
            ask_another(voice, **form.cleaned_data, now=clock.now())
        except IsInIt:
            form.add_error("email", _("You’ve asked somebody with this address already."))
        except NotNow:
            return redirect(voice)
        else:
            messages.success(request, emailed(_("We’ve e-mailed them to ask. They can say yes or no.")))
            return redirect(voice)
    return render(request, "voices/voices.html", {"form": form, **about_voice(voice)}, status=limits.status_of(form))


@if_in_it
def removal(request: HttpRequest, voice: Voice, pk: int) -> HttpResponse:
    """They are not in it any more, and their link opens nothing."""
    other = get_object_or_404(voice.contribution.voices.that_stay(), pk=pk)
    if not may_remove(voice, other):
        return redirect(voice)
    form = ReplyForm(
        request.POST if request.method == "POST" else None, replies={"remove": gettext_lazy("Take them out")}
    )
    if not form.is_valid():
        page = {"form": form, "other": other, **about_voice(voice)}
        return render(request, "voices/removal.html", page, status=form.status)
    remove(voice, other)
    messages.success(request, _("Saved."))
    return redirect(voice)


@if_in_it
def absences(request: HttpRequest, voice: Voice) -> HttpResponse:
    """Only at certain times? Each press adds a day or some hours; each can be taken away."""
    gathering = voice.contribution.gathering
    if request.method == "POST" and "away" in request.POST:
        voice.absences.filter(pk__in=ids([request.POST["away"]])).delete()
        messages.success(request, _("Saved."))
        return redirect("voices:absences", gathering.slug, voice.key)
    form = AbsenceForm(
        request.POST if request.method == "POST" else None, days=days_of(gathering), longest=longest_of(gathering)
    )
    if form.is_valid():
        be_away(voice, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("voices:absences", gathering.slug, voice.key)
    away = [(row, in_words(row, gathering)) for row in voice.absences.order_by("starts_at", "pk")]
    page = {"form": form, "absences": away, "days": days_of(gathering), **about_voice(voice)}
    return render(request, "voices/absences.html", page, status=422 if form.is_bound else 200)


@of_its_voice
def terms(request: HttpRequest, voice: Voice) -> HttpResponse:
    """What the convenors would agree with this voice, and one button."""
    agreed = terms_of(voice)
    if agreed is None or voice.left_at or voice.is_unanswered:
        return redirect(voice)
    form = ReplyForm(
        request.POST if request.method == "POST" else None,
        replies={} if agreed.agreed_at else {"yes": gettext_lazy("Yes, that’s right")},
    )
    page = {"form": form, "terms": agreed, "stamp": stamp_of(agreed), **about_voice(voice)}
    page["is_decided"] = known_decision(voice.contribution) is not None
    if not form.is_valid():
        return render(request, "voices/terms.html", page, status=form.status)
    try:
        agree(agreed, as_of=request.POST.get("as_of", ""), now=clock.now())
    except TermsChanged:
        messages.info(request, _("The convenors changed it a moment ago. Please read it once more."))
        return redirect("voices:terms", voice.contribution.gathering.slug, voice.key)
    messages.success(request, _("Saved."))
    return redirect(voice)

"""Telling somebody by hand where and when they are in the programme, for its convenors."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import VoiceNews
from goldenthread.gatherings.programme.voices_to_ring import ShownAnewMeanwhile, told_by_hand
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.people.http import Request


@for_those_who_decide
@require_POST
def ringing(request: Request, gathering: Gathering, voice: int) -> HttpResponse:
    """Somebody without an address was told by a convenor. Pressed twice, it is as after the first time."""
    news = get_object_or_404(VoiceNews.objects.of(gathering).on_paper().with_voices(), voice__pk=voice)
    try:
        told_by_hand(news, number=request.POST.get("number", ""), by=request.user, now=clock.now())
    except ShownAnewMeanwhile:
        messages.warning(request, _("There is a newer version of the programme. Please look once more."))
    else:
        messages.success(request, _("Saved."))
    return redirect("programme:releases", gathering.slug)

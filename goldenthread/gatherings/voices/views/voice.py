"""The page of one voice, opened from an e-mail: what they bring, and what they can answer. Mail scanners open it, too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.voices import offer_rules
from goldenthread.gatherings.voices.answering_decisions import answer_of
from goldenthread.gatherings.voices.as_they_left_it import shown_to
from goldenthread.gatherings.voices.bringing_back import bring_back, take_back
from goldenthread.gatherings.voices.http import if_in_it, of_its_voice
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.offer_forms import WordingForm
from goldenthread.gatherings.voices.offering import NotNow, reword, send
from goldenthread.gatherings.voices.standing_together import leave, say_yes
from goldenthread.gatherings.voices.voice_page import about_voice, for_who_is_in_it
from goldenthread.kit import clock
from goldenthread.kit.replying import ReplyForm, counts_from
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

IT_IS_TOO_LATE = gettext_lazy("It’s too late for that: it was taken back, or the gathering is over.")
SEND, SAVE = gettext_lazy("Send it"), gettext_lazy("Save for later")
NOT_MINE = gettext_lazy("This isn’t mine")


@of_its_voice
def voice(request: HttpRequest, voice: Voice) -> HttpResponse:
    """What they bring, to go on writing. Whoever was asked to be in it, or has left, is shown two buttons instead."""
    if voice.contribution.is_withdrawn or voice.left_at or _was_put_down(voice):
        return _asked(request, voice)
    known = answer_of(voice, clock.now())
    if known and known.is_turned_down:
        return _turned_down(request, voice)
    reply = ReplyForm(_posted(request), replies=_replies(voice))
    if reply.is_valid() and reply.cleaned_data["reply"] == "no":
        return _answered(request, voice, "no")
    sends = request.POST.get("reply") == "send"
    form = WordingForm(
        _posted(request),
        instance=voice.contribution,
        call=offer_rules.call_of(voice.contribution.gathering),
        sends=sends or not voice.contribution.is_draft,
    )
    if not (reply.is_valid() & form.is_valid()) or not offer_rules.may_change(voice.contribution, clock.now()):
        page = {"form": form, "reply": reply, **about_voice(voice), **for_who_is_in_it(voice)}
        return render(request, "voices/voice.html", page, status=reply.status)
    return _saved(request, voice, form, sends=sends)


def _turned_down(request: HttpRequest, voice: Voice) -> HttpResponse:
    """Once they were told: what was said, and what they offered as they wrote it. Nothing is saved."""
    if request.method == "POST":
        return redirect(voice)
    page = {**about_voice(voice), **for_who_is_in_it(voice)}
    return render(request, "voices/turned_down.html", page)


def _posted(request: HttpRequest) -> Mapping[str, Any] | None:
    return request.POST if request.method == "POST" else None


def _was_put_down(voice: Voice) -> bool:
    """By somebody else, and has not answered; a stranger's own first press is not that."""
    return voice.is_put_down or (voice.is_asked and (not voice.is_first or voice.is_typed_in))


def _replies(voice: Voice) -> dict[str, str | StrPromise]:
    replies: dict[str, str | StrPromise] = {}
    if offer_rules.may_send(voice.contribution, clock.now()):
        replies["send"] = SEND
    replies["save"] = SAVE if voice.contribution.is_draft else gettext_lazy("Save")
    if voice.is_asked:
        replies["no"] = NOT_MINE
    return replies


def _saved(request: HttpRequest, voice: Voice, form: WordingForm, *, sends: bool) -> HttpResponse:
    now = clock.now()
    contribution = reword(form.save(commit=False), now=now)
    form.save_answers(contribution)
    try:
        if sends:
            send(contribution, now=now, by=voice.person)
            messages.success(request, _("Sent. Thank you."))
        else:
            # What they had pressed before, they saw now and would rather keep.
            Contribution.objects.filter(pk=contribution.pk).update(pressed_at=None)
            contribution.pressed_at = None
            messages.success(request, _("Saved."))
        if voice.is_asked:
            # They opened the link and pressed: the address is theirs.
            say_yes(voice, now=now)
    except NotNow:
        messages.info(request, _("The call has closed, so it wasn’t sent. What you wrote is kept as a draft."))
    return redirect(voice)


def _asked(request: HttpRequest, voice: Voice) -> HttpResponse:
    """Two buttons, however often they answer."""
    now, contribution = clock.now(), voice.contribution
    is_back = contribution.is_withdrawn and voice.yes_at is not None
    may = offer_rules.may_bring_back(voice, now) if is_back else offer_rules.may_answer(voice, now)
    form = ReplyForm(
        _posted(request), replies=_answers(voice), given="no" if voice.left_at and not voice.yes_at else ""
    )
    if not may or not form.is_valid():
        page = {"form": form, "may_answer": may, "goes_at": _goes_at(voice), **about_voice(voice)}
        page["shown"] = shown_to(voice, page["others"])
        return render(request, "voices/asked.html", page, status=form.status if may else 200)
    return _answered(request, voice, form.cleaned_data["reply"])


def _goes_at(voice: Voice) -> datetime | None:
    """When what nobody says is theirs is erased, after a no."""
    if voice.left_at is None or voice.yes_at or not voice.is_first:
        return None
    return counts_from(voice.left_at)


def _answers(voice: Voice) -> dict[str, str | StrPromise]:
    if voice.contribution.is_withdrawn:
        return {"back": gettext_lazy("Bring it after all")}
    if voice.yes_at and not voice.is_put_down:
        return {"yes": gettext_lazy("Bring it with them again")}
    if voice.is_first:
        return {"yes": gettext_lazy("Yes, this is mine"), "no": gettext_lazy("No, leave me out")}
    return {"yes": gettext_lazy("Yes, I’m in it"), "no": gettext_lazy("No, leave me out")}


def _answered(request: HttpRequest, voice: Voice, reply: str) -> HttpResponse:
    now = clock.now()
    try:
        if reply == "back":
            _bring_back(request, voice, now)
            messages.success(request, _("It’s here again."))
        elif reply == "yes":
            say_yes(voice, now=now)
            messages.success(
                request, _("Thank you. It’s yours.") if voice.is_first else _("Thank you. You bring it together.")
            )
        else:
            leave(voice, now=now)
            messages.success(request, _("Thank you for letting us know."))
    except NotNow:
        messages.info(request, IT_IS_TOO_LATE)
    return redirect(voice)


def _bring_back(request: HttpRequest, voice: Voice, now: datetime) -> None:
    """Others hear of it by e-mail: not as often as somebody likes."""
    if limits.is_too_often(request, "offer", f"back {voice.pk}"):
        raise NotNow
    bring_back(voice, now=now)


@if_in_it
def withdrawal(request: HttpRequest, voice: Voice) -> HttpResponse:
    """Take it back, or leave it to the others. For all of them it is taken back by whoever asked them."""
    others = [other for other in voice.contribution.voices.that_stay().proved() if other != voice]
    replies: dict[str, str | StrPromise] = {"all": gettext_lazy("Take it back")}
    if others:
        replies = {"me": gettext_lazy("I step back")}
        if offer_rules.may_take_back(voice):
            replies["all"] = gettext_lazy("We all take it back")
    form = ReplyForm(_posted(request), replies=replies)
    if not form.is_valid():
        is_open = offer_rules.is_open(voice.contribution.gathering, clock.now())
        page = {"form": form, "others": others, "is_open": is_open, **about_voice(voice)}
        return render(request, "voices/withdrawal.html", page, status=form.status)
    now = clock.now()
    if form.cleaned_data["reply"] == "me":
        leave(voice, now=now)
        messages.success(request, _("You’ve stepped back. The others bring it without you."))
    else:
        take_back(voice, now=now)
        with_others = emailed(_("You’ve taken it back. We’ve e-mailed the others."))
        messages.success(request, with_others if others else _("You’ve taken it back."))
    return redirect(voice)

"""Bring something: the form that everybody is shown, and the page after it. Convenors find their list at this address."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.gatherings.plan import rules
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.list_for_convenors import contributions_page
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.offer_forms import ContributionForm
from goldenthread.gatherings.voices.offer_rules import call_of, goes_ahead
from goldenthread.gatherings.voices.offering import offer
from goldenthread.kit import clock
from goldenthread.kit.page_cache import for_strangers
from goldenthread.kit.pressing import is_stranger, strangers_need_no_token
from goldenthread.kit.sealed import CannotBeOpened, open_sealed, seal
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits
from goldenthread.people.models import Person

# For the browser that pressed, and for a day: it says where we wrote to, and no more.
SALT, A_DAY = "goldenthread.voices.offered", 24 * 60 * 60
ONCE_MORE = gettext_lazy(
    "This page had been open for a while, so we’d like to be sure it’s you. What you typed is still here: please press the button once more."
)
THE_CALL_CLOSED = gettext_lazy(
    "The call closed a moment ago, so it wasn’t sent. Everything you wrote is kept as a draft, and the convenors may open the call again."
)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@strangers_need_no_token
@for_strangers
@at_its_address
def contributions(request: HttpRequest, gathering: Gathering, *, ask_again: bool) -> HttpResponse:
    """Bring something. Pressed twice, it is brought once."""
    person = request.user if isinstance(request.user, Person) else None
    if request.method != "POST" and person and rules.may_change(person, gathering) and "form" not in request.GET:
        return contributions_page(request, gathering)
    form = _form(request, gathering, person)
    if request.method != "POST":
        return _page(request, gathering, form)
    if ask_again:
        form.add_error(None, ONCE_MORE)
        return _page(request, gathering, form, status=403)
    if call_of(gathering) is None or not goes_ahead(gathering, clock.now()):
        form.add_error(None, _("Nobody is asked to bring something here at the moment."))
        return _page(request, gathering, form, status=409)
    if not form.is_valid():
        return _page(request, gathering, form, status=422)
    return _offer(request, gathering, form, person)


def _form(request: HttpRequest, gathering: Gathering, person: Person | None) -> ContributionForm:
    return ContributionForm(
        request.POST if request.method == "POST" else None,
        instance=Contribution(gathering=gathering),
        call=call_of(gathering),
        person=person,
        sends=_sends(request),
    )


def _sends(request: HttpRequest) -> bool:
    return request.POST.get("press") == "send"


def _offer(request: HttpRequest, gathering: Gathering, form: ContributionForm, person: Person | None) -> HttpResponse:
    voice = form.voice(person, request.LANGUAGE_CODE)
    try:
        with transaction.atomic():
            limits.count(request, "contribution", key=voice.email, gathering=gathering.pk)
            voice = offer(form.save(commit=False), voice, sends=_sends(request), now=clock.now())
            form.save_answers(voice.contribution)
    except limits.TooOften:
        form.add_error(None, limits.OFTEN_ENOUGH)
        return _page(request, gathering, form, status=429)
    is_late = _sends(request) and voice.contribution.pressed_at is None
    if person:
        _say_how_it_went(request, voice, is_late=is_late)
        return redirect(voice)
    # Sealed as well: what is only signed can be read, and the key opens the page of whoever has this address.
    signed = signing.dumps([seal(voice.key), is_late], salt=SALT)
    return redirect("voices:offered", gathering.slug, signed)


def _say_how_it_went(request: HttpRequest, voice: Voice, *, is_late: bool) -> None:
    if is_late:
        messages.info(request, THE_CALL_CLOSED)
    elif voice.contribution.is_draft:
        messages.success(request, emailed(_("Saved. We’ve e-mailed you the link to it, too.")))
    else:
        messages.success(request, emailed(_("Sent. Thank you. We’ve e-mailed you the link to it, too.")))


@require_safe
@login_not_required
@at_its_address
def offered(request: HttpRequest, gathering: Gathering, signed: str) -> HttpResponse:
    """After the press: where to look. It is the same whoever has this address."""
    try:
        sealed, is_late = signing.loads(signed, salt=SALT, max_age=A_DAY)
        key = open_sealed(sealed)
    except (signing.BadSignature, CannotBeOpened) as not_ours:
        raise Http404 from not_ours
    voice = get_object_or_404(Voice, contribution__gathering=gathering, key=key)
    page = {"gathering": gathering, "address": voice.email, "is_late": is_late, "late": THE_CALL_CLOSED}
    return render(request, "voices/offered.html", page)


def _page(request: HttpRequest, gathering: Gathering, form: ContributionForm, status: int = 200) -> HttpResponse:
    now, call = clock.now(), call_of(gathering)
    page = {
        "gathering": gathering,
        "form": form,
        "call": call,
        "is_open": bool(call and call.is_open(now)),
        # What was typed stays on the page, whatever became of the call.
        "shows_form": form.is_bound or bool(call and call.is_open(now)),
        "needs_token": not is_stranger(request),
    }
    return render(request, "voices/offer.html", page, status=status)

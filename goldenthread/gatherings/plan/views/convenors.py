"""Convening together."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.plan import convening, emails, rules
from goldenthread.gatherings.plan.access import at_its_address, for_its_convenors
from goldenthread.gatherings.plan.forms import InvitationForm, TermForm
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.kit import clock
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits, signing_in
from goldenthread.people.http import Request
from goldenthread.people.models import Person


@for_its_convenors
def convenors(request: Request, gathering: Gathering) -> HttpResponse:
    """Who convenes, since and until when; ask somebody to convene too, or to take over."""
    form = InvitationForm(request.POST if request.method == "POST" else None)
    page = {
        "gathering": gathering,
        "form": form,
        "all_convenings": gathering.convenings.select_related("person").order_by("since", "pk"),
        "asked": gathering.convenor_invitations.open().order_by("at", "pk"),
        "may_step_back": rules.may_step_back(request.user, gathering),
    }
    if request.method != "POST":
        return render(request, "plan/convenors.html", page)
    if not rules.may_ask_more_people(request.user, clock.now()):
        form.add_error(None, _("You’ve asked a lot of people today. You can ask more tomorrow."))
    if form.is_valid():
        limits.check(request, form, "write_to_somebody", form.cleaned_data["email"], sender=request.user.pk)
    if not form.is_valid():
        return render(request, "plan/convenors.html", page, status=limits.status_of(form))
    with transaction.atomic():
        form.instance.gathering, form.instance.by = gathering, request.user
        emails.invitation_to_convene(form.save())
    messages.success(request, emailed(_("We’ve sent %(name)s an e-mail.") % {"name": form.instance.name}))
    return redirect("plan:convenors", gathering.slug)


@for_its_convenors
def term(request: Request, gathering: Gathering) -> HttpResponse:
    """Say what I look after, and until when. A keeper who steps in has no term."""
    mine = get_object_or_404(Convening.objects.of(gathering).current().by(request.user))
    form = TermForm(request.POST if request.method == "POST" else None, instance=mine)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("pages:convening", gathering.slug)
    page = {"gathering": gathering, "form": form}
    return render(request, "plan/term.html", page, status=422 if form.is_bound else 200)


@require_POST
@at_its_address
def departure(request: Request, gathering: Gathering) -> HttpResponse:
    """Step back from convening."""
    if not rules.convenes(request.user, gathering):
        raise PermissionDenied
    try:
        convening.step_back(gathering, request.user)
    except convening.LastConvenor:
        messages.error(request, _("You are the only convenor. Ask somebody to take over first."))
        return redirect("plan:convenors", gathering.slug)
    messages.success(request, _("You have stepped back. Thank you for what you did."))
    return redirect(gathering)


@login_not_required
@at_its_address
def acceptance(request: HttpRequest, gathering: Gathering, token: str) -> HttpResponse:
    """Answer an invitation in one press, signed in or not: the e-mail proves the address."""
    invitation = get_object_or_404(gathering.convenor_invitations.select_related("by"), token=token, accepted_at=None)
    if request.method != "POST":
        return render(request, "plan/acceptance.html", {"gathering": gathering, "invitation": invitation})
    with transaction.atomic():
        person = Person.objects.with_address(invitation.email, name=invitation.name, language=request.LANGUAGE_CODE)
        is_new = not (person.joined_at or person.is_keeper)
        person.join()
        convening.accept(invitation, person)
    if not is_new and request.user != person:
        # This link is good for weeks, and an e-mail may be passed on: nobody comes in by it as somebody who is here already.
        messages.success(request, _("Thank you. You’re one of its convenors now. Please sign in to carry on."))
        return redirect_to_login(gathering.get_absolute_url())
    signing_in.sign_in(request, person)
    messages.success(request, _("Thank you. You’re one of its convenors now."))
    return redirect(gathering)

"""An offer of help, as whoever made it sees it: to change it, or to take it back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.gatherings.plan import emails, rules
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.aspects import BY_KEY
from goldenthread.gatherings.plan.forms import OfferForm
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people import limits
from goldenthread.people.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def my_offer(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """What I offered; while it can still be of use, it can be said in other words."""
    offer = get_object_or_404(gathering.offers.by(request.user), pk=pk)
    may_change = rules.may_offer_help(gathering, clock.now())
    form = OfferForm(request.POST if request.method == "POST" else None, instance=offer)
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    if form.is_valid() and form.has_changed():
        limits.check(request, form, "offer", request.user.pk)
    if not form.is_valid():
        label = BY_KEY[offer.point].label
        page = {"gathering": gathering, "offer": offer, "point": label, "form": form, "may_change": may_change}
        return render(request, "plan/my_offer.html", page, status=limits.status_of(form))
    if form.has_changed():
        with transaction.atomic():
            emails.tell_convenors(emails.offer, form.save(), gathering)
    messages.success(request, _("Saved."))
    return redirect(gathering)


@require_POST
@at_its_address
def offer_withdrawal(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    offer = get_object_or_404(gathering.offers.by(request.user), pk=pk)
    with transaction.atomic():
        if rules.may_offer_help(gathering, clock.now()):
            emails.tell_convenors(emails.offer_withdrawn, offer, gathering)
        offer.delete()
    messages.success(request, _("You have taken your offer back. The convenors know."))
    return redirect(gathering)

"""Follow a plan, and offer help with what is open."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.plan import emails, rules
from goldenthread.gatherings.plan.access import at_its_address, for_its_convenors
from goldenthread.gatherings.plan.aspects import BY_KEY
from goldenthread.gatherings.plan.forms import OfferForm
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.kit import clock
from goldenthread.people import limits
from goldenthread.people.http import Request


@at_its_address
def following(request: Request, gathering: Gathering) -> HttpResponse:
    """Follow, or stop: a page with a button, because e-mails link here and scanners open links."""
    if request.method != "POST":
        follows = Following.stands(gathering, request.user)
        return render(request, "plan/following.html", {"gathering": gathering, "follows": follows})
    if request.POST.get("follow") == "no":
        gathering.followings.of(request.user).delete()
        messages.success(request, _("You no longer follow this plan."))
        return redirect(gathering)
    Following.begin(gathering, request.user)
    messages.success(request, _("You follow this plan. We’ll e-mail you when something changes."))
    return redirect(gathering)


@at_its_address
def offer(request: Request, gathering: Gathering, point: str) -> HttpResponse:
    """Offer help with an open point, in one line."""
    aspect = BY_KEY.get(point)
    if aspect is None or not aspect.asking or not rules.may_offer_help(gathering, clock.now()):
        raise Http404
    form = OfferForm(request.POST if request.method == "POST" else None)
    page = {"gathering": gathering, "aspect": aspect, "form": form}
    if request.method != "POST":
        return render(request, "plan/offer.html", page)
    if form.is_valid():
        limits.check(request, form, "offer", request.user.pk)
    if not form.is_valid():
        return render(request, "plan/offer.html", page, status=limits.status_of(form))
    with transaction.atomic():
        form.instance.gathering, form.instance.point, form.instance.person = gathering, point, request.user
        emails.tell_convenors(emails.offer, form.save(), gathering)
    messages.success(request, _("Thank you. The convenors can see your offer and will write to you."))
    return redirect(gathering)


@for_its_convenors
@require_safe
def offers(request: Request, gathering: Gathering) -> HttpResponse:
    """Every offer, for the convenors."""
    made = gathering.offers.select_related("person").order_by("-at", "-pk")
    rows = [(offer, BY_KEY[offer.point].label) for offer in made if offer.point in BY_KEY]
    return render(request, "plan/offers.html", {"gathering": gathering, "rows": rows})

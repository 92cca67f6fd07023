"""Finding a gathering by its address, also by one that it had before."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404

from goldenthread.gatherings.plan import rules
from goldenthread.gatherings.plan.models import FormerAddress, Gathering
from goldenthread.gatherings.plan.models.gathering import GatheringQuerySet
from goldenthread.people.http import Request

View = Callable[..., HttpResponse]


def at_its_address(view: View) -> View:
    """Give the view the gathering in place of its slug. Who knows the address may see it: drafts have one nobody can guess."""
    return _found(view, GatheringQuerySet.with_facts)


def at_its_address_in_a_rush(view: View) -> View:
    """The same, without the facts: each is looked up if the view asks for it."""
    return _found(view, GatheringQuerySet.all)


def _found(view: View, taken: Callable[[GatheringQuerySet], GatheringQuerySet]) -> View:
    @wraps(view)
    def found(request: HttpRequest, slug: str, **more: Any) -> HttpResponse:
        try:
            gathering = taken(Gathering.objects.all()).get(slug=slug)
        except Gathering.DoesNotExist:
            former = get_object_or_404(FormerAddress.objects.select_related("gathering"), slug=slug)
            there = request.get_full_path().replace(slug, former.gathering.slug, 1)
            return HttpResponsePermanentRedirect(there, preserve_request=True)
        return view(request, gathering, **more)

    return found


def for_its_convenors(view: View) -> View:
    """Only for who may change the plan; the others know that it exists."""

    @wraps(view)
    def allowed(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        if not rules.may_change(request.user, gathering):
            raise PermissionDenied
        return view(request, gathering, **more)

    return at_its_address(allowed)

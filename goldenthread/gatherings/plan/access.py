"""Finding a gathering by its address, also by one that it had before."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404

from goldenthread.gatherings.plan import rules
from goldenthread.gatherings.plan.models import FormerAddress, Gathering
from goldenthread.gatherings.plan.models.gathering import GatheringQuerySet
from goldenthread.kit.sql import query
from goldenthread.people.http import Request

View = Callable[..., HttpResponse]


def at_its_address(view: View) -> View:
    """Give the view the gathering in place of its slug. Who knows the address may see it: drafts have one nobody can guess."""
    return _with_its_gathering(view, lambda slug: Gathering.objects.with_facts().get(slug=slug))


def at_its_address_without_convenors(view: View) -> View:
    """The same, for a view that says nothing of them."""
    return _with_its_gathering(view, lambda slug: Gathering.objects.with_turns().get(slug=slug))


def at_its_address_with(word: Callable[[GatheringQuerySet], GatheringQuerySet]) -> Callable[[View], View]:
    """The same, with what a wing above brings along in the same query."""
    return lambda view: _with_its_gathering(view, lambda slug: word(Gathering.objects.with_facts()).get(slug=slug))


def at_its_address_in_a_rush(view: View) -> View:
    """The same, but no more of it than its key: a view that shows it asks for the rest at once."""
    return _with_its_gathering(view, _only_its_key)


def _with_its_gathering(view: View, at: Callable[[str], Gathering]) -> View:
    @wraps(view)
    def wrapped(request: HttpRequest, slug: str, **more: Any) -> HttpResponse:
        try:
            gathering = at(slug)
        except Gathering.DoesNotExist:
            former = get_object_or_404(FormerAddress.objects.select_related("gathering"), slug=slug)
            there = request.get_full_path().replace(slug, former.gathering.slug, 1)
            return HttpResponsePermanentRedirect(there, preserve_request=True)
        return view(request, gathering, **more)

    return wrapped


def _only_its_key(slug: str) -> Gathering:
    for key in query("SELECT id FROM plan_gathering WHERE slug = %s", slug):
        return Gathering.from_db(connection.alias, ["id", "slug"], [*key, slug])
    raise Gathering.DoesNotExist


def for_its_convenors(view: View) -> View:
    """Only for who may change the plan; the others know that it exists."""

    @wraps(view)
    def allowed(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        if not rules.may_change(request.user, gathering):
            raise PermissionDenied
        return view(request, gathering, **more)

    return at_its_address(allowed)

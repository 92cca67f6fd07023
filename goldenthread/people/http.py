"""The request as our views know it: the user is the person."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from goldenthread.people.models import Person

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request by somebody who is signed in."""

    user: Person


def to_goodbye() -> HttpResponse:
    """For whoever was erased a moment ago. Pages of a day that this device kept go, too."""
    gone = redirect("people:goodbye")
    gone.headers["Clear-Site-Data"] = '"cache", "storage"'
    return gone

"""Until somebody has founded the house, there is one page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from goldenthread.kit.house import the_house

OPEN_BEFORE = ("/founding/", "/-/", "/static/")


class FoundingMiddleware:
    """Leads everybody to the first page while there is no house."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path != "/" and not request.path.startswith(OPEN_BEFORE) and the_house() is None:
            return redirect("desk:front")
        return self.get_response(request)

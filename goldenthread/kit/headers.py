"""Headers that Django does not send by itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# One origin and nothing else: no camera, no place, no advertising.
NOTHING_ASKED_FOR = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class HeadersMiddleware:
    """Isolates every page from other origins (COOP comes from Django, CORP and COEP from here)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        response.headers.setdefault("Permissions-Policy", NOTHING_ASKED_FOR)
        return response

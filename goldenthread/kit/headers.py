"""Headers that Django does not send by itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# One origin and nothing else: no camera, no place, no advertising.
NOTHING_ASKED_FOR = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
# Everything from here, and what is not named (objects, frames, workers) from nowhere. No page needs more than the others,
# so it is put together once.
FROM_HERE = ("script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "form-action")
FROM_NOWHERE = ("default-src", "base-uri", "frame-ancestors")
POLICY = "; ".join([*(f"{kind} 'none'" for kind in FROM_NOWHERE), *(f"{kind} 'self'" for kind in FROM_HERE)])


class HeadersMiddleware:
    """Isolates every page from other origins (COOP comes from Django, CORP and COEP from here)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        response.headers.setdefault("Permissions-Policy", NOTHING_ASKED_FOR)
        return response

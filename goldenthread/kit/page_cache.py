"""Pages for strangers from this process's memory, answered before Django begins.

A stranger is a request without any cookie: what it gets cannot be about anybody. Kept pages are thrown away after any
commit to the database (goldenthread.kit.database_version) after which what they were made of has changed
(goldenthread.kit.page_questions), so they need no list of what they depend on.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import wraps
from threading import Lock
from time import monotonic
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from goldenthread.kit import database_version
from goldenthread.kit.cached_page import CachedPage, Headers, StartResponse
from goldenthread.kit.page_key import page_key
from goldenthread.kit.page_questions import PageQuestions

Environ = dict[str, Any]
View = Callable[..., HttpResponse]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

# Pages say "2 days ago" and "under way", so even with nothing committed they live a minute at most.
SECONDS_OF_LIFE = 60.0
# When commits come thick and fast, a page is made anew at most twice in this time. After a single change: at once.
SECONDS_OF_REST = 0.5
MOST_PAGES = 256
MOST_BYTES = 8 * 1024 * 1024

# What an answer may depend on, because the key tells it apart or only strangers are kept.
MAY_VARY_BY = {"accept-encoding", "accept-language", "cookie"}
# Whoever sends one of these is not, or not surely, a stranger asking for a whole page.
NOT_A_STRANGER = ("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_RANGE")


def for_strangers(view: View) -> View:
    """Strangers all get the same from this view, apart from their language, so it may be kept and shared."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["Cookie", "Accept-Encoding", "Accept-Language"])
        if response.status_code == 200 and not _is_somebody(request):
            response.headers["Cache-Control"] = "no-cache"
            response.for_strangers = True  # type: ignore[attr-defined]
        return response

    return marked


class PageCache:
    """Stands around the whole of Django, in goldenthread.wsgi."""

    def __init__(
        self,
        application: Application,
        *,
        read_stamp: Callable[[], str] = database_version.current,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.application = application
        self.read_stamp = read_stamp
        self.clock = clock
        self.pages: OrderedDict[tuple[str, ...], CachedPage] = OrderedDict()
        self.bytes = 0
        self.lock = Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not _may_be_answered_from_memory(environ):
            return self.application(environ, start_response)
        key = page_key(environ)
        # Read before the page is made: a commit in the meantime makes the page too old, never too young.
        seen, now = self.read_stamp(), self.clock()
        old = self._kept(key)
        page = old if old and _is_right(old, seen, now) else self._found_the_same(key, old, seen, now)
        if page is None:
            before = old.made_at if old else -SECONDS_OF_REST
            answer = self._make(environ, (seen, now, before))
            if not isinstance(answer, CachedPage):
                status, headers, body = answer
                start_response(status, headers)
                return body
            page = answer
            if environ["REQUEST_METHOD"] == "GET":
                self._keep(key, page)
        return page.answer(environ, start_response)

    def _kept(self, key: tuple[str, ...]) -> CachedPage | None:
        with self.lock:
            page = self.pages.get(key)
            if page:
                self.pages.move_to_end(key)
            return page

    def _keep(self, key: tuple[str, ...], page: CachedPage) -> None:
        with self.lock:
            old = self.pages.pop(key, None)
            self.bytes += page.size - (old.size if old else 0)
            self.pages[key] = page
            while len(self.pages) > MOST_PAGES or self.bytes > MOST_BYTES:
                _, oldest = self.pages.popitem(last=False)
                self.bytes -= oldest.size

    def _found_the_same(self, key: tuple[str, ...], old: CachedPage | None, seen: str, now: float) -> CachedPage | None:
        """The page as it was, if nothing that was committed meanwhile is about it."""
        page = old.under(seen) if old and now - old.made_at < SECONDS_OF_LIFE else None
        if page:
            self._keep(key, page)
        return page

    def _make(
        self, environ: Environ, times: tuple[str, float, float]
    ) -> CachedPage | tuple[str, Headers, Iterable[bytes]]:
        """Ask Django. The page to keep, or the answer as it came when it must not be kept."""
        started: list[tuple[str, Headers]] = []

        def listen(status: str, headers: Headers, _exc_info: object = None) -> Callable[[bytes], object]:
            started.append((status, headers))
            return _nobody_writes

        questions = PageQuestions()
        with questions.listening():
            response = self.application(environ, listen)
        status, headers = started[-1]
        if not (isinstance(response, HttpResponse) and may_be_kept(response)):
            return status, headers, response
        content = response.content
        # Django ends the request here, and gives back the database connection.
        response.close()
        page = CachedPage.made(headers, content, *times)
        answers = questions.answers()
        database_version.ask_anew()
        # Only if nothing was committed since it was begun, the page was made of these answers.
        is_of_these = answers and self.read_stamp() == page.stamp
        return replace(page, questions=questions, answers=answers) if is_of_these else page


def may_be_kept(response: HttpResponse) -> bool:
    """Whether this answer is the same for every stranger: the view says so, and nothing about it says otherwise."""
    return (
        getattr(response, "for_strangers", False)
        and response.status_code == 200
        and not response.cookies
        and not response.has_header("Set-Cookie")
        and response.headers.get("Cache-Control") == "no-cache"
        and not response.has_header("Content-Encoding")
        # A nonce used twice is no nonce.
        and "'nonce-" not in response.headers.get("Content-Security-Policy", "")
        and {name.strip().lower() for name in response.headers.get("Vary", "").split(",")} <= MAY_VARY_BY
    )


def _is_right(page: CachedPage, seen: str, now: float) -> bool:
    if page.stamp == seen:
        return now - page.made_at < SECONDS_OF_LIFE
    return now - page.made_before_at < SECONDS_OF_REST


def _is_somebody(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return request.method not in {"GET", "HEAD"} or (user is not None and user.is_authenticated)


def _may_be_answered_from_memory(environ: Environ) -> bool:
    return (
        environ["REQUEST_METHOD"] in {"GET", "HEAD"}
        and not environ.get("QUERY_STRING")
        and not any(name in environ for name in NOT_A_STRANGER)
    )


def _nobody_writes(_data: bytes) -> object:
    raise NotImplementedError("Django returns its answers and never writes them")

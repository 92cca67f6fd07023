"""What strangers may be given from memory, and what never. Every guard is shown a page that it must stop."""

from types import SimpleNamespace
from wsgiref.util import setup_testing_defaults

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.translation import get_language

from goldenthread.kit.memory import MOST_BYTES, MOST_PAGES, Memory, for_strangers

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "goldenthread.kit.private.PrivateMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
PASSER_BY = "goldenthread.kit.tests.test_memory.somebody_without_a_cookie"

renders: list[str] = []


def words(request):
    renders.append(request.path)
    return f"Supper at Ada's, asked {len(renders)} times. ".ljust(600, ".")


@login_not_required
@for_strangers
def supper(request):
    return HttpResponse(words(request))


@login_not_required
def unmarked(request):
    return HttpResponse(words(request))


@login_not_required
@for_strangers
def greeting(request):
    return HttpResponse(get_language())


@login_not_required
@for_strangers
def with_a_form(request):
    return HttpResponse(words(request) + get_token(request))


@login_not_required
@for_strangers
def with_a_nonce(request):
    return HttpResponse(words(request), headers={"Content-Security-Policy": "script-src 'nonce-abc'"})


@login_not_required
@for_strangers
def different_for_each_browser(request):
    return HttpResponse(words(request), headers={"Vary": "User-Agent"})


@login_not_required
@for_strangers
def not_there(request):
    return HttpResponse(words(request), status=404)


@login_not_required
@for_strangers
def large(request, number):
    return HttpResponse(words(request) * 400)


urlpatterns = [
    path("supper/", supper),
    path("unmarked/", unmarked),
    path("greeting/", greeting),
    path("form/", with_a_form),
    path("nonce/", with_a_nonce),
    path("browser/", different_for_each_browser),
    path("nowhere/", not_there),
    path("large/<int:number>/", large),
]


def somebody_without_a_cookie(get_response):
    """As if a person were known by something else than a cookie."""

    def know(request):
        request.user = SimpleNamespace(is_authenticated=True)
        return get_response(request)

    return know


class World:
    """A memory whose stamp and clock the test moves by hand."""

    def __init__(self):
        self.stamp, self.time = "a", 1000.0
        self.memory = Memory(get_wsgi_application(), read_stamp=lambda: self.stamp, clock=lambda: self.time)

    def ask(self, page="/supper/", **environ):
        environ = {"PATH_INFO": page, "REQUEST_METHOD": "GET", **environ}
        setup_testing_defaults(environ)
        answer = SimpleNamespace()

        def start_response(status, headers, _exc_info=None):
            answer.status, answer.headers = status, dict(headers)
            return lambda _data: None

        answer.body = b"".join(self.memory(environ, start_response))
        return answer


@pytest.fixture
def world(settings, db):
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = MIDDLEWARE
    renders.clear()
    return World()


def test_a_second_stranger_gets_the_page_from_memory(world):
    first = world.ask()

    second = world.ask()

    assert renders == ["/supper/"]
    assert second == first


def test_a_page_that_does_not_say_it_is_for_strangers_is_made_anew(world):
    world.ask("/unmarked/")

    world.ask("/unmarked/")

    assert renders == ["/unmarked/", "/unmarked/"]


def test_after_a_commit_the_page_is_made_anew_at_once(world):
    world.ask()
    world.stamp = "b"

    after = world.ask()

    assert after.body.startswith(b"Supper at Ada's, asked 2 times.")


def test_in_a_storm_of_commits_a_page_is_made_anew_twice_in_half_a_second(world):
    world.ask()
    world.stamp = "b"
    world.ask()
    world.stamp = "c"
    world.time += 0.4

    resting = world.ask()
    world.time += 0.2
    rested = world.ask()

    assert resting.body.startswith(b"Supper at Ada's, asked 2 times.")
    assert rested.body.startswith(b"Supper at Ada's, asked 3 times.")


def test_a_commit_while_the_page_was_made_makes_it_too_old(world):
    stamps = iter(["before", "after", "after"])
    world.memory.read_stamp = lambda: next(stamps)
    world.ask()

    world.ask()
    world.ask()

    assert renders == ["/supper/", "/supper/"]


def test_a_page_lives_a_minute_because_it_says_how_long_ago_things_were(world):
    world.ask()
    world.time += 59
    world.ask()
    world.time += 2

    world.ask()

    assert renders == ["/supper/", "/supper/"]


@pytest.mark.parametrize(
    "not_a_stranger",
    [
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_COOKIE": "csrftoken=x"},
        {"HTTP_COOKIE": "messages=x"},
        {"HTTP_COOKIE": "django_language=cy"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
        {"HTTP_HX_REQUEST": "true"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"QUERY_STRING": "as=list"},
    ],
)
def test_whoever_may_be_somebody_neither_gives_nor_gets_a_kept_page(world, not_a_stranger):
    world.ask(**not_a_stranger)
    world.ask()

    world.ask(**not_a_stranger)

    assert renders == ["/supper/", "/supper/", "/supper/"]


@pytest.mark.parametrize("page", ["/form/", "/nonce/", "/browser/", "/nowhere/"])
def test_an_answer_that_is_not_the_same_for_all_is_never_kept(world, page):
    world.ask(page)

    world.ask(page)

    assert renders == [page, page]


def test_a_person_known_without_a_cookie_is_not_a_stranger(world, settings):
    settings.MIDDLEWARE = [*MIDDLEWARE, PASSER_BY]
    world = World()
    world.ask()

    answer = world.ask()

    assert renders == ["/supper/", "/supper/"]
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_shared_caches_may_keep_the_page_but_must_ask_each_time(world):
    answer = world.ask()

    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Vary"] == "Cookie, Accept-Encoding, Accept-Language"


def test_a_page_with_a_form_may_not_be_kept_by_anybody(world):
    answer = world.ask("/form/")

    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_page_for_somebody_signed_in_may_not_be_kept_by_anybody(world):
    answer = world.ask(HTTP_COOKIE="sessionid=x")

    assert answer.headers["Cache-Control"] == "private, no-store"


def test_other_pages_are_not_left_to_the_guesses_of_shared_caches(world):
    answer = world.ask("/nowhere/")

    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_every_language_has_its_own_page_and_many_headers_lead_to_few(world):
    welsh = [world.ask("/greeting/", HTTP_ACCEPT_LANGUAGE=header).body for header in ("cy", "cy-GB;q=0.9", "tlh, cy")]
    english = [world.ask("/greeting/", HTTP_ACCEPT_LANGUAGE=header).body for header in ("", "en-US,en", "tlh")]

    assert welsh == [b"cy"] * 3
    assert english == [b"en-gb"] * 3
    assert len(world.memory.pages) == 2


def test_a_strange_host_is_refused_and_poisons_nothing(world):
    world.ask()

    refused = world.ask(HTTP_HOST="evil.example")

    assert refused.status == "400 Bad Request"
    assert len(world.memory.pages) == 1


def test_a_plain_request_is_sent_to_https_even_when_the_page_is_kept(world, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    world = World()
    over_tls = world.ask(HTTP_X_FORWARDED_PROTO="https")

    plain = world.ask()
    told_so = world.ask(HTTP_X_FORWARDED_PROTO="http")
    not_believed = world.ask(HTTP_X_FORWARDED_PROTO="http, https")

    assert over_tls.status == "200 OK"
    assert [plain.status, told_so.status, not_believed.status] == ["301 Moved Permanently"] * 3


def test_a_proxy_that_is_not_trusted_is_not_believed(world):
    world.ask(HTTP_X_FORWARDED_PROTO="https")

    world.ask()

    assert renders == ["/supper/"]


def test_the_headers_of_the_middleware_are_kept(world):
    world.ask()

    kept = world.ask()

    assert kept.headers["X-Content-Type-Options"] == "nosniff"
    assert kept.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_only_so_many_pages_are_kept(world):
    assert [world.ask(HTTP_HOST=f"127.0.0.1:{port}").status for port in range(1, MOST_PAGES + 3)] == ["200 OK"] * (
        MOST_PAGES + 2
    )

    assert len(world.memory.pages) == MOST_PAGES


def test_only_so_many_bytes_are_kept_and_the_page_not_asked_for_longest_goes_first(world):
    world.ask("/large/0/")
    each = world.memory.bytes

    answers = [world.ask(f"/large/{number}/").status for number in range(1, MOST_BYTES // each + 1)]

    assert answers[-1] == "200 OK"
    assert MOST_BYTES - each < world.memory.bytes <= MOST_BYTES
    assert "/large/0/" not in {key[4] for key in world.memory.pages}

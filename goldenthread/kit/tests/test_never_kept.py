"""What strangers are never given from memory. Every guard is shown a page that it must stop."""

import pytest
from django.http import HttpResponse

from goldenthread.kit.page_cache import may_be_kept
from goldenthread.kit.private import PrivateMiddleware
from goldenthread.kit.tests import strangers
from goldenthread.kit.tests.strangers import World, renders


@pytest.fixture
def world(settings, db):
    settings.ROOT_URLCONF = strangers.__name__
    settings.MIDDLEWARE = strangers.MIDDLEWARE
    settings.TEMPLATES = []
    strangers.renders.clear()
    return World()


def test_a_page_that_does_not_say_it_is_for_strangers_is_made_anew(world):
    world.ask("/unmarked/")

    world.ask("/unmarked/")

    assert renders == ["/unmarked/", "/unmarked/"]


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


def marked_answer(*, marked=True, status=200, **headers):
    response = HttpResponse(status=status, headers={"Cache-Control": "no-cache", "Vary": "Cookie"} | headers)
    response.for_strangers = marked  # type: ignore[attr-defined]
    return response


def test_an_answer_marked_for_strangers_may_be_kept():
    assert may_be_kept(marked_answer()) is True


@pytest.mark.parametrize(
    "guarded",
    [
        {"marked": False},
        {"status": 203},
        {"Set-Cookie": "a=b"},
        {"Cache-Control": "private, no-cache"},
        {"Content-Encoding": "gzip"},
        {"Content-Security-Policy": "script-src 'nonce-abc'"},
        {"Vary": "Accept-Language, X-Whoever"},
    ],
)
def test_each_guard_stops_an_answer_alone(guarded):
    assert may_be_kept(marked_answer(**guarded)) is False


def test_an_answer_that_sets_a_cookie_may_not_be_kept():
    response = marked_answer()
    response.set_cookie("a", "b")

    assert may_be_kept(response) is False


def test_a_person_known_without_a_cookie_is_not_a_stranger(world, settings):
    settings.MIDDLEWARE = [*strangers.MIDDLEWARE, strangers.PASSER_BY]
    world = World()
    world.ask()

    answer = world.ask()

    assert renders == ["/supper/", "/supper/"]
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_the_view_knows_a_person_even_if_no_middleware_does(world, settings):
    settings.MIDDLEWARE = [strangers.PASSER_BY]
    world = World()
    world.ask()

    world.ask()

    assert renders == ["/supper/", "/supper/"]


def test_a_session_makes_every_answer_personal(rf):
    rf.cookies["sessionid"] = "x"
    middleware = PrivateMiddleware(lambda _request: HttpResponse(headers={"Cache-Control": "public, max-age=60"}))

    answer = middleware(rf.get("/"))

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

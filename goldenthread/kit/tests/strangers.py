"""A small site for the tests of the memory, with a page for every guard, and the means to ask for them."""

from datetime import datetime
from types import SimpleNamespace
from wsgiref.util import setup_testing_defaults

from django.contrib.auth.decorators import login_not_required
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.translation import get_language

from goldenthread.kit.models import House
from goldenthread.kit.page_cache import PageCache, for_strangers
from goldenthread.kit.sql import query

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "goldenthread.kit.private.PrivateMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
PASSER_BY = "goldenthread.kit.tests.strangers.somebody_without_a_cookie"

renders: list[str] = []
moments: list[datetime] = []


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
def out_of_the_database(request):
    """Asks by hand, and by Django until a moment, if the test says until when."""
    name = query("SELECT name FROM kit_house")
    founded = [House.objects.filter(founded_at__lte=moment).count() for moment in moments]
    return HttpResponse(f"{words(request)}{name}{founded}")


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
    path("house/", out_of_the_database),
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
        self.memory = PageCache(get_wsgi_application(), read_stamp=lambda: self.stamp, clock=lambda: self.time)

    def ask(self, page="/supper/", **environ):
        environ = {"PATH_INFO": page, "REQUEST_METHOD": "GET", **environ}
        setup_testing_defaults(environ)
        answer = SimpleNamespace()

        def start_response(status, headers, _exc_info=None):
            answer.status, answer.headers = status, dict(headers)
            return lambda _data: None

        answer.body = b"".join(self.memory(environ, start_response))
        return answer

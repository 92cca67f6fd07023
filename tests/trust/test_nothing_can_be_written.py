"""Nothing can be written just now: what people see, and what they get back."""

import errno

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from goldenthread.kit.error_pages import MOST_BYTES_AGAIN
from goldenthread.kit.sqlite.writer_queue import Busy
from goldenthread.urls import handler500
from goldenthread.urls import urlpatterns as ours

__all__ = ["handler500"]


@csrf_exempt
@login_not_required
def busy(request):
    raise Busy("database is locked")


@login_not_required
def full(request):
    raise OSError(errno.ENOSPC, "No space left on device")


@login_not_required
def broken(request):
    raise DatabaseError("no such table: tea")


@login_not_required
def reads(request):
    request.session["shown"] = True
    return HttpResponse("Read all the same.")


urlpatterns = [
    path("busy/", busy),
    path("full/", full),
    path("broken/", broken),
    path("reads/", reads),
    *ours,
]


@pytest.fixture
def browser(settings, home):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


def test_what_was_typed_is_given_back_with_its_own_token(browser):
    page = browser.post(
        "/busy/?of=2", {"csrfmiddlewaretoken": "theirs", "name": "<b>Ann", "sectors": ["health", "policy"]}
    )

    assert (page.status_code, page["Retry-After"]) == (503, "5")
    for piece in (
        b'<form method="post" action="/busy/?of=2">',
        b'<input type="hidden" name="csrfmiddlewaretoken" value="theirs">',
        b'<input type="hidden" name="name" value="&lt;b&gt;Ann">',
        b'<input type="hidden" name="sectors" value="health">',
        b'<input type="hidden" name="sectors" value="policy">',
    ):
        assert page.content.count(piece) == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"code": "123456"},
        {"credential": "{}"},
        {"list": SimpleUploadedFile("list.csv", b"Name"), "name": "Ann"},
        {"name": "x" * (MOST_BYTES_AGAIN + 1)},
    ],
    ids=["a code", "a passkey", "a file", "very much"],
)
def test_what_cannot_be_given_back_is_still_in_the_page_before(browser, sent):
    page = browser.post("/busy/", sent)

    assert page.status_code == 503
    assert b"<form" not in page.content
    assert b"Go back one page" in page.content


def test_a_page_that_could_not_be_read_is_asked_for_again(browser):
    page = browser.get("/busy/")

    assert page.status_code == 503
    assert b"load this page again" in page.content


def test_a_full_disk_is_said_to_be_one(browser):
    page = browser.post("/full/", {})

    assert (page.status_code, page["Retry-After"]) == (503, "300")
    assert b"its disk is full" in page.content


def test_a_mistake_of_ours_is_none_of_that(browser):
    assert browser.get("/broken/").status_code == 500


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no such limit for one connection")
@pytest.mark.django_db(transaction=True)
def test_a_database_without_room_loses_nothing_that_was_typed(client, ada):
    client.force_login(ada)
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    title = "🧵" * 100

    answers = [client.post("/gatherings/new/", {"title": title}) for _ in range(60)]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")

    assert answers[-1].status_code == 503
    assert f'<input type="hidden" name="title" value="{title}">' in answers[-1].content.decode()
    assert b"its disk is full" in answers[-1].content
    assert client.get("/gatherings/").status_code == 200


def cannot_be_written(self, **how):
    raise OperationalError from Busy("database is locked")


def test_a_page_is_read_although_its_session_cannot_be_written(browser, ada, monkeypatch):
    browser.force_login(ada)
    monkeypatch.setattr(Session, "save", cannot_be_written)

    page = browser.get("/reads/")

    assert (page.status_code, page.content) == (200, b"Read all the same.")


def test_a_press_whose_session_cannot_be_written_says_so(browser, ada, monkeypatch):
    browser.force_login(ada)
    monkeypatch.setattr(SessionStore, "save", cannot_be_written)

    assert browser.post("/reads/").status_code == 503

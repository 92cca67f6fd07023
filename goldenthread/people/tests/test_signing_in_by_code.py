from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from goldenthread.outbox.models import Email
from goldenthread.people.models import SignInLink

NO_LONGER = "This code has been used, tried three times, or is more than ten minutes old. Ask for another one below."


@pytest.mark.parametrize("typed", ["{0}{1}", "{0} {1}", "{0}-{1}", " {0}\u00a0{1}\n", "{0}–{1}."])
def test_a_code_is_read_however_it_is_typed_or_pasted(client, ada, post, typed):
    client.post("/sign-in/", {"email": "Ada@Example.ORG"})

    answer = client.post("/sign-in/code/", {"code": typed.format(*post.code.split())})

    assert (answer.url, client.session["_auth_user_id"]) == ("/", str(ada.pk))


def test_the_field_is_one_and_helps(client, ada):
    client.post("/sign-in/", {"email": ada.email})

    page = client.get("/sign-in/code/").content.decode()

    assert page.count('name="code"') == 1
    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page


def test_a_wrong_code_is_told_kindly(client, ada, post):
    client.post("/sign-in/", {"email": ada.email})

    answer = client.post("/sign-in/code/", {"code": post.wrong_code})

    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "code": ["That isn’t the code in our e-mail. Please check it and try again."]
    }
    assert f'value="{post.wrong_code}"' in answer.content.decode()


def test_something_that_cannot_be_a_code_is_no_guess(client, ada):
    client.post("/sign-in/", {"email": ada.email})

    answer = client.post("/sign-in/code/", {"code": "40291"})

    assert (answer.status_code, SignInLink.objects.get().tries) == (422, 0)


def test_the_third_wrong_guess_closes_the_code_for_good(client, ada, post):
    client.post("/sign-in/", {"email": ada.email})
    client.post("/sign-in/code/", {"code": post.wrong_code})
    client.post("/sign-in/code/", {"code": post.wrong_code})
    client.post("/sign-in/code/", {"code": post.wrong_code})

    answer = client.post("/sign-in/code/", {"code": post.code})

    assert (answer.status_code, answer.context["form"].errors) == (422, {"code": [NO_LONGER]})
    assert "_auth_user_id" not in client.session


def test_the_third_guess_may_be_right(client, ada, post):
    client.post("/sign-in/", {"email": ada.email})
    client.post("/sign-in/code/", {"code": post.wrong_code})
    client.post("/sign-in/code/", {"code": post.wrong_code})

    client.post("/sign-in/code/", {"code": post.code})

    assert client.session["_auth_user_id"] == str(ada.pk)


def test_another_email_can_be_asked_for(client, ada, post):
    client.post("/sign-in/", {"email": ada.email, "next": "/gatherings/"})
    first = post.code
    response = client.post("/sign-in/code/another/")

    old = client.post("/sign-in/code/", {"code": first})
    new = client.post("/sign-in/code/", {"code": post.code})

    assert (response.url, old.status_code, new.url) == ("/sign-in/code/", 422, "/gatherings/")


@pytest.mark.parametrize(("later", "status"), [(timedelta(minutes=9, seconds=59), 302), (timedelta(minutes=10), 422)])
def test_a_code_lives_for_ten_minutes(client, ada, post, later, status):
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        client.post("/sign-in/", {"email": ada.email})

    with time_machine.travel(now + later, tick=False):
        assert client.post("/sign-in/code/", {"code": post.code}).status_code == status


def test_a_code_works_only_where_it_was_asked_for(client, ada, post, other_client):
    client.post("/sign-in/", {"email": ada.email})

    answer = other_client.post("/sign-in/code/", {"code": post.code})

    assert answer.url == "/sign-in/"


def test_a_code_works_once(client, ada, post, other_client):
    client.post("/sign-in/", {"email": ada.email})
    # As if a browser had been copied, with all that it remembers.
    other_client.cookies["sessionid"] = copied_session(client)
    client.post("/sign-in/code/", {"code": post.code})

    assert other_client.post("/sign-in/code/", {"code": post.code}).status_code == 422


def test_coming_in_changes_the_key_of_the_session(client, ada, post):
    client.post("/sign-in/", {"email": ada.email})
    before = client.session.session_key

    client.post("/sign-in/code/", {"code": post.code})

    assert client.session.session_key != before


def test_a_code_for_nobody_never_opens(client, db, monkeypatch):
    monkeypatch.setattr("goldenthread.people.signing_in.secrets.randbelow", lambda _: 402917)
    client.post("/sign-in/", {"email": "nobody@example.org"})

    answer = client.post("/sign-in/code/", {"code": "402917"})

    assert (answer.status_code, "402 917" in Email.objects.get().text) == (422, False)


def test_a_closed_page_opens_to_nobody(client, ada, post):
    client.post("/sign-in/", {"email": ada.email})
    type(ada).objects.update(is_active=False)

    answer = client.post("/sign-in/code/", {"code": post.code})

    assert (answer.status_code, "_auth_user_id" in client.session) == (422, False)


def test_a_page_that_is_closed_closes_every_session(client, ada):
    client.force_login(ada)
    type(ada).objects.update(is_active=False)

    assert client.get("/me/").url == "/sign-in/?next=/me/"


def copied_session(client):
    twin = SessionStore()
    twin.update(dict(client.session))
    twin.create()
    return twin.session_key

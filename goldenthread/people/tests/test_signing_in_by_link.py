from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from goldenthread.people.models import MayNotSignIn, NoLongerOpen, Person, SignInLink
from goldenthread.people.signing_in import email_link


def test_opening_the_link_only_shows_a_button(client, ada, post, other_client):
    client.post("/sign-in/", {"email": ada.email})

    page = other_client.get(post.path)

    assert (page.status_code, "Ada" in page.content.decode(), ada.email in page.content.decode()) == (200, True, False)
    assert ("_auth_user_id" in other_client.session, SignInLink.objects.get().used_at) == (False, None)


def test_the_button_signs_in_on_any_device(client, ada, post, other_client):
    client.post("/sign-in/", {"email": ada.email, "next": "/gatherings/"})

    answer = other_client.post(post.path)

    assert (answer.url, other_client.session["_auth_user_id"]) == ("/gatherings/", str(ada.pk))
    assert "_auth_user_id" not in client.session


def test_a_link_works_once(client, ada, post, other_client):
    client.post("/sign-in/", {"email": ada.email})
    client.post(post.path)

    assert (other_client.get(post.path).status_code, other_client.post(post.path).status_code) == (410, 410)
    assert "_auth_user_id" not in other_client.session


def test_the_code_of_a_used_link_is_used_too(client, ada, post, other_client):
    client.post("/sign-in/", {"email": ada.email})
    other_client.post(post.path)

    assert client.post("/sign-in/code/", {"code": post.code}).status_code == 422


def test_two_presses_at_once_sign_in_once(ada):
    link = link_of(email_link(ada))
    twin = SignInLink.objects.get(pk=link.pk)
    link.use()

    with pytest.raises(NoLongerOpen):
        twin.use()


@pytest.mark.parametrize(("later", "status"), [(timedelta(hours=23, minutes=59), 302), (timedelta(hours=24), 410)])
def test_the_keepers_first_link_lasts_as_long_as_was_said(client, kim, later, status):
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        path = email_link(kim, lasting=timedelta(hours=24))

    with time_machine.travel(now + later, tick=False):
        assert client.post(path).status_code == status


@pytest.mark.parametrize("wrong", ["x", "A" * 43, "ĥéłłö", "x" * 3000])
def test_an_invented_link_opens_nothing(client, ada, wrong):
    email_link(ada)

    assert (
        client.get(f"/sign-in/letter/{wrong}/").status_code,
        client.post(f"/sign-in/letter/{wrong}/").status_code,
    ) == (410, 410)


def test_the_token_is_kept_nowhere_but_in_the_email(ada):
    path = email_link(ada)

    kept = [str(value) for value in SignInLink.objects.values().get().values()]
    assert [value for value in kept if path.split("/")[3] in value] == []


@pytest.mark.parametrize("about", [{"email": None}, {"email": "cy@example.org", "is_active": False}])
def test_nobody_gets_a_link_who_may_not_sign_in(db, about):
    with pytest.raises(MayNotSignIn):
        email_link(Person.objects.create_person("Cy", **about))


def test_a_link_for_a_page_that_was_closed_since_opens_nothing(client, ada):
    path = email_link(ada)
    Person.objects.update(is_active=False)

    assert (client.post(path).status_code, SignInLink.objects.get().used_at) == (410, None)


def test_the_one_who_presses_is_in_whoever_was_there_before(client, ada, bo):
    client.force_login(bo)

    client.post(email_link(ada))

    assert client.session["_auth_user_id"] == str(ada.pk)


def link_of(path):
    return SignInLink.objects.with_token(path.split("/")[3]).get()

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session


def test_signing_out_leaves_nothing_behind(ada_is_in):
    answer = ada_is_in.post("/sign-out/")

    assert (answer.url, answer["Clear-Site-Data"]) == ("/", '"cache", "storage"')
    assert (Session.objects.count(), UserSession.objects.count()) == (0, 0)


def test_a_link_that_a_scanner_opens_signs_nobody_out(ada_is_in, ada):
    answer = ada_is_in.get("/sign-out/")

    assert (answer.status_code, ada_is_in.session["_auth_user_id"]) == (405, str(ada.pk))


def test_pressing_it_twice_does_no_harm(client, db):
    assert client.post("/sign-out/").url == "/"

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.utils import timezone

from goldenthread.outbox.models import Email


def a_passkey_of(person):
    return Authenticator.objects.create(user=person, type="webauthn", data={"name": "My telephone"})


def test_who_came_in_lately_may_make_one(ada_is_in):
    answer = ada_is_in.post("/me/passkeys/options/").json()["publicKey"]

    assert answer["rp"] == {"id": "testserver", "name": "Home"}
    assert answer["authenticatorSelection"]["residentKey"] == "required"
    assert answer["authenticatorSelection"]["userVerification"] == "required"


@pytest.mark.parametrize(("later", "status"), [(timedelta(minutes=14), 200), (timedelta(minutes=15), 403)])
def test_an_open_screen_does_not_give_away_the_key(ada_is_in, later, status):
    with time_machine.travel(timezone.now() + later):
        assert ada_is_in.post("/me/passkeys/options/").status_code == status


def test_whoever_sits_there_proves_it_by_a_code(client, ada, post):
    client.force_login(ada)
    before = client.post("/me/passkeys/options/").status_code
    client.post("/sign-in/", {"email": ada.email, "next": "/me/passkeys/"})

    back = client.post("/sign-in/code/", {"code": post.code})

    assert (before, back.url, client.post("/me/passkeys/options/").status_code) == (403, "/me/passkeys/", 200)


def test_one_can_be_removed_and_that_is_told_by_email(ada_is_in, ada):
    passkey = a_passkey_of(ada)

    ada_is_in.post(f"/me/passkeys/{passkey.pk}/removal/")

    email = Email.objects.latest("pk")
    assert (Authenticator.objects.count(), email.kind, email.to) == (0, "safety", ada)


def test_not_from_an_old_session(client, ada):
    client.force_login(ada)
    passkey = a_passkey_of(ada)

    assert client.post(f"/me/passkeys/{passkey.pk}/removal/").status_code == 403
    assert Authenticator.objects.count() == 1


def test_nobody_removes_the_passkey_of_another(ada_is_in, bo):
    passkey = a_passkey_of(bo)

    assert ada_is_in.post(f"/me/passkeys/{passkey.pk}/removal/").status_code == 404


NONSENSE = ["", "{", "{}", "[]", "1", "null", '"x"', '{"id": 1}', '{"response": {"userHandle": "eA"}}']
SHAPED = """{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"clientDataJSON": "e30", "userHandle": "MQ",
    "signature": "eA", "authenticatorData": "%(data)s", "attestationObject": "%(data)s"}}"""


@pytest.mark.parametrize(
    "nonsense", [*NONSENSE, SHAPED % {"data": ""}, SHAPED % {"data": "oA"}, SHAPED % {"data": "A" * 200}]
)
@pytest.mark.parametrize("page", ["/me/passkeys/", "/sign-in/passkey/"])
def test_nonsense_is_answered_kindly(ada_is_in, page, nonsense):
    answer = ada_is_in.post(page, {"credential": nonsense, "passwordless": "on", "name": ""})

    assert answer.status_code == 422
    assert "That passkey didn’t work. You can always sign in with a code." in answer.content.decode()


def test_with_a_passkey_a_code_still_is_enough(client, ada, post):
    a_passkey_of(ada)

    client.post("/sign-in/", {"email": ada.email})
    client.post("/sign-in/code/", {"code": post.code})

    assert client.session["_auth_user_id"] == str(ada.pk)


def test_the_riddles_are_rationed(client):
    answers = [client.post("/sign-in/passkey/options/").status_code for _ in range(11)]

    assert answers == [200] * 10 + [429]

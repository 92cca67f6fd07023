import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session

from goldenthread.journal.models import Entry
from goldenthread.people.keeping import KEPT
from goldenthread.people.models import Hat, Keeping, Person
from goldenthread.people.signing_in import email_link


@pytest.fixture
def everywhere(client, post):
    """Somebody who has left a trace in every table that this room knows."""
    client.post("/sign-in/", {"email": "canary@example.org"})
    client.post("/join/", {"name": "Canary", "email": "canary@example.org"})
    client.post(post.path)
    canary = Person.objects.get()
    Hat.objects.create(person=canary, sector="health")
    Authenticator.objects.create(user=canary, type="webauthn", data={"name": "Canary's key"})
    email_link(canary)
    return canary


def test_nothing_of_me_stays(client, everywhere):
    assert traces("canary") != []

    answer = client.post("/me/leave/")

    assert (answer.url, traces("canary"), Person.objects.count()) == ("/goodbye/", [], 0)


def test_i_am_signed_out_everywhere(client, other_client, everywhere):
    other_client.post(email_link(everywhere))

    client.post("/me/leave/")

    assert (client.get("/me/").status_code, other_client.get("/me/").status_code) == (302, 302)
    assert (Session.objects.count(), UserSession.objects.count()) == (0, 0)


def test_the_journal_says_that_somebody_left_not_who(client, everywhere):
    client.post("/me/leave/")

    assert [(entry.did, entry.by) for entry in Entry.objects.order_by("pk")] == [("joined", None), ("left", None)]


def test_opening_the_page_only_tells_what_will_happen(client, ada):
    client.force_login(ada)

    assert (client.get("/me/leave/").status_code, Person.objects.count()) == (200, 1)


def test_others_stay(client, ada, bo):
    client.force_login(ada)

    client.post("/me/leave/")

    assert list(Person.objects.all()) == [bo]


def test_the_only_keeper_is_asked_to_hand_over_first(client, kim):
    client.force_login(kim)

    page, answer = client.get("/me/leave/"), client.post("/me/leave/")

    assert "You are the only keeper, the person who runs this site." in page.content.decode()
    assert (answer.status_code, Person.objects.count()) == (403, 1)


def test_one_of_two_keepers_may_go(client, kim, ada):
    Keeping.objects.create(person=ada)
    client.force_login(kim)

    client.post("/me/leave/")

    assert list(Person.objects.all()) == [ada]


def test_who_kept_the_house_once_and_handed_over_may_go(client, kim, ada):
    Keeping.objects.update(until="2022-12-01T09:00Z")
    Keeping.objects.create(person=ada)
    client.force_login(kim)

    assert client.post("/me/leave/").url == "/goodbye/"


def test_goodbye_is_said_to_anybody(client):
    assert client.get("/goodbye/").status_code == 200


def test_every_table_of_this_room_has_been_thought_of():
    assert {kept.model for kept in KEPT} >= {model._meta.label for model in apps.get_app_config("people").get_models()}


def traces(word):
    """Every row of every table in which this word is still to be read."""
    return [
        (model._meta.label, row)
        for model in apps.get_models()
        for row in model._default_manager.values_list()
        if word in str(row).lower()
    ]


def test_what_a_device_kept_goes_with_whoever_leaves(client, bo):
    client.force_login(bo)

    assert client.post("/me/leave/")["Clear-Site-Data"] == '"cache", "storage"'

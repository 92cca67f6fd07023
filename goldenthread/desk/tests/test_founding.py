import pytest
from django.urls import reverse

from goldenthread.desk import founding
from goldenthread.kit.models import House
from goldenthread.people.models import Person

ANSWERS = {"name": "Slow Streets", "sentence": "Neighbours talk.", "keeper": "Ada", "email": "Ada@example.org"}


@pytest.mark.django_db
def test_the_first_page_of_an_empty_house_asks_four_questions(client):
    page = client.get("/").content.decode()

    assert [name in page for name in ('name="name"', 'name="sentence"', 'name="keeper"', 'name="email"')] == [True] * 4


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/gatherings/", "/join/", "/gatherings/launch/"])
def test_until_then_every_way_leads_there(client, path):
    assert client.get(path).url == "/"


@pytest.mark.django_db
def test_whoever_answers_keeps_the_house_and_is_signed_in(client):
    client.post(reverse("desk:founding"), ANSWERS)

    house, keeper = House.objects.get(), Person.objects.get()
    assert (house.name, house.is_sample, house.clock_offset) == ("Slow Streets", False, None)
    assert (keeper.name, keeper.email, keeper.is_keeper) == ("Ada", "ada@example.org", True)
    assert "Hello, Ada" in client.get("/").content.decode()


@pytest.mark.django_db
def test_a_wrong_address_is_said_and_nothing_typed_is_lost(client):
    answer = client.post(reverse("desk:founding"), ANSWERS | {"email": "ada.at.home"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert [words in page for words in ("Slow Streets", "Neighbours talk.", "ada.at.home")] == [True] * 3


def test_a_house_is_founded_once(client, home):
    assert client.post(reverse("desk:founding"), ANSWERS).status_code == 404
    with pytest.raises(founding.FoundedAlready):
        founding.found_the_house(founding.Beginning("Another", "House", "Eve", "eve@example.org"))


@pytest.mark.django_db
def test_a_public_address_wants_the_key_from_the_terminal(client, settings, tmp_path):
    settings.SITE_ADDRESS, settings.DATA_DIR = "http://home.example.org", tmp_path

    refused = client.post(reverse("desk:founding", args=["guess"]), ANSWERS)
    shown = client.get("/")
    client.post(founding.founding_path(), ANSWERS)

    assert (refused.status_code, shown.status_code) == (404, 503)
    assert House.objects.get().name == "Slow Streets"

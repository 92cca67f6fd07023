import re

import pytest

from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person, SignInLink


def test_a_name_and_an_address_are_enough(client, db, post):
    response = client.post("/join/", {"name": "Wyn", "email": "Wyn@Example.org"})
    came = client.post("/sign-in/code/", {"code": post.code})

    wyn = Person.objects.get()
    assert (response.url, came.url) == ("/sign-in/code/", "/join/welcome/")
    assert (wyn.name, wyn.email, wyn.joined_at is not None) == ("Wyn", "wyn@example.org", True)
    assert client.session["_auth_user_id"] == str(wyn.pk)


def test_joining_says_what_it_means_and_leads_on(client, spring, post):
    page = client.get("/join/").content.decode()
    client.post("/join/", {"name": "Wyn", "email": "wyn@example.org"})
    welcome = client.post("/sign-in/code/", {"code": post.code}, follow=True).content.decode()

    assert ("What joining means" in page, "We keep your name and your address until you leave." in page) == (True, True)
    assert [way in welcome for way in ("/gatherings/spring/", 'href="/me/"', 'href="/people/"')] == [True] * 3


def test_whoever_comes_back_is_not_welcomed_twice(client, ada, post):
    client.post("/sign-in/", {"email": ada.email})

    assert client.post("/sign-in/code/", {"code": post.code}).url == "/"


def test_nobody_becomes_a_person_before_the_address_has_proved_to_be_theirs(client, db):
    client.post("/join/", {"name": "Wyn", "email": "wyn@example.org"})

    assert Person.objects.count() == 0


def test_the_journal_says_that_somebody_joined_once(client, db, post):
    client.post("/join/", {"name": "Wyn", "email": "wyn@example.org"})
    client.post(post.path)
    client.post("/sign-out/")
    client.post("/sign-in/", {"email": "wyn@example.org"})
    client.post(post.path)

    assert list(Entry.objects.values_list("did", "by__name")) == [("joined", "Wyn")]


def test_whoever_is_known_already_is_simply_let_in(client, ada, post):
    client.post("/join/", {"name": "Someone else", "email": "ADA@example.org"})
    client.post("/sign-in/code/", {"code": post.code})

    ada.refresh_from_db()
    assert (Person.objects.count(), ada.name, client.session["_auth_user_id"]) == (1, "Ada Foxglove", str(ada.pk))


@pytest.fixture
def nan(db):
    """She kept a place once, and never joined."""
    return Person.objects.create_person("Nan Weir", "nan@example.org")


@pytest.mark.parametrize("by", ["code", "link"])
def test_signing_in_makes_nobody_a_member(client, nan, post, by):
    client.post("/sign-in/", {"email": nan.email})
    button = client.get(post.path).content.decode()
    came = client.post("/sign-in/code/", {"code": post.code}) if by == "code" else client.post(post.path)

    nan.refresh_from_db()
    assert (came.url, client.session["_auth_user_id"], nan.joined_at) == ("/", str(nan.pk), None)
    assert "Press the button to sign in." in button
    assert not Entry.objects.filter(did="joined").exists()


def test_who_signed_in_without_joining_finds_the_way_to_join_on_their_page(client, nan, ada):
    client.force_login(nan)
    hers = client.get("/me/").content.decode()
    client.force_login(ada)

    assert ['href="/join/"' in page for page in (hers, client.get("/me/").content.decode())] == [True, False]


def test_who_once_booked_joins_as_the_same_person_by_the_name_they_type_now(client, nan, post):
    client.post("/join/", {"name": "Annie", "email": "nan@example.org"})
    pages = [client.get(page).content.decode() for page in ("/sign-in/code/", post.path)]
    came = client.post("/sign-in/code/", {"code": post.code})

    nan.refresh_from_db()
    assert (came.url, nan.name, nan.known_as, nan.joined_at is None) == ("/join/welcome/", "Nan Weir", "Annie", False)
    assert [bool(re.search(r">\s*Join\s*</button>", page)) for page in pages] == [True, True]


def test_two_emails_to_one_newcomer_make_one_person(client, db, post):
    client.post("/join/", {"name": "Wyn", "email": "wyn@example.org"})
    first = post.path
    client.post("/join/", {"name": "Wyn Jones", "email": "wyn@example.org"})
    client.post(post.path)
    client.post("/sign-out/")
    client.post(first)

    assert list(Person.objects.values_list("name", flat=True)) == ["Wyn Jones"]


def test_what_we_wrote_before_is_theirs_afterwards(client, db, post):
    client.post("/join/", {"name": "Wyn", "email": "wyn@example.org"})
    client.post(post.path)

    assert list(Email.objects.values_list("to__name", flat=True)) == ["Wyn"]


def test_nothing_typed_is_lost_when_something_is_missing(client, db):
    answer = client.post("/join/", {"name": "Ŵyn Ó Néill-Ferreira", "email": "wyn.at.example"})

    assert answer.status_code == 422
    assert answer.context["form"].errors == {"email": ["Type an e-mail address, like name@example.org"]}
    assert 'value="Ŵyn Ó Néill-Ferreira"' in answer.content.decode()
    assert (SignInLink.objects.count(), Email.objects.count()) == (0, 0)


def test_who_is_in_need_not_join(client, ada):
    client.force_login(ada)

    assert client.get("/join/").url == "/"

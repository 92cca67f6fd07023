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


def test_somebody_from_a_paper_list_joins_as_who_they_are(client, db, post):
    listed = Person.objects.create_person("Cy", "cy@example.org")

    client.post("/sign-in/", {"email": "cy@example.org"})
    client.post("/sign-in/code/", {"code": post.code})

    listed.refresh_from_db()
    assert (Person.objects.count(), listed.joined_at is not None) == (1, True)


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

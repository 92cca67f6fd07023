import pytest
from django.utils import translation

from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

MINE = {"chosen_name": "Ada L.", "pronouns": "she/her", "language": "en-gb", "letters_rhythm": "weekly"}


def test_i_say_how_i_like_to_be_known(client, ada):
    client.force_login(ada)

    answer = client.post("/me/", MINE, follow=True)

    ada.refresh_from_db()
    assert {name: getattr(ada, name) for name in MINE} == MINE
    assert [str(message) for message in answer.context["messages"]] == ["Saved."]


def test_an_empty_name_falls_back_on_the_one_i_joined_with(client, ada):
    client.force_login(ada)

    client.post("/me/", MINE | {"chosen_name": ""})

    ada.refresh_from_db()
    assert ada.known_as == "Ada Foxglove"


def test_what_is_wrong_is_told_and_nothing_is_lost(client, ada):
    client.force_login(ada)

    answer = client.post("/me/", MINE | {"chosen_name": "x" * 81, "letters_rhythm": "hourly"})

    ada.refresh_from_db()
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["chosen_name", "letters_rhythm"])
    assert ("x" * 81 in answer.content.decode(), "<bdi>Ada Foxglove</bdi>" in answer.content.decode()) == (True, True)
    assert ada.letters_rhythm == "at_once"


def test_a_form_changes_only_what_it_asks(client, ada):
    client.force_login(ada)

    client.post("/me/", MINE | {"email": "eve@example.org", "is_active": "", "joined_at": ""})

    ada.refresh_from_db()
    assert (ada.email, ada.is_active, ada.joined_at is None) == ("ada@example.org", True, False)


@pytest.mark.parametrize("words", ["Seen by members", "Seen only by you"])
def test_every_personal_field_says_who_sees_it(client, ada, words):
    client.force_login(ada)

    form = client.get("/me/").context["form"]

    labelled = {field.name for field in form if field.who_sees}
    chosen = {field.name for field in form if field.name.endswith("_audience")}
    assert words in {str(field.who_sees) for field in form}
    assert {field.name for field in form} - labelled - chosen == {name.removesuffix("_audience") for name in chosen}


def test_a_stranger_is_asked_who_they_are(client):
    assert client.get("/me/").url == "/sign-in/?next=/me/"


def test_i_read_in_my_language_whatever_my_browser_prefers(client, ada, monkeypatch):
    Person.objects.update(language="cy")
    client.force_login(ada)

    assert client.get("/me/", headers={"accept-language": "en-gb"})["Content-Language"] == "cy"


def test_one_persons_language_does_not_stay_for_the_next(client, ada, other_client):
    Person.objects.update(language="cy")
    client.force_login(ada)
    client.get("/me/")

    assert other_client.get("/join/", headers={"accept-language": "en-gb"})["Content-Language"] == "en-gb"


def test_a_newcomer_is_written_to_in_the_language_they_read(client, post):
    with translation.override("cy"):
        client.post("/join/", {"name": "Wyn", "email": "wyn@example.org"}, headers={"accept-language": "cy"})
    client.post(post.path, headers={"accept-language": "cy"})

    assert Person.objects.get().language == "cy"


def test_asking_for_the_language_costs_no_query(client, ada, django_assert_num_queries):
    client.force_login(ada)

    # The session, and the person; the house is asked for by every page.
    with django_assert_num_queries(3):
        client.get("/sign-in/")


@pytest.mark.parametrize("page", ["/me/", "/me/letters/"])
def test_a_page_costs_the_same_for_one_email_and_for_three(client, ada, page, django_assert_max_num_queries):
    client.force_login(ada)
    write(ada)
    with django_assert_max_num_queries(20) as queries_for_one:
        client.get(page)
    write(ada)
    write(ada)
    with django_assert_max_num_queries(20) as queries_for_three:
        client.get(page)

    assert len(queries_for_one) == len(queries_for_three)


def test_emails_to_me_are_shown_newest_first(client, ada):
    client.force_login(ada)
    old, new = write(ada, "Old"), write(ada, "New")

    assert list(client.get("/me/letters/").context["page"]) == [new, old]


def test_i_can_read_an_email_again(client, ada):
    client.force_login(ada)
    email = write(ada, "Hello <b>")

    assert "Dear Ada &amp; all" in client.get(f"/me/letters/{email.pk}/").content.decode()


def test_emails_to_others_are_not_there_for_me(client, ada, bo):
    client.force_login(ada)
    to_bo, to_nobody = write(bo), write(None)

    answers = [client.get(f"/me/letters/{email.pk}/").status_code for email in (to_bo, to_nobody)]

    assert (answers, list(client.get("/me/letters/").context["page"])) == ([404, 404], [])


def write(person, subject="News"):
    return Email.objects.create(
        to=person,
        address=person.email if person else "eve@example.org",
        kind="news",
        policy="at_least_once",
        subject=subject,
        text="Dear Ada & all,\n\ncome.",
        html="",
        written_at="2022-12-14T09:00Z",
        next_try_at="2022-12-14T09:00Z",
    )


@pytest.mark.parametrize("at", ["/me/", "/join/"])
def test_who_sees_my_address_is_the_whole_truth(client, other_client, ada, at):
    client.force_login(ada)
    browser = {"/me/": client, "/join/": other_client}[at]

    page = browser.get(at).content.decode()

    assert "When you book a place, the convenors of that gathering see it, too" in page

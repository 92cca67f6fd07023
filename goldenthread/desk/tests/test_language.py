"""English or Welsh, at one press on every page."""

import pytest
from django.urls import reverse

CYMRAEG = '<button class="button plain" name="language" value="cy" lang="cy">'
ENGLISH = '<button class="button plain" name="language" value="en-gb" lang="en-gb">'


def choose(client, language, then="/gatherings/"):
    return client.post(reverse("desk:language"), {"language": language, "next": then})


@pytest.mark.parametrize("path", ["/", "/gatherings/", "/gatherings/spring/", "/join/", "/nowhere/"])
def test_a_stranger_finds_it_on_every_page(client, spring, path):
    assert CYMRAEG in client.get(path).content.decode()


def test_a_stranger_reads_on_in_welsh_where_they_were(client, home):
    answer = choose(client, "cy")

    page = client.get("/gatherings/").content.decode()
    assert answer.url == "/gatherings/"
    assert ('<html lang="cy">' in page, ENGLISH in page, CYMRAEG in page) == (True, True, False)


def test_a_member_keeps_their_choice_with_their_page(client, ada):
    client.force_login(ada)

    choose(client, "cy")

    ada.refresh_from_db()
    assert (ada.language, '<html lang="cy">' in client.get("/me/").content.decode()) == ("cy", True)


def test_looking_changes_nothing(client, ada):
    client.force_login(ada)

    client.get(reverse("desk:language"), {"language": "cy"})

    ada.refresh_from_db()
    assert ada.language == "en-gb"


@pytest.mark.parametrize(("language", "then", "leads_to"), [("cy", "https://elsewhere.example/", "/"), ("cy", "", "/")])
def test_nobody_is_led_astray(client, home, language, then, leads_to):
    assert choose(client, language, then).url == leads_to


def test_a_language_that_we_do_not_speak_is_asked_for_again(client, home):
    assert choose(client, "tlh").status_code == 422


def test_another_site_changes_nothing(client, home):
    answer = client.post(reverse("desk:language"), {"language": "cy"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert (answer.status_code, answer.cookies) == (403, {})


def test_what_people_wrote_stays_english_on_a_welsh_page(client, spring):
    spring.easy_read = "We have lunch."
    spring.save()

    english, welsh = (
        client.get("/gatherings/spring/easy-read/", headers={"accept-language": language}).content.decode()
        for language in ("en", "cy")
    )

    assert '<h1 dir="auto">A spring day</h1>' in english
    assert '<h1 dir="auto" lang="en-gb">A spring day</h1>' in welsh

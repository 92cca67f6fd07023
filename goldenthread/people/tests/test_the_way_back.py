import pytest


def test_a_newcomer_comes_back_to_where_they_were_going(client, db, post):
    client.post("/join/?next=/gatherings/", {"name": "Wyn", "email": "wyn@example.org", "next": "/gatherings/"})

    assert client.post("/sign-in/code/", {"code": post.code}).url == "/gatherings/"


@pytest.mark.parametrize("page", ["/join/", "/sign-in/"])
def test_the_form_keeps_the_way_even_when_it_was_wrong(client, db, page):
    response = client.get(f"{page}?next=/gatherings/%3Fa=1%26b=2")
    wrong = client.post(page, {"email": "x", "next": "/gatherings/?a=1&b=2"})

    field = '<input type="hidden" name="next" value="/gatherings/?a=1&amp;b=2" id="id_next">'
    assert (response.content.decode().count(field), wrong.content.decode().count(field)) == (1, 1)


@pytest.mark.parametrize(("page", "other"), [("/join/", "/sign-in/"), ("/sign-in/", "/join/")])
def test_changing_from_joining_to_signing_in_keeps_the_way(client, db, page, other):
    answer = client.get(f"{page}?next=/gatherings/%3Fa=1%26b=2")

    assert answer.content.decode().count(f'href="{other}?next=%2Fgatherings%2F%3Fa%3D1%26b%3D2"') == 1


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "///elsewhere.example",
        "javascript:alert(1)",
        "http:///elsewhere.example",
        "\x08//elsewhere.example",
        "/" + "x" * 600,
    ],
)
def test_nobody_is_led_to_another_house(client, ada, post, elsewhere):
    client.post("/sign-in/", {"email": ada.email, "next": elsewhere})

    assert client.post("/sign-in/code/", {"code": post.code}).url == "/"


def test_whoever_is_in_already_goes_straight_on(client, ada):
    client.force_login(ada)

    assert client.get("/sign-in/?next=/gatherings/").url == "/gatherings/"


def test_who_was_on_a_way_is_told_why_they_are_asked(client, db):
    pages = [client.get(at).content.decode() for at in ("/sign-in/", "/sign-in/?next=/gatherings/")]

    assert ["Please sign in or join to see that page. We’ll take you there." in page for page in pages] == [False, True]
    assert "The address you booked or joined with." in pages[0]

"""Where the guess was wrong, a convenor says which column is which; the file is chosen once."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.gatherings.bookings.models import Booking

AT = "/gatherings/spring/bookings/imports/"
NO_NAMES = b"Badge,Post,Remarks\nPat,pat@example.org,vegan\nQuin,,\n"
NO_HEADINGS = b"Pat,pat@example.org\nQuin,quin@example.org\n"


@pytest.fixture
def browser(client, ada, room):
    client.force_login(ada)
    return client


@pytest.fixture
def look(browser):
    def look(content):
        return browser.post(AT, {"file": SimpleUploadedFile("list.csv", content)})

    return look


@pytest.fixture
def look_again(browser):
    def look_again(answer, **chosen):
        return browser.post(f"{AT}columns/", {"sheet": answer.context["sheet"], **chosen})

    return look_again


def rows_in(answer):
    return [(row.number, row.wish.name, row.wish.email, row.wish.needs) for row in answer.context["looked"].lines]


def test_a_list_without_names_asks_which_column_holds_them(look):
    answer = look(NO_NAMES)

    questions = [(field.label, field.help_text, field.value()) for field in answer.context["form"]]
    assert questions == [
        ("Badge", "For example: Pat", ""),
        ("Post", "For example: pat@example.org", "email"),
        ("Remarks", "For example: vegan", "line"),
        ("The first line is a person, not headings", "", None),
    ]
    assert re.search(r'<details\s+class="fold"\s+open\s*>', answer.content.decode())


def test_what_was_chosen_by_hand_is_looked_at_and_brought(browser, look, look_again):
    answer = look_again(look(NO_NAMES), column_0="name", column_1="email", column_2="needs")
    browser.post(f"{AT}lines/", {"packed": answer.context["packed"]})

    assert rows_in(answer) == [(2, "Pat", "pat@example.org", "vegan"), (3, "Quin", "", "")]
    assert sorted(booking.known_as for booking in Booking.objects.select_related("person")) == ["Pat", "Quin"]


def test_a_browser_may_send_it(ada, room):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ada)
    token = {"csrfmiddlewaretoken": strict.get(AT).context["csrf_token"]}
    first = strict.post(AT, token | {"file": SimpleUploadedFile("list.csv", NO_NAMES)})

    page = first.content.decode()
    assert (first.status_code, page.count("csrfmiddlewaretoken")) == (200, page.count('method="post"'))


def test_what_was_guessed_is_what_is_asked(look):
    answer = look(b"Surname,First name,E-mail,Diet,Access,Carer,Notes,Paid\nWeir,Pat,p@example.org,,,,,\n")

    assert [field.value() for field in answer.context["form"]][:8] == [
        "last_name", "name", "email", "needs", "needs", "supporter", "line", "",
    ]  # fmt: skip


def test_the_guess_sent_back_reads_the_same(look, look_again):
    first = look(b"Surname,First name,E-mail,Diet\nWeir,Pat,p@example.org,vegan\n")
    guessed = {field.name: field.value() or "" for field in first.context["form"]}

    again = look_again(first, **guessed)

    assert (rows_in(again), again.context["looked"].columns) == (rows_in(first), first.context["looked"].columns)


def test_a_list_without_headings_loses_nobody(look, look_again):
    answer = look_again(look(NO_HEADINGS), column_0="name", column_1="email", is_headless="on")

    assert rows_in(answer) == [(1, "Pat", "pat@example.org", ""), (2, "Quin", "quin@example.org", "")]


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"column_1": "email"}, "Choose which column holds the names."),
        (
            {"column_0": "name", "column_1": "email", "column_2": "email"},
            "Only one column can hold the e-mail addresses.",
        ),
    ],
)
def test_what_does_not_go_is_said_and_nothing_is_lost(look, look_again, chosen, message):
    wrong = look_again(look(NO_NAMES), **chosen)
    right = look_again(wrong, column_0="name")

    assert (wrong.status_code, wrong.context["form"].non_field_errors()) == (422, [message])
    assert {name: wrong.context["form"][name].value() for name in chosen} == chosen
    assert [name for _number, name, *_ in rows_in(right)] == ["Pat", "Quin"]


@pytest.mark.parametrize("odd", ["nonsense", "\x00", "x" * 5000])
def test_what_was_never_offered_is_refused(look, look_again, odd):
    assert look_again(look(NO_NAMES), column_0=odd).status_code == 422


def test_a_list_that_somebody_changed_on_the_way_is_not_read(browser, look):
    answer = browser.post(f"{AT}columns/", {"sheet": f"{look(NO_NAMES).context['sheet']}x", "column_0": "name"})

    assert (answer.status_code, answer.url) == (302, AT)


def test_the_lines_of_one_page_are_not_the_sheet_of_another(browser, look):
    answer = browser.post(f"{AT}columns/", {"sheet": look(b"Name\nPat\n").context["packed"]})

    assert (answer.status_code, answer.url) == (302, AT)


def test_a_list_too_large_to_travel_is_mended_in_the_file(look, monkeypatch):
    monkeypatch.setattr("goldenthread.kit.carried_sheets.MOST_CARRIED", 20)

    page = look(NO_NAMES).content.decode()

    assert ("Write “Name” above their column" in page, "Look again" in page) == (True, False)


def test_choosing_again_writes_nothing(look, look_again):
    look_again(look(NO_NAMES), column_0="name")

    assert Booking.objects.count() == 0

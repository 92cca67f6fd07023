"""What convenors do on their pages."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.gatherings.bookings.chores import write_emails
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, HeldPlaces, Import, Opening, State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

AT = "/gatherings/spring/bookings/"
HOW = {"places": "3", "until": "", "confirm_hours": "72", "answer_hours": "24"}


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


def test_the_booking_is_opened_with_a_number(browser, spring):
    browser.post(f"{AT}opening/", HOW)

    spring.refresh_from_db()
    assert (Opening.objects.get().gathering, spring.places) == (spring, 3)


def test_places_are_held_for_a_sector(browser, room):
    browser.post(f"{AT}opening/", {"sector": "health", "places": "2", "until": "2027-01-01"})

    assert [
        (held_places.sector, held_places.places, held_places.until) for held_places in HeldPlaces.objects.all()
    ] == [("health", 2, date(2027, 1, 1))]


@pytest.mark.parametrize("wrong", [{"places": "0"}, {"confirm_hours": "1"}, {"answer_hours": "9999"}, {"until": "x"}])
def test_an_opening_that_makes_no_sense_is_given_back(browser, spring, wrong):
    assert browser.post(f"{AT}opening/", HOW | wrong).status_code == 422


def test_a_sheet_of_paper_makes_somebody_who_can_claim_their_page(browser, room):
    browser.post(f"{AT}paper/", {"name": "Pat Weir", "once": "sheet"})

    pat = Person.objects.get(name="Pat Weir")
    assert (pat.email, pat.joined_at, pat.bookings.get().state) == (None, None, State.COMING)


def test_a_sheet_that_is_pressed_twice_is_one_booking_and_the_next_another(browser, room):
    for once in ["sheet", "sheet", "next"]:
        browser.post(f"{AT}paper/", {"name": "Pat Weir", "once": once})

    assert Booking.objects.count() == 2


def test_a_sheet_that_was_typed_in_leads_to_its_booking(browser, room):
    page = browser.post(f"{AT}paper/", {"name": "Pat Weir", "once": "sheet"}, follow=True).content.decode()
    odd = browser.get(f"{AT}paper/", {"typed": "../x"}).content.decode()

    assert (f"{AT}{Booking.objects.get().pk}/" in page, "just typed in" in odd) == (True, False)


def test_paper_waits_for_the_opening(browser, spring):
    assert browser.post(f"{AT}paper/", {"name": "Pat"}).status_code == 422
    assert Person.objects.filter(name="Pat").count() == 0


def test_who_rings_up_is_taken_off_the_list_and_told(browser, full, stands):
    browser.post(f"{AT}{full['Ann'].pk}/cancellation/", {"apologies": "on"})
    write_emails(full["Ann"].at)

    assert (stands(full)["Ann"], stands(full)["Dot"]) == (State.APOLOGIES, State.OFFERED)
    email = Email.objects.get(address="ann@example.org")
    assert "The convenors of “A spring day” heard that you can’t come" in email.text


def test_taken_off_twice_is_taken_off_once(browser, full, stands):
    for _ in range(2):
        browser.post(f"{AT}{full['Ann'].pk}/cancellation/")

    assert (stands(full)["Dot"], stands(full)["Eli"]) == (State.OFFERED, State.WAITING)


def test_who_has_no_address_is_offered_the_next_free_place(browser, full, room, now):
    browser.post(f"{AT}paper/", {"name": "Pat"})
    pat = Booking.objects.get(person__name="Pat")
    waited = pat.state
    for name in ["Ann", "Ben", "Cat"]:
        give_up(full[name], State.CANCELLED, now=now, by=None)

    pat.refresh_from_db()
    # Dot and Eli were before them. A convenor rings Pat, and types in the yes.
    assert (waited, pat.state, pat.owed.count()) == (State.WAITING, State.OFFERED, 0)


def test_a_booking_of_another_gathering_is_not_found(browser, full, ada):
    supper = Gathering.begin("Supper", by=ada)

    assert browser.get(f"/gatherings/{supper.slug}/bookings/{full['Ann'].pk}/").status_code == 404


@pytest.fixture
def looked(browser, room):
    list_of_two = SimpleUploadedFile("list.csv", b"Name,E-mail\nPat,\nQuin,quin@example.org\n")
    return browser.post(f"{AT}imports/", {"file": list_of_two})


def test_a_list_is_looked_at_brought_and_taken_back(browser, looked):
    before = Booking.objects.count()
    packed = {"packed": looked.context["packed"]}
    for _ in range(2):
        browser.post(f"{AT}imports/lines/", packed)
    brought = Booking.objects.count()
    browser.post(f"{AT}imports/{Import.objects.get().pk}/removal/")

    assert (looked.status_code, before, brought, Booking.objects.count()) == (200, 0, 2, 0)


def test_only_what_was_looked_at_is_brought(browser, looked):
    browser.post(f"{AT}imports/lines/", {"packed": f"{looked.context['packed']}x"})

    assert Booking.objects.count() == 0


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x00\x01\x02"])
def test_what_is_no_list_is_given_back(browser, room, content):
    answer = browser.post(f"{AT}imports/", {"file": SimpleUploadedFile("list.csv", content)})

    assert answer.status_code == 422

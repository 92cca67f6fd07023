import pytest
from django.urls import reverse

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Addressing, Booking, State
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.writing import begin_writing
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.kit import clock
from goldenthread.outbox.chores import write_circulars
from goldenthread.outbox.models import Email

WORDS = {"whom": "waiting", "subject": "For {name}", "words": "Dear {name}, bring **tea**."}


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def email(full, room, ada):
    """To those who wait: Dot and Eli."""
    return begin_writing(room, by=ada, **WORDS)


@pytest.mark.parametrize(
    ("whom", "names"),
    [
        ("coming", []),
        ("kept", ["Ann", "Ben", "Cat"]),
        ("waiting", ["Dot", "Eli"]),
        ("needs", []),
        ("all", ["Ann", "Ben", "Cat", "Dot", "Eli"]),
    ],
)
def test_it_goes_to_those_who_stand_so(full, room, ada, whom, names):
    written = begin_writing(room, by=ada, **WORDS | {"whom": whom})

    assert [receiver.name for receiver in written.receivers()] == names


def test_who_told_us_what_they_need_can_be_written_to(ask, room, ada, now):
    ask("Cat", needs="Typed by anybody."), confirm(ask("Ann", needs="No stairs."), now), ask("Ben")
    written = begin_writing(room, by=ada, **WORDS | {"whom": "needs"})

    assert [receiver.name for receiver in written.receivers()] == ["Ann"]


def test_who_is_offered_a_place_still_waits_and_who_left_does_not(email, full, now):
    give_up(full["Ann"], State.CANCELLED, now=now, by=None)
    give_up(full["Eli"], State.CANCELLED, now=now, by=None)

    assert [receiver.name for receiver in email.receivers()] == ["Dot"]


def test_whom_no_email_reaches_is_told_by_name(room, ada, now):
    put_down(room, PlaceRequest(name="Pat"), now=now, by=ada)
    written = begin_writing(room, by=ada, **WORDS | {"whom": "coming"})

    assert (written.receivers(), written.without_an_address()) == ([], ["Pat"])


def test_it_is_written_previewed_seen_and_sent_to_each(browser, full, room):
    begun = browser.post("/gatherings/spring/bookings/letters/", WORDS)
    at = begun["Location"]
    seen = browser.get(at).content.decode()
    too_soon = browser.post(at, {"act": "send"}, follow=True).content.decode()
    browser.post(at, {"act": "preview"})
    browser.post(at, {"act": "send"})
    write_circulars(clock.now())

    assert ("Dear Dot" in seen, "Dear Eli" in seen, "Dear Ann" in seen) == (True, True, False)
    assert "Please send it to yourself first" in too_soon
    assert sorted(Email.objects.values_list("address", "subject")) == [
        ("ada@example.org", "For Ada Foxglove"),
        ("dot@example.org", "For Dot"),
        ("eli@example.org", "For Eli"),
    ]


def test_other_words_need_another_look(browser, email):
    at = f"/gatherings/spring/bookings/letters/{email.pk}/"
    browser.post(at, {"act": "preview"})

    browser.post(at, WORDS | {"words": "Bring cake.", "whom": "kept"})

    email = Addressing.objects.get()
    assert (email.whom, email.circular.words, email.circular.is_previewed) == ("kept", "Bring cake.", False)


def test_an_email_without_words_is_given_back(browser, email):
    answer = browser.post(f"/gatherings/spring/bookings/letters/{email.pk}/", WORDS | {"words": ""})

    assert (answer.status_code, Addressing.objects.get().circular.words) == (422, WORDS["words"])


def test_an_email_of_another_gathering_is_not_found(browser, email, ada):
    supper = Gathering.begin("Supper", by=ada)

    assert browser.get(f"/gatherings/{supper.slug}/bookings/letters/{email.pk}/").status_code == 404


def test_a_writer_without_an_address_reads_it_on_the_page(email, browser, ada):
    Email.objects.all().delete()
    ada.email = None
    ada.save(update_fields=["email"])

    page = browser.post(email.get_absolute_url(), {"act": "preview"}, follow=True)

    assert (page.status_code, Email.objects.count(), email.circular.is_previewed) == (200, 0, True)
    assert "You have no e-mail address here, so read it below." in page.content.decode()
    assert "For Dot" in page.content.decode()


def test_the_page_says_where_answers_go_before_it_goes(browser, full, room):
    begun = browser.post("/gatherings/spring/bookings/letters/", WORDS | {"shows_address": "on"})

    page = browser.get(begun["Location"]).content.decode()

    assert "Answers go to ada@example.org." in page
    assert page.count("<dt>Answers go to</dt>") == 2


def test_unless_its_writer_says_so_nobody_can_answer_it(browser, email):
    page = browser.get(email.get_absolute_url()).content.decode()

    assert ("They can’t answer this e-mail" in page, "ada@example.org." in page) == (True, False)


def test_another_convenor_does_not_show_the_address_of_its_writer(client, email, room, cy):
    Convening.objects.create(gathering=room, person=cy)
    client.force_login(cy)

    page = client.get(email.get_absolute_url()).content.decode()
    client.post(email.get_absolute_url(), WORDS | {"words": "Bring cake.", "shows_address": "on"})

    circular = Addressing.objects.get().circular
    assert ("shows_address" in page, circular.words, circular.shows_address) == (False, "Bring cake.", False)


def test_once_the_day_has_been_nobody_is_said_to_come(browser, full, room, email):
    for_them = [f"/gatherings/{room.slug}/bookings/", reverse("bookings:circulars", args=[room.slug])]
    Booking.objects.filter(pk=full["Ann"].pk).update(state=State.COMING)
    before = [browser.get(at).content.decode() for at in for_them]
    Gathering.objects.update(day="2020-04-20", last_day=None)
    listed, writing = (browser.get(at).content.decode() for at in for_them)

    assert ["had a place" in page for page in before] == [False, False]
    assert ("had a place</a>" in listed, ">coming</a>" in listed) == (True, False)
    assert ("those who had a place" in writing, "those who are coming" in writing) == (True, False)

"""The programme that everybody reads says where there is sign-up, and leads there."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.programme.models import SessionVoice


@pytest.fixture
def read(client, day, opened):
    def read(under=f"sessions/{opened[0].session.uid}/"):
        return " ".join(client.get(f"/gatherings/{day.slug}/programme/{under}").text.split())

    return read


def test_a_stranger_reads_that_there_are_a_few_chairs_and_is_led_to_the_booking(read, day):
    page = read()

    assert "A few chairs left." in page
    assert f'<a href="/gatherings/{day.slug}/booking/">Book a place, then sign up with it</a>' in page
    assert "Open “Your sessions” from the link in your e-mail." in page


def test_somebody_with_a_place_is_led_to_their_sessions(client, read, day, comes, kim):
    key = comes("Kim").key
    Booking.objects.filter(key=key).update(person=kim)
    client.force_login(kim)

    way = f'<a href="/gatherings/{day.slug}/booking/{key}/sessions/">Sign up with your place</a>'
    assert (way in read(), way in read("")) == (True, True)


def test_where_it_is_full_there_is_a_waiting_list(read, opened, comes, sit):
    for hour in opened[:2]:
        sit(comes(f"Ed{hour.pk}", seats=2), hour)

    assert "Full. There’s a waiting list." in read()


def test_with_sign_up_too_it_is_made_of_five_questions(read, comes, sit, opened, released, django_assert_num_queries):
    SessionVoice.objects.create(session=opened[0].session, number=1, name="Priya Ashdown")
    released()
    sit(comes("Ed"), opened[0])
    read("")

    with django_assert_num_queries(5):
        read("")


def test_of_a_session_without_sign_up_nothing_is_said(client, read, opened):
    opened[0].session.sign_up.delete()

    assert ("chairs left" in read(), "few chairs" in read("")) == (False, True)

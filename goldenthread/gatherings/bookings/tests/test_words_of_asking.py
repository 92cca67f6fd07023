"""Where people ask, nothing speaks of a place that is kept, of a booking, or of a friend who could have it."""

import pytest
from django.utils.html import strip_tags

from goldenthread.gatherings.bookings.giving_up import end_for
from goldenthread.gatherings.bookings.places_by_asking import say_yes
from goldenthread.gatherings.bookings.tests.asking import let_them_ask, no_to

AT = "/gatherings/spring/bookings/"


def words_of(answer):
    return " ".join(strip_tags(answer.content.decode()).split())


def test_an_e_mail_after_a_yes_speaks_of_no_friend(askers, ada, now, emails):
    say_yes(askers["Ann"], now=now, by=ada)

    assert "On this page you can give it up or send apologies." in emails()["Ann"].text


def test_under_a_no_stands_no_booking(askers, ada, now, emails):
    no_to(askers["Ann"], ada, now)

    assert "there’s a booking with this address" not in emails()["Ann"].text


def test_an_ended_request_was_no_booking(askers, ada, now, emails):
    end_for(askers["Ann"], apologies=False, now=now, by=ada)

    assert "so they’ve taken you off the list." in emails()["Ann"].text


def test_convenors_read_of_a_request(askers, convenor, ada, now):
    request = words_of(convenor.get(f"{AT}{askers['Ann'].pk}/"))
    no_to(askers["Ben"], ada, now)
    no = words_of(convenor.get(f"{AT}{askers['Ben'].pk}/"))
    opening = words_of(convenor.get(f"{AT}opening/"))

    assert ("that their request has ended" in request, "End their request" in request) == (True, True)
    assert "we e-mailed them:" in no
    assert ("People can ask for a place." in opening, "People can book." in opening) == (True, False)
    assert ("Choose a sector" in opening, "---" in opening) == (True, False)


@pytest.mark.parametrize("by_asking", [True, False])
def test_a_yes_is_offered_where_somebody_asks(room, ada, ask, convenor, now, by_asking):
    let_them_ask(room, ada, now, by_asking=by_asking)
    ask("Ann")

    assert ("Say yes" in words_of(convenor.get(AT))) == by_asking

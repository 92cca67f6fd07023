"""Who confirms a place and ticked a wish reads what came of it."""

import pytest

from goldenthread.gatherings.bookings.tests.test_coming_in import BOTH, NAN


@pytest.mark.parametrize(
    ("ticked", "sentence"),
    [
        ({"stays": "on"}, "Good to have you here, Nan Weir."),
        (BOTH, "You’ve joined, and you’re signed in. Good to have you here, Nan Weir."),
        (
            {"joins": "on"},
            (
                "You’ve joined, Nan Weir. You aren’t signed in on this device: press “Sign in” whenever you like, and we’ll"
                " e-mail you a code."
            ),
        ),
    ],
)
def test_what_was_ticked_is_said_and_how_to_sign_in(pressed, ticked, sentence):
    browser, at, code, _ = pressed(NAN)

    page = browser.post(at, {"code": code} | ticked, follow=True)

    assert [str(message) for message in page.context["messages"]] == [sentence]

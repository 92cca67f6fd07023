"""Who asked, and has not said yet that it was them: the one thing that is left stands first, wherever they look."""

from django.test import Client

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import State

LEFT = "One thing left:"


def words_of(browser, at):
    return " ".join(browser.get(at).content.decode().split())


def test_it_stands_first_on_their_page_with_its_button(askers, now):
    ann, cat = (words_of(Client(), askers[name].get_absolute_url()) for name in ("Ann", "Cat"))

    assert (LEFT in ann, LEFT in cat) == (False, True)
    assert cat.index("<button") < cat.index("This is what was written")


def test_it_stands_first_in_the_e_mail(askers, ask, emails):
    ask("Di")

    assert "One thing left: tell us that this is you." in emails()["Di"].text


def test_signed_in_it_is_said_at_home_and_signing_in_confirms_nothing(room, askers, bo, client, now):
    askers["Cat"].email = bo.email
    askers["Cat"].save()
    client.force_login(bo)
    before = words_of(client, "/")
    askers["Cat"].refresh_from_db()
    confirm(askers["Cat"], now)

    assert ("Confirm that this is me" in before, "Confirm that this is me" in words_of(client, "/")) == (True, False)
    assert askers["Cat"].state == State.ASKED

"""The code for the door: drawn here, read by a camera, and nothing happens before the button is pressed."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import segno
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.day import door_qr_code, rules
from goldenthread.gatherings.day.models import Arrival, Standing
from goldenthread.gatherings.plan import turns
from goldenthread.outbox.models import Email

SVG = "{http://www.w3.org/2000/svg}"
HOUSE = "https://home.example.org"


@pytest.fixture
def slip(bos):
    return door_qr_code.slip_of(bos)


@pytest.fixture
def addressed(settings):
    settings.HOUSE_ADDRESS = HOUSE


def black(svg):
    """The black squares of a drawing, as a camera would see them: the strokes of its second path."""
    white, lines = ElementTree.fromstring(svg).findall(f"{SVG}path")  # noqa: S314 - we drew it
    assert (white.get("fill"), lines.get("stroke")) == ("#fff", "#000")
    seen, across, down = set(), 0.0, 0.0
    for kind, numbers in re.findall(r"([Mmh])([^Mmh]+)", lines.get("d") or ""):
        moved = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if kind == "h":
            seen |= {(int(across) + step, int(down)) for step in range(int(moved[0]))}
            across += moved[0]
        else:
            across, down = (across + moved[0], down + moved[1]) if kind == "m" else moved
    return seen


def modules(address):
    """The same squares, as the code for exactly this address has them, with four of white around."""
    rows = segno.make(address, error="m", micro=False).matrix
    return {(x + 4, y + 4) for y, row in enumerate(rows) for x, is_black in enumerate(row) if is_black}


def test_the_picture_holds_exactly_the_address_of_the_arrival(ask, bos, slip, addressed):
    drawn = ask(f"of/{bos.key}/code.svg")

    assert drawn["Content-Type"] == "image/svg+xml"
    assert black(drawn.content) == modules(f"{HOUSE}/gatherings/spring/day/slip/{slip}/")
    # A camera at the door keeps what it read; the key of the e-mail would open ticks and wishes.
    assert black(drawn.content) != modules(f"{HOUSE}/gatherings/spring/day/of/{bos.key}/arrival/")


def test_it_has_no_style_of_its_own_and_is_kept_by_one_browser_only(ask, bos):
    drawn = ask(f"of/{bos.key}/code.svg")

    assert re.findall(rb"style|script|class", drawn.content) == []
    assert drawn["Cache-Control"] == "private, max-age=86400"


def test_looking_at_it_says_nothing(ask, bos, slip):
    paths = [f"of/{bos.key}/code.svg", f"slip/{slip}/code.svg", f"slip/{slip}/", f"of/{bos.key}/arrival/"]

    answers = [ask(path).status_code for path in paths]

    assert (answers, Arrival.objects.count()) == ([200] * 4, 0)


def test_it_stands_on_my_pages_until_i_am_here(client, ask, bos, press):
    mine = [bos.get_absolute_url(), f"/gatherings/spring/day/of/{bos.key}/"]
    before = ["Show this at the door" in client.get(page).content.decode() for page in mine]

    press(bos, Standing.HERE)

    assert (before, "Show this at the door" in client.get(mine[1]).content.decode()) == ([True, True], False)


def test_my_table_stands_above_the_code(ask, sat):
    page = ask(f"of/{sat['Eli'].key}/").content.decode()

    assert 0 < page.index("Where you sit") < page.index("Show this at the door")


def test_only_for_who_comes(client, bos):
    bos.state = State.KEPT
    bos.save(update_fields=["state"])

    assert "Show this at the door" not in client.get(bos.get_absolute_url()).content.decode()


def test_not_when_it_is_over_or_called_off(bos, now, today, ada):
    before = rules.may_show_code(bos, now), rules.may_show_code(bos, today.ends_at.replace(day=22))

    turns.call_off(today, by=ada, because="Snow")
    bos.gathering = type(today).objects.get(pk=today.pk)

    assert (before, rules.may_show_code(bos, now)) == ((True, False), False)


def test_the_email_to_who_comes_leads_to_it(client, bos, now, addressed):
    chores.write_emails(now)
    email = Email.objects.get(kind="booking: coming")

    page = re.search(r"Your code for the door:\n\n(\S+)\n", email.text)

    assert page
    assert page[1] == f"{HOUSE}/gatherings/spring/day/of/{bos.key}/#code"
    assert 'id="code"' in client.get(urlsplit(page[1]).path).content.decode()


def test_a_slip_holds_an_address_of_its_own(ask, slip, addressed):
    drawn = ask(f"slip/{slip}/code.svg")

    assert black(drawn.content) == modules(f"{HOUSE}/gatherings/spring/day/slip/{slip}/")


def test_a_host_scans_it_and_presses_one_button(client, send, bos, slip, ada):
    client.force_login(ada)

    answer = send(f"slip/{slip}/")

    assert answer.url == "/gatherings/spring/day/"
    assert [(arrival.booking, arrival.standing, arrival.by) for arrival in Arrival.objects.all()] == [
        (bos, "here", ada)
    ]


def test_slips_do_not_hold_the_key_that_opens_ticks_and_wishes(client, ask, sat, ada, at):
    client.force_login(ada)

    printed = ask("slips/print/").content.decode()
    scanned = [ask(f"slip/{door_qr_code.slip_of(booking)}/").content.decode() for booking in sat.values()]

    signed = {door_qr_code.slip_of(booking) for booking in sat.values()}
    assert set(re.findall(r"/day/slip/([^/]+)/code.svg", printed)) == signed
    assert [page for page in [printed, *scanned] for booking in sat.values() if booking.key in page] == []


def test_a_slip_that_we_did_not_sign_opens_nothing(ask, send, bos, slip):
    other = f"{bos.pk + 1}:{slip.partition(':')[2]}"

    assert [ask(f"slip/{one}/").status_code for one in (other, "1", "tea")] == [404, 404, 404]
    assert (send(f"slip/{other}/").status_code, Arrival.objects.count()) == (404, 0)


def test_a_slip_says_nothing_on_another_day(send, bos, slip, today):
    with time_machine.travel(today.ends_at.replace(day=22)):
        send(f"slip/{slip}/")

    assert Arrival.objects.count() == 0

"""A whole day with twenty-four people, on a telephone: two come late, one does not come, and the network drops."""

import json

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WAYS

pytestmark = pytest.mark.journey

FURNISHING = "from tests.journeys.furnishing_day import *; "
# The house is gone for a while, as a network is: whoever asked for it hears of that in the console.
OF_THE_NETWORK = ("ERR_CONNECTION_REFUSED", "Failed to fetch", "ERR_FAILED", "ERR_EMPTY_RESPONSE")
ON_TIME = [
    "Fay",
    "Gil",
    "Hal",
    "Ida",
    "Jon",
    "Kay",
    "Lee",
    "Mae",
    "Ned",
    "Oda",
    "Pam",
    "Quy",
    "Rae",
    "Sal",
    "Ted",
    "Una",
]
ON_THE_LIST = ["Ann", "Ben", "Cat", "Dot", "Eli"]


@pytest.fixture(params=[way for way in WAYS if way.width == 320], ids=lambda way: way.name)
def way(request):
    return request.param


@pytest.fixture
def house(house_to_change):
    return house_to_change


@pytest.fixture
def day(house):
    return json.loads(house.run(script=f"{FURNISHING}begin()"))


@pytest.fixture
def clock(house, day):
    return lambda hour: house.run(script=f"{FURNISHING}go_to('{day['day']} {hour}')")


@pytest.fixture
def ada(house, somebody, day):
    visitor = somebody(house)
    visitor.context.add_cookies([{"name": "sessionid", "value": day["ada"], "url": house.address}])
    return visitor


@pytest.fixture
def guest(house, somebody, day):
    """Somebody opens the page of the day from their e-mail."""

    def come(name):
        visitor = somebody(house)
        visitor.goes_to(f"{day['at']}day/of/{day['keys'][name]}/")
        return visitor

    return come


def test_a_whole_day(house, way, day, clock, ada, guest):
    clock("09:35")
    arrives_by_the_list(house, way, day, ada)
    house.run(script=f"{FURNISHING}come(*{ON_TIME!r})")
    remakes_the_tables(day, ada)
    ann = guest("Ann")
    expect(ann.part("Where you sit").locator("li")).to_have_count(3)
    ann.sees("Room 3")
    if way.javascript:
        reads_without_network(house, ann)

    clock("10:50")
    for name in ("Val", "Wes"):
        late = guest(name)
        late.follows("I am here")
        late.presses("I am here")
        assert late.message == "Good to have you here."
    remakes_the_tables(day, ada)

    clock("12:50")
    [met, *_others] = house.run(script=f"{FURNISHING}beside('Ann')").split(",")
    for one, other in (("Ann", met), (met, "Ann")):
        ticks(guest(one), other)
    clock("17:00")
    house.run(script=f"{FURNISHING}work()")
    issues_certificates(day, ada)
    house.run(script=f"{FURNISHING}work()")
    takes_the_certificate(guest("Ann"), day)

    assert json.loads(house.run(script=f"{FURNISHING}count()")) == {
        # Each of those who came once, and the one who did not when the list was closed.
        "arrivals": 24,
        "ann with ben": 0,
        "who met the no-show": 0,
        "somebody met the latecomer": True,
        "threads": [sorted(["Ann Weir", f"{met} Weir"])],
        "certificates": 23,
    }


def arrives_by_the_list(house, way, day, ada):
    """Five are ticked off; with JavaScript while there is no network, without it one page after the other."""
    ada.goes_to(f"{day['at']}day/arrivals/")
    notice = ada.page.locator("[data-told]")
    if way.javascript:
        expect(notice).to_have_text("Everything is saved.")
        ada.page.evaluate("navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 1500)))")
        house.close()
    first = ada.page.get_by_role("button", name="Here: Ann Weir", exact=True)
    first.focus()
    ada.page.keyboard.press("Enter")
    goes_on_by_keyboard(ada, way)
    for name in ON_THE_LIST[1:]:
        ada.page.get_by_role("button", name=f"Here: {name} Weir", exact=True).click()
    if way.javascript:
        expect(notice).to_have_text("Waiting for the network: 5. Nothing is lost.")
        ada.page.reload()
        expect(notice).to_have_text("Waiting for the network: 5. Nothing is lost.")
        house.open()
        expect(notice).to_have_text("Everything is saved.", timeout=60_000)
    ada.goes_to(f"{day['at']}day/arrivals/?q=weir")
    assert ada.page.locator("[data-standing=here]").count() == 5
    forgive_the_network(ada)


def goes_on_by_keyboard(ada, way):
    """Whoever pressed stands at the next name, and sees where: at once, or with the next Tab where the page came anew."""
    expect(ada.page.locator("[data-part=here] li")).to_have_count(1)
    if not way.javascript:
        ada.page.keyboard.press("Tab")
    focused = ada.page.locator("button:focus-visible")
    expect(focused).to_have_attribute("aria-label", "Here: Ben Weir")
    expect(focused).to_be_in_viewport()


def remakes_the_tables(day, ada):
    ada.goes_to(f"{day['at']}tables/remaking/")
    ada.presses("Make new tables")
    ada.presses("Announce these tables")


def reads_without_network(house, ann):
    ann.page.evaluate("navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 1500)))")
    house.close()
    ann.page.reload()
    ann.sees("Room 3")
    expect(ann.page.locator("[data-age]")).to_contain_text("You have no network.")
    house.open()
    forgive_the_network(ann)


def forgive_the_network(visitor):
    visitor.troubles[:] = [trouble for trouble in visitor.troubles if not any(it in trouble for it in OF_THE_NETWORK)]


def ticks(visitor, name):
    visitor.follows("Stay in touch")
    visitor.page.get_by_label(f"{name} Weir", exact=True).first.check()
    visitor.presses("Save my ticks")


def issues_certificates(day, ada):
    ada.goes_to(f"{day['at']}day/arrivals/")
    ada.follows("See who isn’t ticked")
    ada.sees("Yan Weir")
    ada.presses("Mark everybody not ticked as not come")
    ada.goes_to(f"{day['at']}afterwards/")
    ada.presses("Make the certificates and send e-mails")
    assert ada.message == "23 certificates are ready."


def takes_the_certificate(ann, day):
    ann.goes_to(f"{ann.path}certificate/")
    code = ann.page.locator(".certificate .note strong").inner_text()
    ann.writes("My own note", "Ring Dot.")
    with ann.page.expect_download() as taking:
        ann.page.get_by_role("button", name="Download it as a PDF", exact=True).click()
    assert taking.value.path().read_bytes()[:5] == b"%PDF-"
    ann.goes_to("/certificates/")
    ann.writes("The code on the certificate", code.lower())
    ann.presses("Check it")
    assert ann.heading == "This certificate is genuine"
    ann.sees("6 hours 30 minutes")

"""What the first visit to the launch costs somebody on a slow line."""

import pytest

pytestmark = pytest.mark.journey

SMALLEST = 568


@pytest.fixture
def fetched(house, browser):
    """Everything that comes over the wire, with its size there: {address: bytes}."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    wire, addresses, sizes = context.new_cdp_session(page), {}, {}
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda it: addresses.update({it["requestId"]: it["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda it: sizes.update({it["requestId"]: it["encodedDataLength"]}))
    page.goto(f"{house.address}/gatherings/launch/", wait_until="networkidle")
    context.close()
    return {address: sizes[request] for request, address in addresses.items()}


@pytest.fixture
def first_screen(house, browser):
    """How far down each answer ends on the front page of the smallest telephone, in its own pixels."""
    context = browser.new_context(locale="en-GB", viewport={"width": 320, "height": SMALLEST})
    page = context.new_page()
    page.goto(f"{house.address}/", wait_until="load")
    # A site of real people has no banner.
    page.locator(".banner").evaluate("it => it.remove()")
    answers = {
        "what": ".welcome h1",
        "for whom": ".welcome .for-whom",
        "when, and from when until when": ".soonest .eyebrow",
        "where and how much": ".soonest .terms",
    }
    ends = {
        name: page.locator(where).evaluate("it => it.getBoundingClientRect().bottom") for name, where in answers.items()
    }
    context.close()
    return ends


def test_a_telephone_says_what_for_whom_when_where_and_how_much_before_anybody_scrolls(first_screen):
    assert {name: end for name, end in first_screen.items() if end > SMALLEST} == {}


def test_the_first_visit_is_light(fetched):
    fonts = sum(size for address, size in fetched.items() if address.endswith(".woff2"))
    scripts = sum(size for address, size in fetched.items() if address.endswith(".js"))
    everything = sum(fetched.values())

    assert len(fetched) <= 6
    assert 0 < everything - fonts <= 25 * 1024
    assert everything <= 110 * 1024
    assert scripts <= 20 * 1024

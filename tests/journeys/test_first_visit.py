"""What the first visit to the launch costs somebody on a slow line."""

import pytest

pytestmark = pytest.mark.journey


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


def test_the_first_visit_is_light(fetched):
    fonts = sum(size for address, size in fetched.items() if address.endswith(".woff2"))
    scripts = sum(size for address, size in fetched.items() if address.endswith(".js"))
    everything = sum(fetched.values())

    assert len(fetched) <= 6
    assert 0 < everything - fonts <= 25 * 1024
    assert everything <= 110 * 1024
    assert scripts <= 20 * 1024

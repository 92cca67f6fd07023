"""Paper is first-class: a page prints without what only a screen can use."""

import pytest

pytestmark = pytest.mark.journey


@pytest.fixture
def launch(house, browser):
    """The page of the launch, as a printer gets it."""
    page = browser.new_page(locale="en-GB")
    page.goto(f"{house.address}/gatherings/launch/")
    page.emulate_media(media="print")
    yield page
    page.close()


def test_the_launch_prints_its_words_and_no_navigation(launch):
    only_on_a_screen = launch.locator("nav, .banner, .skip, button, .button")

    assert [it.inner_text() for it in only_on_a_screen.all() if it.is_visible()] == []
    assert launch.locator("h1").is_visible()
    assert launch.locator(".on-paper").inner_text() == launch.url
    assert launch.pdf().startswith(b"%PDF")

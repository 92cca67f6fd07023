"""Joining and following with the keyboard alone."""

import pytest

pytestmark = pytest.mark.journey

# What somebody who looks at the screen can tell about where they are.
WHERE_I_AM = """() => {
  // A link may run over two lines: its first piece counts.
  const it = document.activeElement, style = getComputedStyle(it), box = it.getClientRects()[0];
  const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    name: (it.labels?.[0] ?? it).innerText.trim(),
    shows: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    // A browser scrolls by whole pixels.
    is_in_view: box.top > -1 && box.bottom < innerHeight + 1 && (it === middle || it.contains(middle)),
  };
}"""
ENOUGH = 80


class Fingers:
    """Somebody who uses no mouse."""

    def __init__(self, visitor):
        self.visitor, self.lost = visitor, []

    def tab_to(self, name):
        for _ in range(ENOUGH):
            self.visitor.page.keyboard.press("Tab")
            element = self.visitor.page.evaluate(WHERE_I_AM)
            self.lost += [element] if element["name"] and not (element["shows"] and element["is_in_view"]) else []
            if element["name"] == name:
                return
        pytest.fail(f"Tab never came to {name!r}")

    def type(self, words):
        self.visitor.page.keyboard.type(words)

    def enter(self):
        with self.visitor.page.expect_navigation():
            self.visitor.page.keyboard.press("Enter")


@pytest.fixture
def nan(house, somebody):
    return somebody(house)


def test_a_newcomer_joins_and_follows_by_keyboard_alone(nan, mark):
    nan.goes_to("/gatherings/launch/")
    fingers, address = Fingers(nan), f"nan-{mark}@example.com"

    fingers.tab_to("Follow this plan")
    fingers.enter()
    fingers.tab_to("I’m new here")
    fingers.enter()
    fingers.tab_to("What shall we call you?")
    fingers.type("Nan")
    fingers.tab_to("E-mail")
    fingers.type(address)
    fingers.enter()
    fingers.tab_to("Six digits from our e-mail")
    fingers.type(nan.code_in_the_email_to(address))
    fingers.enter()
    fingers.tab_to("Follow this plan")
    fingers.enter()

    assert nan.path == "/gatherings/launch/"
    nan.sees("You follow this plan")
    assert fingers.lost == []


def test_the_first_tab_skips_to_the_page(nan):
    nan.goes_to("/gatherings/launch/")

    Fingers(nan).tab_to("Skip to the page")
    nan.page.keyboard.press("Enter")
    nan.page.keyboard.press("Tab")

    assert nan.page.evaluate("document.querySelector('main').contains(document.activeElement)") is True

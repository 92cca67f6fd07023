"""Looks at one page in every way that people look at it, and tells what is wrong in words."""

from typing import Any, Literal

from playwright.async_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# In other colours, only what has to do with colours can have changed.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
# Only what is wrong comes back: the rest would be told at length. What is to be loaded first is asked of films and music only.
AXE = """(rules) => axe.run({
  runOnly: rules, resultTypes: ["violations"], preload: document.querySelector("audio, video") !== null,
}).then((answer) => answer.violations)"""

# What sticks out at the right, where it does not stand in something that scrolls by itself.
STICKS_OUT = """() => {
  const root = document.documentElement, width = root.clientWidth;
  if (root.scrollWidth <= width) return [];
  const right = (it) => Math.max(it.getBoundingClientRect().right, it.getBoundingClientRect().left + it.scrollWidth);
  const out = [...document.body.querySelectorAll("*")].filter((it) => right(it) > width + 1);
  return out.slice(-3).map((it) => `${it.tagName.toLowerCase()}.${it.className}`).concat("the page");
}"""
# Text that is cut off where it does not fit: hidden for everybody, unlike what is kept for screen readers.
CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter((it) => {
  const style = getComputedStyle(it), box = it.getBoundingClientRect();
  const hides = ["hidden", "clip"].includes(style.overflowX) && !(it instanceof SVGElement) && box.width > 2;
  return hides && it.innerText?.trim() && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1);
}).slice(0, 3).map((it) => `${it.tagName.toLowerCase()}.${it.className}`)"""

TWICE_AS_LARGE = ":root { font-size: 200% !important }"
# WCAG 1.4.12, to the e-mail.
SPACED_OUT = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
# As an extension of the browser would do it: the content policy of the house stays as it is.
WEAR = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}"""

# In one question, because each costs a way to the browser and back.
FITS = f"""(rules) => {{
  const wear = {WEAR};
  wear(rules);
  const found = [({STICKS_OUT})(), ({CUT_OFF})()];
  wear("");
  return found;
}}"""

Light = dict[str, Literal["light", "dark", "active", "none"]]
LIGHTS: dict[str, Any] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
WIDE, NARROW, HEIGHT = 1280, 320, 800


async def look(page: Page) -> list[str]:
    """Everything that is wrong with a page that is open, in a window that brings axe along."""
    faults = []
    for name, light in LIGHTS.items():
        await page.emulate_media(**light)
        rules = RULES if name == "light" else OF_COLOURS
        faults += [f"{name}: {wrong}" for wrong in await ask_axe(page, rules)]
    await page.emulate_media(**LIGHTS["light"])
    return faults + await stretch(page)


async def stretch(page: Page) -> list[str]:
    """Narrow, with large e-mails, and with more room between them."""
    faults = [f"wide: {wrong}" for wrong in await does_not_fit(page)]
    faults += [f"200 % text: {wrong}" for wrong in await does_not_fit(page, TWICE_AS_LARGE)]
    faults += [f"wide, spaced out: {wrong}" for wrong in await does_not_fit(page, SPACED_OUT)]
    await page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    faults += [f"320 px: {wrong}" for wrong in [*await does_not_fit(page), *await ask_axe(page, RULES)]]
    faults += [f"320 px, spaced out: {wrong}" for wrong in await does_not_fit(page, SPACED_OUT)]
    return faults


async def does_not_fit(page: Page, rules: str = "") -> list[str]:
    wide, cut = await page.evaluate(FITS, rules)
    return [f"{what} sticks out" for what in wide] + [f"{what} is cut off" for what in cut]


async def ask_axe(page: Page, rules: list[str]) -> list[str]:
    violations = await page.evaluate(AXE, rules)
    return [
        f"axe {violation['id']}: {node['html'][:160]} {' '.join(node['failureSummary'].split())[:200]}"
        for violation in violations
        for node in violation["nodes"][:3]
    ]

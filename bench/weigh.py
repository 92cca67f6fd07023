"""What a first visit carries over the wire, in a real browser with nothing in its cache."""

import os
import shutil
from dataclasses import dataclass
from importlib.util import find_spec


@dataclass(frozen=True)
class Weight:
    """One first visit: number of requests, kilobytes as sent with headers, by kind."""

    requests: int
    total: float
    fonts: float
    scripts: float


def weigh(address: str) -> Weight | None:
    """None where there is no browser to ask."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not (browser and find_spec("playwright")):
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page()
        wire = page.context.new_cdp_session(page)
        kinds: dict[str, str] = {}
        sizes: dict[str, float] = {}
        wire.on("Network.responseReceived", lambda told: kinds.update({told["requestId"]: told["type"]}))
        wire.on("Network.loadingFinished", lambda told: sizes.update({told["requestId"]: told["encodedDataLength"]}))
        wire.send("Network.enable")
        page.goto(address, wait_until="networkidle")
        page.wait_for_timeout(300)
        chromium.close()

    def kilobytes(kind: str) -> float:
        return sum(size for request, size in sizes.items() if kinds.get(request) == kind) / 1024

    return Weight(len(sizes), sum(sizes.values()) / 1024, kilobytes("Font"), kilobytes("Script"))

"""What a test needs from the machine. At home it is left out with a plain reason; in CI nothing may be left out."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
JUDGES = ROOT / "tests" / "judges" / "node_modules"


@dataclass(frozen=True)
class Need:
    """Something that not every machine has: where it would be, and how to get it."""

    places: Callable[[], list[Path | None]]
    how: str


def on_the_path(*names: str) -> list[Path | None]:
    return [Path(path) if (path := shutil.which(name)) else None for name in names]


NEEDS = {
    "chromium": Need(
        # The same engine without a window around it, where there is one: it walks more than twice as fast.
        lambda: on_the_path("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"),
        "a Chromium (apt-get install chromium-headless-shell, or chromium)",
    ),
    "node": Need(lambda: on_the_path("node"), "Node.js (apt-get install nodejs npm)"),
    "java": Need(lambda: on_the_path("java"), "a Java (apt-get install openjdk-17-jre-headless)"),
    "judges": Need(lambda: [JUDGES], "the judges of tests/judges (have npm, then run script/test)"),
    "axe": Need(lambda: [JUDGES / "axe-core" / "axe.min.js"], "axe-core (have npm, then run script/test)"),
    "schedule-tools": Need(
        lambda: [ROOT / "tests" / "judges" / "schedule-tools" / "bin" / "python"],
        "c3voc’s tools in tests/judges (run script/test)",
    ),
    "vnu": Need(lambda: [JUDGES / "vnu-jar" / "build" / "dist" / "vnu.jar"], "vnu (have npm, then run script/test)"),
    "postfix": Need(lambda: [Path("/usr/sbin/postfix")], "Postfix (apt-get install postfix)"),
    "opendkim": Need(lambda: [Path("/usr/sbin/opendkim")], "OpenDKIM (apt-get install opendkim opendkim-tools)"),
    "opendkim-genkey": Need(
        lambda: [Path("/usr/sbin/opendkim-genkey"), *on_the_path("opendkim-genkey")],
        "OpenDKIM’s tools (apt-get install opendkim opendkim-tools)",
    ),
    "calcurse": Need(lambda: on_the_path("calcurse"), "calcurse (apt-get install calcurse)"),
    "gettext": Need(lambda: on_the_path("msgmerge"), "gettext (apt-get install gettext)"),
    "pdftoppm": Need(lambda: on_the_path("pdftoppm"), "pdftoppm (apt-get install poppler-utils)"),
    "pdftotext": Need(lambda: on_the_path("pdftotext"), "pdftotext (apt-get install poppler-utils)"),
    "xmllint": Need(lambda: on_the_path("xmllint"), "xmllint (apt-get install libxml2-utils)"),
    "shared": Need(
        lambda: [ROOT.parent / "shared"], "the folder `shared` beside this checkout, which not everybody has"
    ),
}


@pytest.fixture(scope="session")
def needed() -> Callable[[str], Path]:
    """`needed("chromium")` is the path of Chromium; a machine without it leaves the test out."""
    return find


def find(name: str) -> Path:
    need = NEEDS[name]
    path = next((place for place in need.places() if place and place.exists()), None)
    if path:
        return path
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI leaves nothing out: this test needs {need.how}.")
    pytest.skip(f"left out: needs {need.how}")

"""Where this house is found, for what is read far away from it: e-mails, calendars, feeds."""

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings


def absolute(path: str = "/") -> str:
    """The whole address of a page of this house, whoever asks: a request, a worker or a command."""
    return urljoin(f"{house_address()}/", path)


def house_address() -> str:
    """The public one, if it has one; else where it was opened last on this machine."""
    opened = remembered_at()
    return settings.HOUSE_ADDRESS or (opened.read_text() if opened.exists() else "http://localhost:8000")


def is_found_by_others() -> bool:
    """Whether an address that is printed leads here from another machine, or at least says a name that could."""
    host = urlsplit(settings.HOUSE_ADDRESS).hostname or "localhost"
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".localhost", ".internal"))


def remembered_at() -> Path:
    """Written whenever the house is opened, because workers and commands do not know the port."""
    return Path(settings.DATA_DIR, "address.txt")

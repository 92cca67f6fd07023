"""Where this house listens."""

import ipaddress
import socket

from django.conf import settings

from goldenthread.desk.sorry import Sorry
from goldenthread.kit.address import remembered_at

EVERYWHERE = {"127.0.0.1", "::1", "0.0.0.0", "::"}  # noqa: S104 - compared with, not listened to


def remember(host: str, port: int) -> None:
    shown = "localhost" if host in EVERYWHERE else host
    remembered_at().write_text(f"http://{shown}:{port}")


def refuse_if_taken(host: str, port: int) -> None:
    """Asked first, because the web server would share the port with whoever has it, and answer every other request."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as taken:
            raise Sorry(
                f"something else is at {host}, port {port} ({taken.strerror}). Choose another: --port {port + 1}"
            ) from taken


def refuse_to_stand_open(host: str) -> None:
    """Whoever sends half a form keeps a place until they hang up. A web server in front puts an end to that."""
    if not (settings.TRUSTED_PROXIES or _is_near(host)):
        raise Sorry(
            f"to be reached at {host}, this site needs a web server of your own in front (docs/running.md shows one). "
            "If it stands there, say so with TRUSTED_PROXIES=1. For your own network, name this machine's address in it."
        )


def _is_near(host: str) -> bool:
    """This machine, or one network that everybody in it shares: never everywhere."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return address.is_private and not address.is_unspecified

"""Where people find this house: at its public address, or on this machine where it was opened last."""

import socket

from django.conf import settings

from goldenthread.desk.sorry import Sorry

EVERYWHERE = {"127.0.0.1", "::1", "0.0.0.0", "::"}  # noqa: S104 - compared with, not listened to
REMEMBERED = "address.txt"


def remember(host: str, port: int) -> None:
    shown = "localhost" if host in EVERYWHERE else host
    (settings.DATA_DIR / REMEMBERED).write_text(f"http://{shown}:{port}")


def address_of(path: str = "/") -> str:
    remembered = settings.DATA_DIR / REMEMBERED
    here = remembered.read_text() if remembered.exists() else "http://localhost:8000"
    return f"{settings.SITE_ADDRESS or here}{path}"


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

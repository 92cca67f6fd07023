"""Where this house listens."""

import socket

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

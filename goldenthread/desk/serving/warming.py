"""What the first page of a process makes for itself, made once before there are processes: they share it."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.db import connections

from goldenthread.kit.page_cache import Application

# Between them they need the frame, the models, the addresses backwards and a list: most of what every page needs.
PAGES = ("/", "/gatherings/")


def warm_up(application: Application) -> None:
    """Ask for some pages and drop them. It saves each process 4 MB of its own (docs/decisions/0027-warm-before-the-fork.md)."""
    try:
        for page in PAGES:
            _ask(application, page)
    finally:
        # SQLite forbids carrying a connection across a fork.
        connections.close_all()


def _ask(application: Application, page: str) -> None:
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": page,
        "SERVER_NAME": settings.ALLOWED_HOSTS[0],
        "SERVER_PORT": "443",
        "HTTP_HOST": settings.ALLOWED_HOSTS[0],
        "wsgi.url_scheme": "https" if settings.SECURE_SSL_REDIRECT else "http",
        "wsgi.input": BytesIO(),
    }
    response = application(environ, _nobody_listens)
    # Django ends the request here.
    getattr(response, "close", list)()


def _nobody_listens(_status: str, _headers: list[tuple[str, str]], _trouble: Any = None, /) -> Any:
    """Takes the beginning of an answer that nobody reads."""

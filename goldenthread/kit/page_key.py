"""Under what a page for strangers is kept: everything that it depends on besides the database."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from goldenthread.kit.one_at_a_time import Environ


def page_key(environ: Environ) -> tuple[str, ...]:
    """Everything that a page for strangers depends on, as Django will see it."""
    return (
        _scheme(environ),
        environ.get("HTTP_X_FORWARDED_HOST", "") if settings.USE_X_FORWARDED_HOST else "",
        environ.get("HTTP_HOST", ""),
        environ.get("SCRIPT_NAME", ""),
        environ.get("PATH_INFO", ""),
        _language(environ.get("HTTP_ACCEPT_LANGUAGE", "")),
    )


def _scheme(environ: Environ) -> str:
    trusted = settings.SECURE_PROXY_SSL_HEADER
    forwarded = environ.get(trusted[0]) if trusted else None
    if trusted and forwarded is not None:
        return "https" if forwarded.split(",", 1)[0].strip() == trusted[1] else "http"
    return str(environ["wsgi.url_scheme"])


@lru_cache(maxsize=512)
def _language(accepted: str) -> str:
    """The one of our languages that this header leads to: many headers, few pages."""
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = accepted
    return get_language_from_request(request)

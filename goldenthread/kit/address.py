"""Where this house is found, for what is read far away from it: letters, calendars, feeds."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(path: str = "/") -> str:
    """The whole address of a page of this house, whoever asks: a request, a worker or a command."""
    return urljoin(f"{settings.HOUSE_ADDRESS}/", path)

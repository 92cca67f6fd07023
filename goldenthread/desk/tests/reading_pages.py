"""Going on as people do: by the words that stand on a page."""

import re

from django.utils.html import strip_tags


def words(page):
    return " ".join(strip_tags(page).split())


def way(page, label):
    """Where the link leads that begins so."""
    links = re.findall(r'<a\s[^>]*?href="([^"]+)"[^>]*>(.*?)</a>', page.partition("<main")[2], re.DOTALL)
    return next(address for address, inside in links if words(inside).startswith(label))


def fields(page):
    """What must be filled in before the form can be sent."""
    return re.findall(r'<(?:input|textarea|select)\b[^>]*?name="([^"]+)"[^>]*?\brequired\b', page.partition("<main")[2])

"""An e-mail's words without what opens a door: for whoever looks at it before it goes, and for what somebody takes away."""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from goldenthread.kit.address import absolute

# A part of an address that only one person is given: it opens what is theirs, and answers or refuses for them.
A_KEY = re.compile(r"[\w:.=-]{20,}")
# Alone on its line, as text, or alone in its element, as HTML.
A_CODE = re.compile(r"(?m)^(\s*)\d{3}[ \u00a0]?\d{3}(\s*)$|(?<=>)\d{3}[ \u00a0]?\d{3}(?=<)")


def without_keys(words: str) -> str:
    """No link in it acts for its receiver, and no code is left."""
    ours = re.compile(rf"{re.escape(absolute('/'))}[^\s<>)\"]*")
    return A_CODE.sub(_("(a code)"), ours.sub(_without_a_key, words))


def _without_a_key(link: re.Match[str]) -> str:
    is_theirs = any(A_KEY.fullmatch(part) for part in urlsplit(link[0]).path.split("/"))
    return _("(a personal link)") if is_theirs else link[0]

"""Which column of a sheet is which, however its heading is spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from goldenthread.kit.cells import Unreadable

# In this order, because "lived experience" would otherwise be a kind of experience, and "access needs" are needs.
# Whatever might say why people sit apart, or what they need, must be known here: a column that is not known is copied out.
LOOKS: Mapping[str, str] = {
    "apart": r"apart|avoid|not (sit|be|at|with|together)|away from|separate|clash|conflict|keep from|never with",
    "together": r"together|sits? with|stays? with|pair(ed)? with|beside|supporter|supports|accompan",
    "lived": r"lived|expert by experience|service user|ebe",
    "needs": r"needs?|access|step.?free|wheelchair|hearing|mobility|disab|require",
    "familiar": r"familiar|newcomer|^new$|first time|practising|knows? the practice|how long|experienced?",
    "host": r"hosts?|facilitat\w*|table leads?",
    "present": r"present|rounds?|attend\w*|coming|comes|there|sessions?",
    "sector": r"sector|field|organi[sz]ation|org|agency|service|company|employer",
    "name": r"name|full name|who|person|participant|attendee|delegate|guest|enw",
}
# Names come in pieces; these are put together, in this order.
FIRST = re.compile(r"first( ?names?)?|given( names?)?|forenames?|christian name")
LAST = re.compile(r"(last|sur|family|second)( ?names?)?")


def columns(name: str, headings: Sequence[str]) -> dict[str, list[str]]:
    """What each heading is: our word, and the headings that say it. `name` may have two, first and last."""
    found: dict[str, list[str]] = {}
    for heading in headings:
        known = meaning(heading)
        if known:
            found.setdefault(known, []).append(heading)
    pieces = found.pop("first", []) + found.pop("last", [])
    # "Name" and "Surname" side by side are one name in two columns.
    found["name"] = [*found.get("name", [])[:1], *pieces] if len(pieces) < 2 else pieces
    if not found["name"]:
        raise Unreadable(f"{name} has no column of names. Please call one of its columns “Name”.")
    return found


def meaning(heading: str) -> str | None:
    """Our word for this heading, or None if it is one of those that are kept as they are."""
    # A second column of one name is called Needs 2.
    plain = re.sub(r" \d+$", "", bare(heading))
    if FIRST.fullmatch(plain) or LAST.fullmatch(plain):
        return "first" if FIRST.fullmatch(plain) else "last"
    exact = next((known for known, look in LOOKS.items() if known == plain), None)
    return exact or next((known for known, look in LOOKS.items() if _looks(known, look, plain)), None)


def is_heading(cells: Sequence[str]) -> bool:
    """Whether this row names the columns: one of them is the name."""
    return any(meaning(cell) in {"name", "first"} for cell in cells)


def bare(heading: str) -> str:
    """Small letters without accents and punctuation: ` Access-Needs? ` is `access needs`."""
    letters = unicodedata.normalize("NFKD", heading).casefold()
    words = re.sub(r"[^\w ]|_", " ", "".join(c for c in letters if not unicodedata.combining(c)))
    return " ".join(words.split())


def _looks(known: str, look: str, plain: str) -> bool:
    """Whom a name belongs to matters: `Organisation name` is no name, and `Friend's name` is somebody else's."""
    if known == "name":
        return bool(re.fullmatch(rf"({look})|your name|their name|name of (person|participant|guest)", plain))
    return bool(re.search(rf"\b({look})\b", plain))

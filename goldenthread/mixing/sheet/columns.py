"""Which column of a sheet is which, however its heading is spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from goldenthread.kit import headings as kit_headings
from goldenthread.kit.cells import Unreadable

# In this order, because "lived experience" would otherwise be a kind of experience, "access needs" are needs, and who would
# rather not sit with somebody sits with them to a quick eye.
LOOKS: Mapping[str, str] = {
    "apart": r"apart|avoid|not ((want|wish|like|have|need|placed?|seated?|to|be) )*(sit|sat|be|at|with|beside|near|next|together)"
    r"|away from|separated?|clash(es)?|conflicts?|keep from|never with",
    "together": r"together|sits? with|seated with|stays? with|pair(ed)? with|beside|next to|supporters?|supports|supported by|support you"
    r"|accompan\w+|companion|personal assistant|pa",
    "lived": r"lived|experts? by experience|service user|ebe",
    "needs": r"needs?|access|step.?free|wheelchair|hearing|mobility|requires?|requirements?|table (should )?offers?",
    "familiar": r"familiar|newcomer|^new$|new (to|here)|first time|practising|knows? the practice|how long|experienced?",
    "host": r"hosts?|facilitat\w*|table leads?",
    "absent": r"sits? out|sitting out|absent",
    "present": r"present|rounds?|attend\w*|coming|comes|there|sessions?",
    "role": r"roles?|job( title)?|position|occupation|profession",
    "region": r"regions?|nation|county",
    "sector": r"sector|field|organi[sz]ation|org|agency|service|company|employer",
    "name": r"name|full name|who|person|participant|attendee|delegate|guest|enw",
}
# What forms and ticket shops add. It says nothing of the tables, so nobody needs to be asked.
BESIDE_THE_POINT = re.compile(
    r"(your |their )?(e ?mail|mail|phone|telephone|tel|mobile|cell)( (address|number|no))?|(home |postal )?address|post ?code|zip( code)?"
    r"|time ?stamp|(start|completion|submission) time|submitted( at| on)?|id|nr|no|number|pronouns"
    r"|ticket( type| number)?|order( id| number)?|diet\w*( requirements?| needs?)?|food|allerg\w+"
)
# “Shouldn’t sit with”, without its punctuation.
NOT = re.compile(r"\b(((do|does|should|would|could|must|is|are)n|can|won) t|cannot|dont)\b")
# A heading that denies something asks the other way round, or we cannot know which.
DENIES = re.compile(r"\b(not|no|never|nobody|without|except)\b")
# Names come in pieces; these are put together, in this order.
FIRST = re.compile(r"first( ?names?)?|given( names?)?|forenames?|christian name")
LAST = re.compile(r"(last|sur|family|second)( ?names?)?")
COLUMNS = tuple(LOOKS)
# The meaning of a column that says nothing of the tables.
BESIDE = "beside the point"
NOTHING_ANSWERED: Mapping[str, str] = {}


def columns(name: str, headings: Sequence[str], answers: Mapping[str, str] = NOTHING_ANSWERED) -> dict[str, list[str]]:
    """What each heading is: our word, and the headings that say it. `name` may have two, first and last. What somebody
    answered about a heading counts before what it looks like; whatever is answered or looks like none of ours is left out."""
    found: dict[str, list[str]] = {}
    for heading in headings:
        known = answers.get(heading, meaning(heading))
        if known in COLUMNS or known in {"first", "last"}:
            found.setdefault(str(known), []).append(heading)
    pieces = found.pop("first", []) + found.pop("last", [])
    # "Name" and "Surname" side by side are one name in two columns.
    found["name"] = [*found.get("name", [])[:1], *pieces] if len(pieces) < 2 else pieces
    if not found["name"]:
        # What we know nothing else of may still be what a list on a page would take for a name: “Participant name”.
        found["name"] = list(
            kit_headings.name_columns([one for one in headings if answers.get(one, meaning(one)) is None])
        )
    if not found["name"]:
        raise Unreadable(f"{name} has no column of names. Please call one of its columns “Name”.")
    return found


def meaning(heading: str) -> str | None:
    """Our word for this heading, or None if it says nothing that we are sure of."""
    # A second column of one name is called Needs 2.
    plain = NOT.sub("not", re.sub(r" \d+$", "", bare(heading)))
    if FIRST.fullmatch(plain) or LAST.fullmatch(plain):
        return "first" if FIRST.fullmatch(plain) else "last"
    if plain in LOOKS or BESIDE_THE_POINT.fullmatch(plain):
        return plain if plain in LOOKS else BESIDE
    known = next((known for known, look in LOOKS.items() if _looks(known, look, plain)), None)
    return None if known not in {"apart", "name"} and DENIES.search(plain) else known


def is_heading(cells: Sequence[str]) -> bool:
    """Whether this row names the columns: one of them is the name, to us or to whoever reads a list on a page."""
    return any(meaning(cell) in {"name", "first"} for cell in cells) or kit_headings.is_heading(cells)


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

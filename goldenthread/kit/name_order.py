"""The order of names, one for every list of the house: as British and Irish registers have it, whichever language is read.

Accents, apostrophes and hyphens count for nothing unless two names are alike otherwise: Éva stands beside Eva, O’Brien beside
Obrien and Ó Briain. What belongs to a surname stays with it: ap Gwilym under A, Ní Dhomhnaill under N, van Dyk under V, and
McCabe beside MacCabe. Welsh names stand in the order of the twenty-six letters (Lloyd after Lister), as a list in which most are
not Welsh is read. By hand, because PyICU comes without wheels, and icu4py, which has them, without this.
"""

import re
import unicodedata
from functools import lru_cache

# What stands before a surname and is a part of it.
PARTS = frozenset(
    [
        "ap",
        "ab",
        "ferch",
        "verch",
        "van",
        "von",
        "vom",
        "zu",
        "zur",
        "der",
        "den",
        "ter",
        "ten",
        "te",
        "de",
        "da",
        "das",
        "di",
        "do",
        "dos",
        "du",
        "del",
        "della",
        "la",
        "le",
        "las",
        "los",
        "af",
        "av",
        "al",
        "el",
        "ibn",
        "bin",
        "bint",
        "mac",
        "mag",
        "mc",
        "o",
        "ni",
        "nic",
        "ui",
        "ua",
        "st",
        "saint",
    ]
)
# Before a name, and none of it.
BEFORE = frozenset(
    [
        "dr",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "rev",
        "revd",
        "reverend",
        "sir",
        "dame",
        "lord",
        "lady",
    ]
)
# These are nobody's first name.
NEVER_FIRST = frozenset(["ni", "nic", "o", "ui", "ua"])
# After a name, and none of it.
TITLES = frozenset(["obe", "mbe", "cbe", "kc", "qc", "phd", "md", "jr", "sr", "jnr", "snr", "ii", "iii"])
# Letters that are one letter and an accent to everybody but Unicode.
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"})
SILENT = re.compile(r"[^\w\s@]|_")
MC = re.compile(r"^mc(?=\w)")

NameOrder = tuple[str, str, str]


@lru_cache(maxsize=20_000)
def by_first_name(name: str) -> NameOrder:
    """As a name is spoken: “Smith, John” is John Smith."""
    before, comma, after = name.partition(",")
    surname, first = plain_words(before), plain_words(after)
    is_turned = bool(surname and first) and all(word in PARTS for word in surname[:-1]) and not TITLES.issuperset(first)
    words = [*_without_title(first), *surname] if comma and is_turned else _without_title(plain_words(name))
    return " ".join(words), "", name


@lru_cache(maxsize=20_000)
def by_surname(name: str) -> NameOrder:
    """Also of “Bell, Ann”; somebody with one name stands under it."""
    before, comma, after = name.partition(",")
    first, last = _in_two(plain_words(before))
    if comma and not first:
        first = plain_words(after)
    return MC.sub("mac", "".join(last)), " ".join(word for word in first if word not in BEFORE), name


def _without_title(words: list[str]) -> list[str]:
    """Dr Ann Khan stands beside Ann Khan; Mrs Dean, who gave no other name, under Dean."""
    while len(words) > 1 and words[0] in BEFORE:
        words = words[1:]
    return words


def _in_two(words: list[str]) -> tuple[list[str], list[str]]:
    while len(words) > 1 and words[-1] in TITLES:
        words = words[:-1]
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTS:
        at -= 1
    # Two parts alone, such as “Ní Bhriain”, are a surname.
    at = 0 if at == 1 and words[0] in NEVER_FIRST else at
    return words[: max(at, 0)], words[max(at, 0) :]


def plain_words(name: str) -> list[str]:
    """Without accents, capitals and marks."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return SILENT.sub("", plain).split()

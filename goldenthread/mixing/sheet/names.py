"""Names as people carry them: told apart where two are alike, found again when somebody else writes them, short on a slip."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from goldenthread.mixing.sheet.cell_values import Unclear
from goldenthread.mixing.sheet.columns import bare

# Before a name, and never a first name themselves.
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "revd",
        "reverend",
        "father",
        "fr",
        "sister",
    ]
)


def as_spoken(name: str) -> str:
    """As on a list, "Dean, Cathy" is Cathy Dean; and what stands behind a name, such as RMN, is not a part of it."""
    before, comma, after = name.partition(",")
    if not comma:
        return name
    if len(before.split()) == 1 or before[:1].islower():
        return f"{after} {before}".strip()
    return before if after.strip().isupper() else name


def first_name(name: str) -> str:
    """The whole name where nobody can be sure: of "Mr & Mrs Dean" neither half is one."""
    return next(iter(_pieces(name)), "")


def _pieces(name: str) -> list[str]:
    """First name and the others; all in one piece where they cannot be told apart."""
    spoken = as_spoken(name)
    words = spoken.split()
    if "," in spoken or {"&", "and"} & set(words):
        return [name]
    if words and bare(words[0]) in TITLES:
        # "Dr Cathy Dean" has a first name, "Mrs Dean" and "Mr de Souza" gave none.
        return words[1:] if len(words) > 2 and words[1][0].isupper() else [name]
    return words


def told_apart(names: Sequence[str], beside: Sequence[str]) -> list[str]:
    """Each name once. Two of one name are told apart by what stands beside it (their sector), or else by a number."""
    often = Counter(map(bare, names))
    both = Counter(zip(map(bare, names), map(bare, beside), strict=True))
    seen: Counter[str] = Counter()
    told, taken = [], {bare(name) for name in names}
    for name, more in zip(names, beside, strict=True):
        plain = bare(name)
        if often[plain] == 1:
            told.append(name)
        elif more and both[plain, bare(more)] == 1:
            told.append(f"{name} ({more})")
        else:
            told.append(_numbered(name, seen, taken))
    return told


def _numbered(name: str, seen: Counter[str], taken: set[str]) -> str:
    seen[bare(name)] += 1
    numbered = f"{name} ({seen[bare(name)]})"
    return _numbered(name, seen, taken) if bare(numbered) in taken else numbered


class Directory:
    """Finds whom a cell means: by the whole name, or by a first name that only one person has."""

    def __init__(self, shown: Sequence[str], names: Sequence[str]) -> None:
        self.by: Mapping[str, set[str]] = defaultdict(set)
        for one, name in zip(shown, names, strict=True):
            for way in {bare(one), bare(name), one.casefold()}:
                self.by[way].add(one)
        whole = {bare(name) for name in names}
        for one, name in zip(shown, names, strict=True):
            first = bare(name).split(" ")[0]
            if first not in whole:
                self.by[first].add(one)

    def find(self, text: str) -> str:
        found = self.by.get(text.casefold()) or self.by.get(bare(text)) or set()
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise Unclear(f"“{text}” could be {' or '.join(sorted(found))}")
        raise Unclear(f"there is nobody called “{text}” in the list of names")

    def other(self, text: str, *, than: str) -> str:
        """Somebody else than the one who is speaking."""
        found = self.find(text)
        if found == than:
            raise Unclear(f"it names {than} themselves")
        return found


def short(names: Sequence[str]) -> list[str]:
    """First name and initial, as on a slip; more letters where two would be alike."""
    pieces = [_pieces(name.split(" (")[0]) for name in names]
    longest = max((len(piece[-1]) for piece in pieces if piece), default=0)
    often = [Counter(_short(piece, letters).rstrip(".") for piece in pieces) for letters in range(longest + 1)]
    return [
        next((tried for tried in _longer(piece, longest) if often[tried[1]][tried[0].rstrip(".")] == 1), (name, 0))[0]
        for piece, name in zip(pieces, names, strict=True)
    ]


def first(names: Sequence[str]) -> list[str]:
    """First names, for those who sit together; the short name where two would be alike."""
    pieces = [first_name(name.split(" (")[0]) or name for name in names]
    often = Counter(pieces)
    return [piece if often[piece] == 1 else longer for piece, longer in zip(pieces, short(names), strict=True)]


def _longer(piece: Sequence[str], longest: int) -> Iterator[tuple[str, int]]:
    return ((_short(piece, letters), letters) for letters in range(1, longest + 1))


def _short(pieces: Sequence[str], letters: int) -> str:
    if len(pieces) < 2:
        return " ".join(pieces)
    last = pieces[-1]
    return f"{pieces[0]} {last[:letters]}{'.' if letters < len(last) else ''}"

"""What no font here has is replaced where it stands, so that the rest of a name, and everybody else's, is printed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import Any

from goldenthread.kit.pdf.fonts import CannotBeSet, compiled, families

# U+25A1, a sign like any other: it can be seen, copied and read aloud.
MISSING = "□"
# Halves of characters, which no UTF-8 can hold, and signs of private use, which mean something else in every font.
_NO_SIGN = re.compile("[\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")
# What every font has.
_PLAIN = re.compile(r"[ -~\n\r\t]*")
# Each question takes Typst some hundredths of a second. A page of signs that no font has would hold a core for a minute.
SECONDS_TO_LOOK = 8.0
_JOINER = "\u200d"
# The smallest document that tells whether a text can be set, in the weights that we print.
_PROBE = b"""#let probe = json(bytes(sys.inputs.probe))
#set document(title: "probe")
#set text(font: probe.fonts)
#for text in probe.texts [#text #parbreak() #strong(text) #parbreak()]
"""


def encodable(data: Any) -> Any:
    """The same data with MISSING for what is no sign anywhere, and for words that cannot be seen."""
    return _mapped(data, lambda text: _NO_SIGN.sub(MISSING, text if _can_be_seen(text) else MISSING))


def printable(data: Any, seconds: float = SECONDS_TO_LOOK) -> Any:
    """The same data, with MISSING for every sign that cannot be printed, or of which that was not known in time."""
    until = monotonic() + seconds
    wrong = _unprintable(tuple(dict.fromkeys(_texts(data))), until)
    replaced = {text: _replaced(text, until) for text in wrong}
    return _mapped(data, lambda text: replaced.get(text, text))


def _can_be_seen(text: str) -> bool:
    """Controls, marks of direction and spaces of every kind show nothing, and PDF/UA refuses a heading of them."""
    return not text.strip() or any(unicodedata.category(sign)[0] not in "CZ" for sign in text)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list | tuple):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)


def _mapped(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _mapped(value, change) for key, value in data.items()}
    return [_mapped(value, change) for value in data] if isinstance(data, list | tuple) else data


def _unprintable(texts: Sequence[str], until: float) -> frozenset[str]:
    """By halves: among thousands of names few cannot be set. When there is no time left, whatever is not plain is one of them."""
    if monotonic() >= until:
        return frozenset(text for text in texts if not _PLAIN.fullmatch(text))
    if _can_be_set(texts):
        return frozenset()
    if len(texts) == 1:
        return frozenset(texts)
    middle = len(texts) // 2
    return _unprintable(texts[:middle], until) | _unprintable(texts[middle:], until)


def _replaced(text: str, until: float) -> str:
    clusters = _clusters(text)
    wrong = _unprintable(tuple(dict.fromkeys(clusters)), until)
    replaced = "".join(MISSING if cluster in wrong else cluster for cluster in clusters)
    # Signs that can be set each by itself may still not go together.
    is_sure = monotonic() < until and _can_be_set([replaced])
    return replaced if is_sure else "".join(sign if _PLAIN.fullmatch(sign) else MISSING for sign in replaced)


def _clusters(text: str) -> list[str]:
    """What is seen as one sign: a letter with its marks, people joined into a family."""
    clusters: list[str] = []
    for sign in text:
        joins = unicodedata.category(sign).startswith("M") or sign == _JOINER
        if clusters and (joins or clusters[-1].endswith(_JOINER)):
            clusters[-1] += sign
        else:
            clusters.append(sign)
    return clusters


def _can_be_set(texts: Sequence[str]) -> bool:
    """Typst itself is the judge: which font has a sign is only half of it."""
    probe = json.dumps({"fonts": families(), "texts": texts}, ensure_ascii=False)
    try:
        compiled(_PROBE, {"probe": probe})
    except CannotBeSet:
        return False
    return True

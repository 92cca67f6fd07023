"""Address cards as telephones and mail programs save them (vCard 2.1 to 4.0): names and e-mail addresses, nothing else."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import vobject
from vobject.base import VObjectError

from goldenthread.kit.cells import Unreadable, cell_text
from goldenthread.kit.delimited import Found

HEADINGS = ["Name", "E-mail"]


def rows(name: str, text: str) -> Iterator[Found]:
    """A list with one card in each line, numbered as they stand in the file."""
    # It would tell of every line that nobody can read, and with it what stands there.
    logging.getLogger("vobject").setLevel(logging.CRITICAL)
    yield 1, HEADINGS
    try:
        # Photographs are often folded wrongly; a card is read without the lines that nobody can read.
        for number, card in enumerate(vobject.readComponents(text, ignoreUnreadable=True, allowQP=True), start=2):
            yield number, [_name(card), _address(card)]
    except (VObjectError, ValueError, LookupError, AttributeError, TypeError):
        raise Unreadable(f"{name} is damaged, or holds address cards that we cannot read.") from None


def _name(card: Any) -> str:
    written = cell_text(getattr(card, "fn", None) and card.fn.value)
    return " ".join((written or cell_text(getattr(card, "n", None) and str(card.n.value))).split())


def _address(card: Any) -> str:
    """The one that is preferred, or else the first."""
    addresses = card.contents.get("email", [])
    preferred = [entry for entry in addresses if "PREF" in str([entry.params, entry.singletonparams]).upper()]
    return cell_text([*preferred, *addresses][0].value) if addresses else ""

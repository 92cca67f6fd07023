"""What is other about a session besides its hour and room, in words: each thing in a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.programme.public_parts import PublicSession


def other_words(before: PublicSession, after: PublicSession) -> str:
    """Empty where nothing is."""
    return " ".join(_each_thing(before, after))


def _each_thing(before: PublicSession, after: PublicSession) -> Iterator[str]:
    if before.title != after.title:
        yield _("It was called “%(title)s”.") % {"title": before.title}
    if before.kind != after.kind:
        yield _("It is now: %(kind)s.") % {"kind": after.kind_in_words}
    if before.words != after.words:
        yield _("What it is about reads differently.")
    if before.most_people != after.most_people:
        yield _for_how_many(after.most_people)
    if before.brought_by != after.brought_by:
        yield _("Who brings it has changed.")


def _for_how_many(most: int | None) -> str:
    if most is None:
        return _("There is no limit any more to how many people can come.")
    return ngettext(
        "It is for %(n)s person at most.",
        "It is for %(n)s people at most.",
        most,
    ) % {"n": most}

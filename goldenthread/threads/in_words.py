"""Where something was, as people say it."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.people.models import Person
from goldenthread.threads.models import Where
from goldenthread.threads.models.where import BY_INTRODUCTION

# As `tables.arranging` names them in each of our languages.
COUNTED = re.compile(r"(?:Table|Bwrdd) (\d+)")


def heading(where: Where, introduced_by: Person | None) -> str:
    """The knot on the line: the gathering, or who brought the two together."""
    if not where.key.startswith(f"{BY_INTRODUCTION}:"):
        return where.label or _("A gathering")
    return _("Introduced by %(name)s") % {"name": introduced_by.known_as} if introduced_by else _("Introduced here")


def place(where: Where, introduced_by: Person | None) -> str:
    """With round and table, where they are known."""
    words = [heading(where, introduced_by)]
    if where.round:
        words.append(_("round %(number)s") % {"number": where.round})
    if where.table:
        words.append(_table(where.table))
    return ", ".join(words)


def how_often(times: int) -> str:
    """Nothing where once goes without saying."""
    if times < 2:
        return ""
    return (
        _("You met twice")
        if times == 2
        else ngettext("You met once", "You met %(times)s times", times) % {"times": times}
    )


def _table(label: str) -> str:
    """By the name that it was given; one that was only counted, in the language of whoever reads."""
    if label.isdigit():
        return _("table %(table)s") % {"table": label}
    counted = COUNTED.fullmatch(label)
    return _("Table %(n)s") % {"n": counted[1]} if counted else label

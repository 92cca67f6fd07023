"""What is printed here: on which paper, in whose words, and as a file whose name says what it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.kit.pdf.setting import typeset
from goldenthread.kit.pdf.signs import MISSING

# What no system has in the name of a file, or reads as something else.
NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')
LONGEST_NAME = 120


class PaperSize(StrEnum):
    """A sheet as Typst calls it. The first is what people have who choose nothing."""

    A4 = "a4"
    LETTER = "us-letter"
    A3 = "a3"


NAMES = {
    PaperSize.A4: gettext_lazy("A4"),
    PaperSize.LETTER: gettext_lazy("US Letter"),
    PaperSize.A3: gettext_lazy("A3"),
}
# What stands in most offices and homes.
USUAL = (PaperSize.A4, PaperSize.LETTER)


def sizes(*usable: PaperSize) -> list[tuple[str, str | Promise]]:
    """To choose from on a page: what the address says, and what people read."""
    return [(paper.value, NAMES[paper]) for paper in usable or USUAL]


def size_of(request: HttpRequest, *usable: PaperSize) -> PaperSize:
    """What was chosen; of what nobody knows, the first."""
    chosen = request.GET.get("paper")
    return next((paper for paper in usable or USUAL if paper == chosen), (usable or USUAL)[0])


def sheet(template: Path, data: Mapping[str, Any], paper: PaperSize = PaperSize.A4) -> bytes:
    """The PDF of a template that begins with kit/templates/kit/sheet.typ."""
    return typeset(template, alike(paper) | dict(data))


def alike(paper: PaperSize) -> dict[str, Any]:
    """What every sheet knows."""
    return {
        "paper": paper.value,
        "language": (translation.get_language() or "en")[:2],
        "missing": MISSING,
        "missing_means": _("%(sign)s stands for a sign that we cannot print.") % {"sign": MISSING},
    }


def as_pdf(written: bytes, *words: str) -> HttpResponse:
    """To keep as a file that says what it is: “Certificate, Ann Weir, A spring day.pdf”."""
    name = NOT_IN_A_NAME.sub(" ", ", ".join(filter(None, words)))[:LONGEST_NAME].strip(" .")
    header = content_disposition_header(as_attachment=True, filename=f"{name}.pdf")
    return HttpResponse(written, content_type="application/pdf", headers={"Content-Disposition": header or ""})

"""Certificates as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.kit.address import absolute
from goldenthread.kit.pdf.setting import typeset
from goldenthread.kit.pdf.signs import MISSING

TEMPLATE = Path(__file__).resolve().parent / "templates" / "afterwards" / "certificate.typ"


def pdf(certificates: Sequence[Certificate], *, note: str = "") -> bytes:
    """A page for each; and a second one with a private note, which is printed and kept nowhere."""
    data = {
        "words": _words(),
        "language": (translation.get_language() or "en")[:2],
        "note": note,
        "certificates": [certificate.printed | {"code": certificate.code} for certificate in certificates],
    }
    return typeset(TEMPLATE, data)


def _words() -> dict[str, str]:
    return {
        "heading": _("Certificate of attendance"),
        "was_there": _("was there:"),
        "when": _("When"),
        "where": _("Where"),
        "hours": _("Hours attended"),
        "sessions": _("Sessions attended"),
        "aims": _("What it was for"),
        "convenors": _("Convened by"),
        "no_accreditation": _(
            "This says that somebody was there, and no more. It is no accreditation, and carries no credits or points."
        ),
        "verify": _("Whether it is genuine can be seen at %(address)s, with the code")
        % {"address": absolute(reverse("afterwards:verifications"))},
        "note": _("A note of my own"),
        "missing": MISSING,
        "missing_means": _("%(sign)s stands for a sign that we cannot print.") % {"sign": MISSING},
    }

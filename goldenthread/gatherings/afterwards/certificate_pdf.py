"""Certificates as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

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
        "certificates": [_on_paper(certificate) for certificate in certificates],
    }
    return typeset(TEMPLATE, data)


def _on_paper(certificate: Certificate) -> dict[str, Any]:
    """Those that were issued earlier say less."""
    address = absolute(certificate.get_absolute_url())
    return {"site": "", **certificate.printed, "code": certificate.code, "address": address}


def _words() -> dict[str, str]:
    return {
        "heading": _("Certificate of attendance"),
        "attended": _("attended"),
        "when": _("When"),
        "where": _("Where"),
        "hours": _("Hours attended"),
        "sessions": _("Took part in"),
        "aims": _("What it was about"),
        "convenors": _("Convened by"),
        "hosted_by": _("Hosted by"),
        "no_accreditation": _(
            "This confirms attendance. It is not an accreditation, and carries no credits or points."
        ),
        "site": _("Issued by"),
        "verify": _("To check that this certificate is genuine, go to"),
        "code": _("Its code is"),
        "note": _("My own note"),
        "missing": MISSING,
        "missing_means": _("%(sign)s stands for a sign that we cannot print.") % {"sign": MISSING},
    }

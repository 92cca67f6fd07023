"""Certificates as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.kit.address import absolute
from goldenthread.kit.pdf.sheets import PaperSize, sheet
from goldenthread.kit.qr_code import drawn

TEMPLATE = Path(__file__).resolve().parent / "templates" / "afterwards" / "certificate.typ"


def pdf(certificates: Sequence[Certificate], size: PaperSize = PaperSize.A4, *, note: str = "") -> bytes:
    """A page for each; and a second one with a private note, which is printed and kept nowhere."""
    words = {
        "heading": _("Certificate of attendance"),
        "note": _("My own note"),
        "none": _("There are no certificates yet."),
    }
    data = {"words": words, "note": note, "certificates": [_on_paper(certificate) for certificate in certificates]}
    return sheet(TEMPLATE, data, size)


def _on_paper(certificate: Certificate) -> dict[str, Any]:
    """In the language of whose it is, whoever prints it. Those that were issued earlier say less."""
    address = absolute(certificate.get_absolute_url())
    language = certificate.printed.get("language") or translation.get_language() or "en"
    with translation.override(language):
        known = {"site": "", "attended": "", **certificate.printed, "language": language[:2], "words": _words()}
    return known | {"code": certificate.code, "address": address, "picture": drawn(address).decode()}


def _words() -> dict[str, str]:
    return {
        "heading": _("Certificate of attendance"),
        "attended": _("attended"),
        "when": _("When"),
        "where": _("Where"),
        "hours": _("Hours attended"),
        "times": _("Was there"),
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
        "picture": _("QR code that leads to this certificate"),
    }

"""A pile of contributions on paper, one to a page with lines to write on, as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from goldenthread.gatherings.voices.models import CallAnswer, Leaning
from goldenthread.gatherings.voices.pile import PileSheet
from goldenthread.kit.pdf.sheets import PaperSize, sheet

TEMPLATE = Path(__file__).resolve().parent / "templates" / "voices" / "pile.typ"


def pdf(sheets: Sequence[PileSheet], title: str, size: PaperSize = PaperSize.A4) -> bytes:
    answers = CallAnswer.objects.for_readers().by_contribution([page.contribution for page in sheets])
    data = {
        "title": title,
        "sheets": [_on_paper(page, answers[page.contribution.pk]) for page in sheets],
        "leanings": [str(label) for label in Leaning.labels],
        "words": {
            "none": _("There’s nothing to read yet."),
            "by": _("Brought by"),
            "leaning": _("What would you do?"),
            "why": _("Why, in a few words"),
        },
    }
    return sheet(TEMPLATE, data, size)


def _on_paper(page: PileSheet, answers: list[CallAnswer]) -> dict[str, Any]:
    contribution = page.contribution
    about = [contribution.kind.name if contribution.kind else "", _minutes(contribution.minutes)]
    return {
        "number": _("No. %(number)s") % {"number": page.number},
        "title": contribution.title,
        "about": " · ".join(filter(None, about)),
        "words": page.words,
        "names": ", ".join(page.names),
        "answers": [{"question": answer.question.words, "words": str(answer.in_words)} for answer in answers],
    }


def _minutes(minutes: int | None) -> str:
    return _("%(n)s minutes") % {"n": minutes} if minutes else ""

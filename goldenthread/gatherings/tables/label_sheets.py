"""Sheets of sticky labels as shops sell them: so many on a sheet, so large, and where the first one begins."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from goldenthread.kit.pdf.sheets import NAMES, PaperSize


@dataclass(frozen=True)
class LabelSheet:
    """One kind of sheet. All measures are in millimetres; `across` and `down` lead from one label to the next."""

    name: str
    size: PaperSize
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    # As it stands on the packet, where that is not in millimetres.
    measures: str = ""

    @property
    def words(self) -> str:
        """Such as "A4, 21 on a sheet (63.5 × 38.1 mm)"."""
        measures = self.measures or f"{self.width:g} × {self.height:g} mm"
        words = {"paper": NAMES[self.size], "n": self.columns * self.rows, "measures": measures}
        return _("%(paper)s, %(n)s on a sheet (%(measures)s)") % words


A4, LETTER = PaperSize.A4, PaperSize.LETTER
LABEL_SHEETS = {
    sheet.name: sheet
    for sheet in [
        LabelSheet("a4-21", A4, 3, 7, 63.5, 38.1, left=7.25, top=15.15, across=66.0),
        LabelSheet("a4-24", A4, 3, 8, 63.5, 33.9, left=7.25, top=12.9, across=66.0),
        LabelSheet("a4-24-wide", A4, 3, 8, 70, 37, left=0, top=0.5, across=70),
        LabelSheet("a4-8", A4, 2, 4, 99.1, 67.7, left=4.65, top=13.1, across=101.6),
        LabelSheet("letter-30", LETTER, 3, 10, 66.675, 25.4, left=4.7625, top=12.7, across=69.85, measures="2⅝ × 1 in"),
        LabelSheet(
            "letter-10", LETTER, 2, 5, 101.6, 50.8, left=3.96875, top=12.7, across=106.3625, measures="4 × 2 in"
        ),
    ]
}


def label_sheets() -> list[tuple[str, str]]:
    """To choose from on a page."""
    return [(sheet.name, sheet.words) for sheet in LABEL_SHEETS.values()]


def label_sheet_of(name: str | None) -> LabelSheet:
    """What was chosen, or the first on that paper; of what nobody knows, the first."""
    first = next((sheet for sheet in LABEL_SHEETS.values() if sheet.size == name), LABEL_SHEETS["a4-21"])
    return LABEL_SHEETS.get(name or "", first)

"""What stands where on a printed sheet, as another program than ours reads it."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape

from tests.needed import find

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
A4, LETTER, A3 = (595, 842), (612, 792), (842, 1191)


@dataclass(frozen=True)
class PrintedPage:
    """One page: its size in points, its words, and where each stands."""

    size: tuple[int, int]
    words: list[tuple[str, tuple[float, ...]]]

    @property
    def text(self) -> str:
        return " ".join(word for word, _box in self.words)

    @property
    def beyond(self) -> list[str]:
        """Words that stand outside the paper, or where no printer prints."""
        edge, (width, height) = 8, self.size
        return [
            w for w, (x0, y0, x1, y1) in self.words if x0 < edge or y0 < edge or x1 > width - edge or y1 > height - edge
        ]


def pages_of(pdf: bytes) -> list[PrintedPage]:
    command = [str(find("pdftotext")), "-bbox", "-", "-"]
    read = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [
        PrintedPage(
            (round(float(width)), round(float(height))),
            [(unescape(w), tuple(map(float, at))) for *at, w in WORD.findall(page)],
        )
        for width, height, page in PAGE.findall(read)
    ]


def is_tagged(pdf: bytes) -> bool:
    return b"/StructTreeRoot" in pdf and b"pdfuaid" in pdf

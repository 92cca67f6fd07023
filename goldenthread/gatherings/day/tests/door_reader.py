"""The list at the door as a test reads it; and five hundred names, as unlike each other as those in a registry."""

import re

FIRST = """Aisha Alun Amara Anwen Beatrice Bethan Cai Callum Chidi Ciara Dafydd Daniel Eilidh Éva Farah Gareth Grace Hannah
Idris Imogen Jakub Joan Kwame Leila Llinos Malik Mary Mei Nia Niamh Oluwaseun Owain Parveen Patrick Rhiannon Rosa Saoirse
Siân Tariq Tomasz"""
LAST = """Achterberg Begum Brookfield Chaudhry Davies Ferreira Goldsmith Hetherington Kowalczyk Llywelyn MacAllister
Nwosu-Bright Zielinska"""


def five_hundred_names() -> list[str]:
    names = [f"{first} {last}" for last in LAST.split() for first in FIRST.split()]
    return names[:500]


def parts(answer):
    shown = answer.context["list"].parts
    return {part.part.value: [shown_row.row.booking.known_as for shown_row in part.rows] for part in shown if part.rows}


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode()))


def buttons(answer):
    return re.findall(r'value="(\w+ \d+)"\s+aria-label="([^"]+)"', answer.content.decode())

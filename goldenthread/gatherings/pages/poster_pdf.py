"""A poster for a gathering: what, when, where, what it costs, and a code that a telephone reads from two metres."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.rules import is_by_asking
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.address import absolute
from goldenthread.kit.house import the_house
from goldenthread.kit.pdf.sheets import PaperSize, sheet
from goldenthread.kit.qr_code import drawn

TEMPLATE = Path(__file__).resolve().parent / "templates" / "pages" / "poster.typ"
# How much larger than on A4 everything is.
SCALES = {PaperSize.A4: 1.0, PaperSize.LETTER: 1.0, PaperSize.A3: 1.414}
SIZES = tuple(SCALES)


def facts(gathering: Gathering) -> list[tuple[str, str]]:
    """What stands on it beside its title, without what nobody knows yet."""
    known = [
        (_("When"), ", ".join(filter(None, [in_words.when_it_will_be(gathering), in_words.hours(gathering)]))),
        (_("Where"), in_words.where(gathering)),
        (_("Access"), in_words.access(gathering)),
        (_("Cost"), gathering.cost),
    ]
    return [(label, words) for label, words in known if words]


def poster(gathering: Gathering, size: PaperSize) -> bytes:
    address, house = absolute(gathering.get_absolute_url()), the_house()
    is_asked = is_by_asking(gathering)
    data = {
        "title": gathering.title,
        "lede": gathering.lede,
        "facts": facts(gathering),
        "site": house.name if house else "",
        "address": address.removeprefix("https://").removeprefix("http://").rstrip("/"),
        "picture": drawn(address, error="l").decode(),
        "scale": SCALES[size],
        "words": {
            "scan": _("Find out more, and ask for a place") if is_asked else _("Find out more, and keep a place"),
            "picture": _("QR code that leads to %(address)s") % {"address": address},
        },
    }
    return sheet(TEMPLATE, data, size)

"""A code that a camera reads: an address, drawn as squares."""

from io import BytesIO

import segno


def drawn(address: str, error: str = "m") -> bytes:
    """As SVG. Black on white with a white edge, whatever the page around it looks like: cameras want it so.

    `error` is how much of it may be torn or smudged: with "l" its squares are larger, for who stands far away.
    """
    svg = BytesIO()
    code = segno.make(address, error=error, micro=False)
    code.save(svg, kind="svg", border=4, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return svg.getvalue()

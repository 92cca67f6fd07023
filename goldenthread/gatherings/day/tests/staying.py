"""From when until when somebody was there, reckoned from all that was said of them, in another way than the product does."""

from __future__ import annotations

from datetime import datetime

from goldenthread.gatherings.day.models import Standing

LATE, LEFT = Standing.LATE, Standing.LEFT


def stays(standings: list[tuple[datetime, Standing]], begins: datetime) -> list[tuple[datetime, datetime]]:
    """Cut wherever somebody left. In each piece the last "joined late" counts, or else the first "here"."""
    pieces: list[list[tuple[datetime, Standing]]] = [[]]
    ends: list[datetime] = []
    for at, standing in standings:
        if standing == LEFT:
            ends.append(at)
            pieces.append([])
        else:
            pieces[-1].append((at, standing))
    ends.append(datetime.max.replace(tzinfo=begins.tzinfo))
    spans: list[tuple[datetime, datetime]] = []
    for place, (piece, end) in enumerate(zip(pieces, ends, strict=True)):
        late = [at for at, standing in piece if standing == LATE]
        if place == 0 and (piece or len(pieces) > 1):
            spans.append((late[-1] if late and piece[-1][1] == LATE else begins, end))
        elif piece:
            spans.append((late[-1] if late else piece[0][0], end))
        elif place and place < len(pieces) - 1:
            # They left, and then again: the later word is right.
            spans[-1] = (spans[-1][0], end)
    return spans

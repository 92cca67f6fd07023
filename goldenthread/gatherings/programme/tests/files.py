"""A programme in a list, and how it stands once it has come in."""

from goldenthread.gatherings.programme.models import Placing

LIST = (
    "Programme of the day;;;;;\r\n"
    "Id;Title;Day;Time;Room;Who\r\n"
    "a;Bread;20/4/2027;9:30–10:15;Hall;Ann Weir, Bo Hill\r\n"
    "b;Lunch;20/4/2027;12.30pm–1.30pm;;\r\n"
    "c;Salt;20 April 2027;11:00–11:45;hall;Cy\r\n"
)


def stands():
    placings = Placing.objects.in_order().select_related("session", "room")
    return [(row.session.title, str(row.from_time)[:5], row.session.minutes, str(row.room or "")) for row in placings]

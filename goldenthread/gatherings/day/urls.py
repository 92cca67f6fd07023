from django.urls import path

from goldenthread.gatherings.day.views import (
    arriving,
    day,
    day_sheet,
    door,
    door_qr_code,
    last_call,
    not_coming,
    ticks,
    wall,
)

AT = "gatherings/<slug:slug>/day/"

urlpatterns = [
    path(AT, day.day, name="day"),
    path(f"{AT}worker.js", day.worker, name="day_worker"),
    path(f"{AT}screen/", day.screen, name="screen"),
    path(f"{AT}ticks/", ticks.ticks, name="ticks"),
    path(f"{AT}slips/", ticks.slips, name="slips"),
    path(f"{AT}slips/print/", ticks.printed_slips, name="printed_slips"),
    path(f"{AT}slips.pdf", ticks.slips_pdf, name="slips_pdf"),
    path(f"{AT}sheet/", day_sheet.day_sheet, name="day_sheet"),
    path(f"{AT}arrival/", arriving.arrival, name="arrival"),
    path(f"{AT}arrival/code.svg", door_qr_code.arrival_code, name="arrival_code"),
    path(f"{AT}slip/<str:slip>/", arriving.arrival_by_slip, name="arrival_by_slip"),
    path(f"{AT}slip/<str:slip>/code.svg", door_qr_code.slip_code, name="slip_code"),
    path(f"{AT}arrivals/", door.arrivals, name="arrivals"),
    path(f"{AT}arrivals.pdf", door.arrivals_pdf, name="arrivals_pdf"),
    path(f"{AT}arrivals/presses/", door.presses, name="presses"),
    path(f"{AT}arrivals/walk-ins/", door.walk_ins, name="walk_ins"),
    path(f"{AT}arrivals/last-call/", last_call.last_call, name="last_call"),
    path(f"{AT}arrivals/not-coming/", not_coming.not_coming, name="not_coming"),
    path(f"{AT}arrivals/<int:pk>/", door.arrivals_of, name="arrivals_of"),
    path(f"{AT}wall/", wall.wall, name="wall"),
    path(f"{AT}wall/unread/", wall.unread, name="unread"),
    path(f"{AT}wall/unread/<slug:pk>/", wall.reading, name="reading"),
    path(f"{AT}of/<slug:key>/", day.day, name="day_of"),
    path(f"{AT}of/<slug:key>/arrival/", arriving.arrival, name="arrival_of"),
    path(f"{AT}of/<slug:key>/code.svg", door_qr_code.code, name="code"),
    path(f"{AT}of/<slug:key>/ticks/", ticks.ticks, name="ticks_of"),
    path(f"{AT}of/<slug:key>/wall/", wall.wall, name="wall_of"),
]

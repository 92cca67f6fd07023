from django.urls import path

from goldenthread.gatherings.bookings.views import (
    booking,
    convening,
    correction,
    ended,
    erasure,
    expected,
    importing,
    listed,
    marks,
    place,
    taking_back,
    writing,
)

urlpatterns = [
    path("gatherings/<slug:slug>/booking/", booking.booking, name="booking"),
    path("gatherings/<slug:slug>/booking/kept/<str:signed>/", booking.kept, name="kept"),
    path("gatherings/<slug:slug>/booking/<slug:key>/confirmation/", place.confirmation, name="confirmation"),
    path("gatherings/<slug:slug>/booking/<slug:key>/cancellation/", place.cancellation, name="cancellation"),
    path("gatherings/<slug:slug>/booking/<slug:key>/retraction/", place.retraction, name="retraction"),
    path("gatherings/<slug:slug>/booking/<slug:key>/gift/", place.gift, name="gift"),
    path("gatherings/<slug:slug>/booking/<slug:key>/told/", place.what_i_told, name="told"),
    path("gatherings/<slug:slug>/booking/<slug:key>/erasure/", erasure.erasure, name="erasure"),
    path("gatherings/<slug:slug>/bookings/", convening.bookings, name="bookings"),
    path("gatherings/<slug:slug>/bookings/opening/", convening.opening, name="opening"),
    path("gatherings/<slug:slug>/bookings/paper/", convening.paper, name="paper"),
    path("gatherings/<slug:slug>/bookings/places/", expected.places, name="places"),
    path("gatherings/<slug:slug>/bookings/needs/", convening.needs, name="needs"),
    path("gatherings/<slug:slug>/bookings/needs/food/", convening.food, name="food"),
    path("gatherings/<slug:slug>/bookings/marks/", marks.marks, name="marks"),
    path("gatherings/<slug:slug>/bookings/print/", convening.printed, name="printed"),
    path("gatherings/<slug:slug>/bookings/imports/", importing.imports, name="imports"),
    path("gatherings/<slug:slug>/bookings/imports/columns/", importing.import_columns, name="import_columns"),
    path("gatherings/<slug:slug>/bookings/imports/lines/", importing.imported_lines, name="imported_lines"),
    path(
        "gatherings/<slug:slug>/bookings/imports/<int:pk>/removal/", taking_back.import_removal, name="import_removal"
    ),
    path("gatherings/<slug:slug>/bookings/letters/", writing.circulars, name="circulars"),
    path("gatherings/<slug:slug>/bookings/letters/<int:pk>/", writing.circular, name="circular"),
    path("gatherings/<slug:slug>/bookings/<int:pk>/", listed.listed, name="listed"),
    path(
        "gatherings/<slug:slug>/bookings/<int:pk>/correction/",
        correction.listed_correction,
        name="listed_correction",
    ),
    path("gatherings/<slug:slug>/bookings/<int:pk>/return/", ended.listed_return, name="listed_return"),
    path("gatherings/<slug:slug>/bookings/<int:pk>/turn/", ended.listed_turn, name="listed_turn"),
    path(
        "gatherings/<slug:slug>/bookings/<int:pk>/cancellation/",
        listed.listed_cancellation,
        name="listed_cancellation",
    ),
    path(
        "gatherings/<slug:slug>/bookings/<int:pk>/confirmation/",
        listed.listed_confirmation,
        name="listed_confirmation",
    ),
    path("gatherings/<slug:slug>/bookings/list.<str:kind>", convening.exported, name="exported"),
]

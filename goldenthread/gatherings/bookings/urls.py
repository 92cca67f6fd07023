from django.urls import path

from goldenthread.gatherings.bookings.views import booking, convening, place

urlpatterns = [
    path("gatherings/<slug:slug>/booking/", booking.booking, name="booking"),
    path("gatherings/<slug:slug>/booking/kept/<str:signed>/", booking.kept, name="kept"),
    path("gatherings/<slug:slug>/booking/<slug:key>/", place.place, name="place"),
    path("gatherings/<slug:slug>/booking/<slug:key>/confirmation/", place.confirmation, name="confirmation"),
    path("gatherings/<slug:slug>/booking/<slug:key>/cancellation/", place.cancellation, name="cancellation"),
    path("gatherings/<slug:slug>/booking/<slug:key>/apologies/", place.apologies, name="apologies"),
    path("gatherings/<slug:slug>/booking/<slug:key>/gift/", place.gift, name="gift"),
    path("gatherings/<slug:slug>/bookings/", convening.bookings, name="bookings"),
    path("gatherings/<slug:slug>/bookings/opening/", convening.opening, name="opening"),
    path("gatherings/<slug:slug>/bookings/paper/", convening.paper, name="paper"),
    path("gatherings/<slug:slug>/bookings/needs/", convening.needs, name="needs"),
    path("gatherings/<slug:slug>/bookings/print/", convening.printed, name="printed"),
    path("gatherings/<slug:slug>/bookings/list.<str:kind>", convening.exported, name="exported"),
]

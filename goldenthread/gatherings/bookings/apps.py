from django.apps import AppConfig


class BookingsConfig(AppConfig):
    name = "goldenthread.gatherings.bookings"
    label = "bookings"

from goldenthread.kit.registry import RoomConfig


class BookingsConfig(RoomConfig):
    name = "goldenthread.gatherings.bookings"
    label = "bookings"
    answers = "goldenthread.gatherings.bookings.room_answers.Bookings"

from goldenthread.kit.registry import RoomConfig


class PeopleConfig(RoomConfig):
    name = "goldenthread.people"
    answers = "goldenthread.people.room_answers.People"

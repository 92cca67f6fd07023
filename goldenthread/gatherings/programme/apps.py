from goldenthread.kit.registry import RoomConfig


class ProgrammeConfig(RoomConfig):
    name = "goldenthread.gatherings.programme"
    label = "programme"
    answers = "goldenthread.gatherings.programme.room_answers.Programme"

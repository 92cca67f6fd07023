from goldenthread.kit.registry import RoomConfig


class AfterwardsConfig(RoomConfig):
    name = "goldenthread.gatherings.afterwards"
    label = "afterwards"
    answers = "goldenthread.gatherings.afterwards.room_answers.Afterwards"

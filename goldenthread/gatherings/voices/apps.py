from goldenthread.kit.registry import RoomConfig


class VoicesConfig(RoomConfig):
    name = "goldenthread.gatherings.voices"
    label = "voices"
    answers = "goldenthread.gatherings.voices.room_answers.Voices"

from goldenthread.kit.registry import RoomConfig


class ThreadsConfig(RoomConfig):
    name = "goldenthread.threads"
    answers = "goldenthread.threads.room_answers.Threads"

from goldenthread.kit.registry import RoomConfig


class SignupConfig(RoomConfig):
    name = "goldenthread.gatherings.signup"
    label = "signup"

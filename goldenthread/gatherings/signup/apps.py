from goldenthread.kit.registry import RoomConfig


class SignupConfig(RoomConfig):
    name = "goldenthread.gatherings.signup"
    label = "signup"
    answers = "goldenthread.gatherings.signup.room_answers.SignUp"

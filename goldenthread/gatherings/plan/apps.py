from goldenthread.kit.registry import RoomConfig


class PlanConfig(RoomConfig):
    name = "goldenthread.gatherings.plan"
    label = "plan"
    answers = "goldenthread.gatherings.plan.room_answers.Plan"

from goldenthread.gatherings.voices.models.call import Call, CallClosing, CallExtension, ContributionKind
from goldenthread.gatherings.voices.models.contribution import Contribution, ContributionVersion
from goldenthread.gatherings.voices.models.decision import Decision, DecisionAnswer, OtherDoor, OwedAnswer, Telling
from goldenthread.gatherings.voices.models.readership import Leaning, Readership, Reading, ReadingsOpening
from goldenthread.gatherings.voices.models.voice import Voice, VoiceAbsence, VoiceTerms

__all__ = [
    "Call",
    "CallClosing",
    "CallExtension",
    "Contribution",
    "ContributionKind",
    "ContributionVersion",
    "Decision",
    "DecisionAnswer",
    "Leaning",
    "OtherDoor",
    "OwedAnswer",
    "Readership",
    "Reading",
    "ReadingsOpening",
    "Telling",
    "Voice",
    "VoiceAbsence",
    "VoiceTerms",
]

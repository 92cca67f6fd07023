from goldenthread.gatherings.voices.models.call import Call, CallClosing, CallExtension, ContributionKind
from goldenthread.gatherings.voices.models.call_question import CallAnswer, CallQuestion, SeenBy
from goldenthread.gatherings.voices.models.contribution import Contribution, ContributionVersion
from goldenthread.gatherings.voices.models.decision import Decision, DecisionAnswer, OtherDoor, OwedAnswer, Telling
from goldenthread.gatherings.voices.models.help import HelpAsked, HelpOffer
from goldenthread.gatherings.voices.models.readership import Leaning, Readership, Reading, ReadingsOpening
from goldenthread.gatherings.voices.models.reading_correction import ReadingCorrection
from goldenthread.gatherings.voices.models.voice import Voice
from goldenthread.gatherings.voices.models.voice_absence import VoiceAbsence
from goldenthread.gatherings.voices.models.voice_terms import VoiceTerms

__all__ = [
    "Call",
    "CallAnswer",
    "CallClosing",
    "CallExtension",
    "CallQuestion",
    "Contribution",
    "ContributionKind",
    "ContributionVersion",
    "Decision",
    "DecisionAnswer",
    "HelpAsked",
    "HelpOffer",
    "Leaning",
    "OtherDoor",
    "OwedAnswer",
    "Readership",
    "Reading",
    "ReadingCorrection",
    "ReadingsOpening",
    "SeenBy",
    "Telling",
    "Voice",
    "VoiceAbsence",
    "VoiceTerms",
]

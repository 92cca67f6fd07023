"""What is kept about those who stand up and say something."""

from django.utils.translation import gettext_lazy as _

from goldenthread.kit.keeping import Expiry, Kept
from goldenthread.people.keeping import WITHOUT_YOUR_NAME

A_YEAR_AFTER = Expiry(_("a year after the gathering"), "goldenthread.gatherings.voices.chores.forget_voices")

AS_THE_QUESTION_SAYS = Expiry(
    _("as many days after the gathering as the question says, 90 at most"),
    "goldenthread.gatherings.voices.chores.forget_call_answers",
)
TWO_WEEKS_AFTER = Expiry(_("two weeks after the gathering"), "goldenthread.gatherings.voices.chores.forget_readings")

KEPT = [
    Kept(
        "voices.Call",
        ("gathering", "words", "looked_for", "until", "is_blind", "by", "at"),
        _("To know who asked for voices."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "voices.ContributionKind",
        ("call", "number", "name", "words", "minutes", "most_people", "is_offered"),
        _("To say what people can bring. Nobody stands in it."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "voices.CallExtension",
        ("call", "before", "until", "by", "at"),
        _("To know who kept the call open for longer."),
        WITHOUT_YOUR_NAME,
    ),
    Kept("voices.CallClosing", ("call", "by", "at"), _("To know who closed the call."), WITHOUT_YOUR_NAME),
    Kept(
        "voices.CallQuestion",
        ("call", "words", "purpose", "shape", "options", "is_needed", "seen_by", "keep_days", "by", "at", "ended_at"),
        _("To ask people who offer something what the convenors need to know."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "voices.CallAnswer",
        ("question", "contribution", "words"),
        _("For what the question says, and for nothing else."),
        AS_THE_QUESTION_SAYS,
    ),
    Kept(
        "voices.Contribution",
        (
            "gathering",
            "title",
            "words",
            "words_for_readers",
            "kind",
            "minutes",
            "needs",
            "version",
            "begun_at",
            "pressed_at",
            "sent_at",
            "withdrawn_at",
            "withdrawal_told_at",
        ),
        _("So that people can hear what you bring."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.ContributionVersion",
        ("contribution", "number", "title", "words", "words_for_readers", "at"),
        _("So that those who read it know what changed since."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.Voice",
        ("contribution", "person", "name", "email", "language"),
        _("To know who brings it, and to write to you about it."),
        A_YEAR_AFTER,
    ),
    Kept("voices.Voice", ("key",), _("So that only you can change what you bring."), A_YEAR_AFTER),
    Kept("voices.Voice", ("typed_in_by",), _("To know who put you down, when you told it yourself."), A_YEAR_AFTER),
    Kept(
        "voices.Voice",
        ("unproved_since",),
        _("So that nothing of yours goes to an address that a convenor mistyped."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.Voice",
        (
            *("number", "at", "yes_at", "left_at", "accepted_at", "stepped_back_at"),
            *("departure_told_at", "co_voice_told_at"),
        ),
        _("To know whether you’re in it."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.Voice",
        ("reminded_at",),
        _("To remind you once, and not again."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.VoiceAbsence",
        ("voice", "starts_at", "ends_at"),
        _("So that nothing of yours is put at an hour when you’re not there."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.VoiceTerms",
        ("voice", "fee", "expenses", "supporter", "by", "at", "agreed_at"),
        _("To keep what we agreed with you. Only you and the convenors see it."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.HelpAsked",
        ("contribution", "voice", "words", "at"),
        _("So that somebody can think it through with you."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.HelpOffer",
        ("asked", "person", "words", "at", "accepted_at"),
        _("So that the person who asked knows that you would help."),
        A_YEAR_AFTER,
    ),
    Kept(
        "voices.Readership",
        ("gathering", "person", "since", "until", "by", "asked_as"),
        _("So that you can read what people offer, for a while."),
        TWO_WEEKS_AFTER,
    ),
    Kept(
        "voices.Readership",
        ("has_lived_experience",),
        _("So that nobody reads from lived experience alone. Only the convenors see it."),
        TWO_WEEKS_AFTER,
    ),
    Kept("voices.ReadingsOpening", ("gathering", "by", "at"), _("To know who opened the readings."), WITHOUT_YOUR_NAME),
    Kept(
        "voices.Reading",
        ("contribution", "reader", "leaning", "words", "version", "at", "too_close_at"),
        _("So that the convenors hear what you think of it. It goes with you when you leave."),
        TWO_WEEKS_AFTER,
    ),
    Kept("voices.Reading", ("typed_in_by",), _("To know who typed in what you wrote by hand."), TWO_WEEKS_AFTER),
    Kept(
        "voices.ReadingCorrection",
        ("reading", "leaning", "words", "by", "at"),
        _("So that what was mistyped can be put right, and nobody changes what you wrote unseen."),
        TWO_WEEKS_AFTER,
    ),
    Kept(
        "voices.Decision",
        ("contribution", "answer", "reason", "door", "by", "at", "telling"),
        _("To tell you whether it has a place, and why."),
        A_YEAR_AFTER,
    ),
    Kept("voices.Telling", ("gathering", "by", "at"), _("To know who told people."), WITHOUT_YOUR_NAME),
    Kept("voices.OwedAnswer", ("voice", "decision", "at"), _("To write to you once."), A_YEAR_AFTER),
]

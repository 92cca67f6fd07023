"""What is kept about persons: by this room, by the journal, and by the packages we use."""

from goldenthread.kit.keeping import Ending, Kept

LEAVING = "goldenthread.people.leaving.leave"
UNTIL_YOU_LEAVE = Ending("until you leave", LEAVING)
WITHOUT_YOUR_NAME = Ending("for good; without your name once you leave", LEAVING)
SESSIONS = Ending("until you sign out there, at most 60 days", "goldenthread.people.chores.forget_ended_sessions")
PAPER = Ending("60 days, or until it is used", "goldenthread.people.chores.forget_paper_codes")
LINKS = Ending("a day after it has ended", "goldenthread.people.chores.forget_sign_in_links")

KEPT = [
    Kept(
        "people.Person", ("name", "chosen_name", "pronouns"), "How others know you and speak of you.", UNTIL_YOU_LEAVE
    ),
    Kept(
        "people.Person", ("email",), "To send you the letters that you ask for, and codes to sign in.", UNTIL_YOU_LEAVE
    ),
    Kept(
        "people.Person",
        ("language", "letters_rhythm"),
        "To write to you as often as you like, in your language.",
        UNTIL_YOU_LEAVE,
    ),
    Kept("people.Person", ("joined_at", "last_login", "is_active"), "To know who is a member now.", UNTIL_YOU_LEAVE),
    Kept("people.Person", ("password",), "Nothing: there are no passwords here.", UNTIL_YOU_LEAVE),
    Kept(
        "people.Hat",
        ("person", "sector", "words"),
        "What you allow for each hat: to mix tables well, to be found, to be counted without your name.",
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Hat",
        ("audience", "is_for_mixing", "is_for_being_found", "is_for_counts"),
        "To show and use each hat as you chose, and no further.",
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Portrait",
        ("person", "token", "familiarity", "region", "brings", "looks_for", "introductions"),
        "To tell others what you want to tell them.",
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Portrait",
        (
            "familiarity_audience",
            "region_audience",
            "brings_audience",
            "looks_for_audience",
            "introductions_audience",
        ),
        "To show each line to those whom you chose, and no further.",
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Portrait",
        ("access_needs",),
        "So that hosts of gatherings you come to can act on them. Sealed in the database.",
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Finding",
        ("person", "sorted_by", "region", "brings", "words"),
        "So that members find you, by what you opened to them.",
        Ending("until you do not want to be found, or leave", LEAVING),
    ),
    Kept(
        "people.SignInLink",
        ("person", "address", "name", "then"),
        "To let you in, or a newcomer once the address is theirs.",
        LINKS,
    ),
    Kept(
        "people.SignInLink", ("token_hash", "code_hash", "until", "used_at", "tries"), "To let in nobody else.", LINKS
    ),
    Kept(
        "people.PaperCode",
        ("person", "by", "seed", "code_hash", "until"),
        "To let somebody without an address take their page into their own hands.",
        PAPER,
    ),
    Kept("people.Keeping", ("person", "since", "until"), "To know who looks after the house.", UNTIL_YOU_LEAVE),
    Kept("journal.Entry", ("by",), "To know who did it, as long as they are here.", WITHOUT_YOUR_NAME),
    Kept("journal.Entry", ("at", "did", "kind", "key", "why"), "To know what happened.", WITHOUT_YOUR_NAME),
    Kept("sessions.Session", ("session_key", "session_data", "expire_date"), "To keep you signed in.", SESSIONS),
    Kept(
        "usersessions.UserSession",
        ("user", "session_key", "created_at", "last_seen_at"),
        "To show you where you are signed in.",
        SESSIONS,
    ),
    Kept(
        "usersessions.UserSession", ("ip", "user_agent", "data"), "To tell your telephone from a stranger's.", SESSIONS
    ),
    Kept(
        "mfa.Authenticator",
        ("user", "type", "data", "created_at", "last_used_at"),
        "To sign in with a passkey.",
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "account.EmailAddress",
        ("user", "email", "verified", "primary"),
        "Nothing: a package brings it, and we leave it empty.",
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "account.EmailConfirmation",
        ("email_address", "created", "sent", "key"),
        "Nothing: a package brings it, and we leave it empty.",
        UNTIL_YOU_LEAVE,
    ),
]

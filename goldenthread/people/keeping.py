"""What is kept about persons: by this room, by the journal, and by the packages we use."""

from django.utils.translation import gettext_lazy as _

from goldenthread.kit.keeping import Expiry, Kept

LEAVING = "goldenthread.people.leaving.leave"
UNTIL_YOU_LEAVE = Expiry(_("until you leave"), LEAVING)
WITHOUT_YOUR_NAME = Expiry(_("for good; without your name once you leave"), LEAVING)
SESSIONS = Expiry(_("until you sign out there, at most 60 days"), "goldenthread.people.chores.forget_ended_sessions")
HELLOS = Expiry(_("60 days, or until one of you leaves"), "goldenthread.people.chores.forget_hellos")
PAPER = Expiry(_("60 days, or until it is used"), "goldenthread.people.chores.forget_paper_codes")
LINKS = Expiry(_("a day after it has ended"), "goldenthread.people.chores.forget_sign_in_links")

KEPT = [
    Kept(
        "people.Person",
        ("name", "chosen_name", "pronouns"),
        _("How others know you and speak of you."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Person",
        ("email",),
        _("To send you the e-mails you ask for, and codes to sign in."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Person",
        ("language", "letters_rhythm"),
        _("To write to you in your language, and only as often as you like."),
        UNTIL_YOU_LEAVE,
    ),
    Kept("people.Person", ("joined_at", "last_login", "is_active"), _("To know who is a member now."), UNTIL_YOU_LEAVE),
    Kept(
        "people.Person",
        ("password",),
        _("So that we can tell, in an older backup, that you have left. There are no passwords here."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Hat",
        ("person", "sector", "words"),
        _("Only what you allow for each: to make up good tables, to be found, to be counted without your name."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Hat",
        ("audience", "is_for_mixing", "is_for_being_found", "is_for_counts"),
        _("To show and use each of them as you chose, and no further."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Portrait",
        ("person", "token", "brings", "looks_for", "introductions"),
        _("To tell others what you want to tell them."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Portrait",
        ("familiarity", "region"),
        _(
            "To tell others what you want to tell them, and, where the hosts of a gathering may know it, to make up good tables."
        ),
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
        _("To show each line only to the people you chose."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Portrait",
        ("hellos",),
        _("So that only the people you chose can say hello to you."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Portrait",
        ("access_needs",),
        _("So that hosts of gatherings you come to can act on them. Encrypted in the database."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "people.Finding",
        ("person", "sorted_by", "region", "brings", "words"),
        _("So that members can find you, by what you let them see."),
        Expiry(_("until you no longer want to be found, or you leave"), LEAVING),
    ),
    Kept(
        "people.SignInLink",
        ("person", "address", "name", "then"),
        _("To sign you in, or somebody new once they have shown that the address is theirs."),
        LINKS,
    ),
    Kept(
        "people.SignInLink",
        ("token_hash", "code_hash", "until", "used_at", "tries"),
        _("So that nobody else can sign in as you."),
        LINKS,
    ),
    Kept(
        "people.PaperCode",
        ("person", "by", "seed", "code_hash", "until"),
        _("To let somebody without an address take their page into their own hands."),
        PAPER,
    ),
    Kept(
        "people.Hello",
        ("by", "to", "at"),
        _(
            "So that a hello can be answered, and nobody writes twice without an answer. What was written is only in the e-mail."
        ),
        HELLOS,
    ),
    Kept(
        "people.Allowance",
        ("key", "times", "until"),
        _("So that nobody guesses codes, fills a gathering or fills your mailbox. Nobody can tell from it who it was."),
        Expiry(_("a day at most"), "goldenthread.people.chores.forget_allowances"),
    ),
    Kept("people.Keeping", ("person", "since", "until"), _("To know who runs this site."), UNTIL_YOU_LEAVE),
    Kept("journal.Entry", ("by",), _("To know who did it, as long as they are here."), WITHOUT_YOUR_NAME),
    Kept("journal.Entry", ("at", "did", "kind", "key", "why"), _("To know what happened."), WITHOUT_YOUR_NAME),
    Kept("sessions.Session", ("session_key", "session_data", "expire_date"), _("To keep you signed in."), SESSIONS),
    Kept(
        "usersessions.UserSession",
        ("user", "session_key", "created_at", "last_seen_at"),
        _("To show you where you are signed in."),
        SESSIONS,
    ),
    Kept(
        "usersessions.UserSession",
        ("ip", "user_agent", "data"),
        _("So that you can tell your own telephone from somebody else’s."),
        SESSIONS,
    ),
    Kept(
        "mfa.Authenticator",
        ("user", "type", "data", "created_at", "last_used_at"),
        _("To sign in with a passkey."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "account.EmailAddress",
        ("user", "email", "verified", "primary"),
        _("For nothing. It belongs to a tool that we use, and is always empty."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "account.EmailConfirmation",
        ("email_address", "created", "sent", "key"),
        _("For nothing. It belongs to a tool that we use, and is always empty."),
        UNTIL_YOU_LEAVE,
    ),
]

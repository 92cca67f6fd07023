from goldenthread.people.views.easy_read import join_easy_read
from goldenthread.people.views.emails import email, emails
from goldenthread.people.views.everything import everything, everything_as_html, everything_as_json
from goldenthread.people.views.hats import hat, hat_removal, new_hat
from goldenthread.people.views.hello import hello
from goldenthread.people.views.joining import join, welcome
from goldenthread.people.views.leaving import goodbye, leaving
from goldenthread.people.views.me import me, session_ending
from goldenthread.people.views.merging_people import other_page, other_page_code, page_on_paper, paper_code
from goldenthread.people.views.passkeys import passkey_options, passkey_removal, passkeys
from goldenthread.people.views.people import people, person
from goldenthread.people.views.signing_in import another_email, code, email_link, sign_in
from goldenthread.people.views.signing_in_by_passkey import sign_in_by_passkey, sign_in_options
from goldenthread.people.views.signing_out import sign_out

__all__ = [
    "another_email",
    "code",
    "email",
    "email_link",
    "emails",
    "everything",
    "everything_as_html",
    "everything_as_json",
    "goodbye",
    "hat",
    "hat_removal",
    "hello",
    "join",
    "join_easy_read",
    "leaving",
    "me",
    "new_hat",
    "other_page",
    "other_page_code",
    "page_on_paper",
    "paper_code",
    "passkey_options",
    "passkey_removal",
    "passkeys",
    "people",
    "person",
    "session_ending",
    "sign_in",
    "sign_in_by_passkey",
    "sign_in_options",
    "sign_out",
    "welcome",
]

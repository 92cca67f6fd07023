"""What is done in the sample before it is looked at, so that there are e-mails to read and pages behind their links."""

from bench.every_page.asking import Visitor
from bench.every_page.reading import Filled, Page, inside

LAUNCH = "/gatherings/launch/"
CIRCULAR, AFTERWORD = f"{LAUNCH}bookings/letters/1/", f"{LAUNCH}afterwards/letters/1/"
WORDS = {"subject": "The day comes nearer", "words": "Dear {name},\n\nbring a *cup*.\n\n- tea\n- bread"}
# Who, on which page, through the form with which action, with what typed into it. The rest stays as it stands there.
Deed = tuple[str, str, str, dict[str, str]]
DEEDS: dict[str, list[Deed]] = {
    "planning": [
        ("stranger", "/join/", "/join/", {"name": "Cy Thornbush", "email": "cy@example.net"}),
        ("stranger", "/sign-in/", "/sign-in/", {"email": "amina.appletree@example.org"}),
        ("stranger", f"{LAUNCH}booking/", "", {"name": "Di Thornbush", "email": "di@example.net", "needs": "A ramp"}),
        ("stranger", f"{LAUNCH}booking/", "", {"name": "Amina", "email": "amina.appletree@example.org"}),
        ("member", LAUNCH, f"{LAUNCH}following/", {}),
        ("member", "/me/other-page/", "", {"email": "di@example.net"}),
        ("convenor", f"{LAUNCH}convenors/", "", {"name": "Flo Thornbush", "email": "flo@example.net"}),
        ("convenor", f"{LAUNCH}plan/", "", {"venue": "The College, in the hall"}),
        ("convenor", f"{LAUNCH}bookings/paper/", "", {"name": "Gus Thornbush", "email": "gus@example.net"}),
        ("keeper", f"{LAUNCH}bookings/letters/", "", WORDS),
        ("keeper", CIRCULAR, "", {"act": "preview"}),
    ],
    "a-week-before": [
        ("keeper", CIRCULAR, "", {"act": "send"}),
        ("convenor", f"{LAUNCH}plan/", "", {"day": "2023-05-31"}),
        ("convenor", f"{LAUNCH}plan/", "", {"day": "2023-05-30"}),
    ],
    "the-day": [],
    "afterwards": [
        ("keeper", f"{LAUNCH}afterwards/", f"{LAUNCH}afterwards/certificates/", {}),
        ("keeper", f"{LAUNCH}afterwards/letters/", "", {}),
        ("keeper", AFTERWORD, "", {"act": "preview"}),
        ("keeper", AFTERWORD, "", {"act": "send"}),
    ],
    "a-week-after": [],
}


def do(deed: Deed, stand: str) -> None:
    """As it stands on the page, with what is typed over it. It has to be taken, at the latest when it is asked back."""
    role, path, action, typed = deed
    visitor = Visitor(role, stand)
    answer, _kept = visitor.get(path)
    for _again in range(2):
        filled = filled_in(Page(path, answer.content.decode()), action or path, typed)
        answer = visitor.do(action or path, filled)
        if answer.status_code == 302:
            return
    raise SystemExit(f"{role} pressed on {path} in vain: {answer.status_code}")


def filled_in(page: Page, action: str, typed: dict[str, str]) -> Filled:
    """The form that has room for what is typed."""
    for form in page.forms:
        names = {name for name, _value in form.filled + form.buttons}
        if inside(form.action, page.path) == action and typed.keys() <= names:
            return list((dict(form.hidden + form.filled) | typed).items())
    raise SystemExit(f"{page.path} has no form for {action} with {typed}: {page.forms}")

"""Pages of what people bring, and of the programme: as states.py has those of all the rest."""

from tests.journeys.state import State, seen_by

SESSIONS = f"Title,Day,From,To,Room,Who\nBread,2099-04-20,9:30,10:15,Hall,Ann Weir\n{'Di' * 40},2099-04-20,,,{'Hall' * 15},{'Bo' * 30}\n"

VOICES = [
    *seen_by(["stranger"], "{brought}contributions/", "{told voice}", *[f"{{voice}}{page}" for page in ["", "voices/", "absences/", "help/", "withdrawal/"]]),
    State("stranger", "{brought}contributions/", 422, presses="Send it", writes={"E-mail": "nobody at all"}),
    State("stranger", "{voice}voices/", 422, presses="Ask them", writes={"Their e-mail address": "nobody at all"}),
    *seen_by(["convenor"], "{brought}contributions/", "{brought}contributions/paper/", "{contribution}", "{with a voice}terms/", "{typed in}address/"),
    State("convenor", "{brought}contributions/paper/", 422, presses="Save"),
    *seen_by(["member"], "{brought}contributions/help/", "{help asked}"),
    State("member", "{help asked}", 422, presses="Send it"),
    *seen_by(["convenor"], *[f"{{brought}}call/{page}/" for page in ["opening", "extension", "closing", "kinds", "questions"]]),
]  # fmt: skip

DECISIONS = [
    *seen_by(["convenor"], "{brought}readings/readers/", "{reader}", "{reader}on-paper/"),
    *seen_by(["member"], "{brought}readings/", "{reading}", "{brought}readings/on-paper/"),
    State("convenor", "{brought}readings/readers/", 422, presses="Ask them"),
    State("member", "{reading}", 422, presses="Save"),
    *seen_by(["convenor"], "{brought}decisions/", "{decision}", "{told}", "{promotion}", "{brought}decisions/telling/"),
    State("convenor", "{decision}", 422, presses="Save", writes={"Why? They will read this.": "x" * 2100}),
    # What has changed since the e-mails were read: they are shown once more, and nothing has gone.
    State("convenor", "{brought}decisions/telling/", presses="Tell all of them now", writes={"seen": "something else"}),
]  # fmt: skip

PROGRAMME = [
    *seen_by(["convenor"], "{bare}programme/draft/", "{roomy}programme/draft/", "{roomy}programme/draft/?view=grid", "{session}", "{session}placing/1/"),
    *seen_by(["convenor"], "{roomy}rooms/", "{roomy}rooms/1/", "{roomy}rooms/1/loss/"),
    *seen_by(["convenor"], "{roomy}rooms/1/closures/", "{roomy}rooms/1/removal/", "{session}removal/"),
    State("convenor", "{roomy}rooms/", 422, presses="Save"),
    State("convenor", "{roomy}rooms/1/closures/", 422, presses="Save"),
    State("convenor", "{session}placing/1/", 200, presses="See what this would do"),
    State("convenor", "{roomy}sessions/new/", 422, presses="Save"),
]  # fmt: skip

SHOWN = [
    *seen_by(
        ["stranger"], "/gatherings/launch/programme/", "/gatherings/launch/programme/?view=grid", "{shown session}"
    ),
    *seen_by(["convenor"], "{roomy}programme/releases/", "{roomy}programme/releases/1/"),
]

ON_THE_DAY = [
    *seen_by(["convenor"], "{brought}programme/sign-up/", "{session list}", "{draft run}", "{brought}programme/draft/print/"),
    *seen_by(["convenor"], *[f"{{brought}}open-hour/{page}" for page in ["", "screen/", "setting/"]]),
    *seen_by(["stranger"], "{my place}sessions/", "{my place}open-hour/", "{drawn place}sessions/", "{drawn place}open-hour/"),
    *seen_by(["convenor"], "{drawn}programme/sign-up/", "{drawn}open-hour/", "{drawn}open-hour/screen/"),
    State("convenor", "{roomy}programme/sign-up/", 422, presses="Open sign-up"),
    State("convenor", "{session list}", 422, presses="Put them on the list"),
    State("convenor", "{brought}open-hour/setting/", 422, presses="Save", writes={"Rounds": "15:00 to 15:40"}),
    State("stranger", "{drawn place}open-hour/", 422, presses="Hang up your card"),
    State("convenor", "{brought}programme/imports/", presses="Check it", writes={"Your programme": SESSIONS}),
]  # fmt: skip

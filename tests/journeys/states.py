"""Every page in every state that one can find it in: who looks, where, and what they did before."""

from tests.journeys.state import EMPTY, LOCKED, UNFOUNDED, State, seen_by
from tests.journeys.states_of_sessions import DECISIONS, ON_THE_DAY, PROGRAMME, SHOWN, VOICES

# Gatherings of furnishing.py, each in the state that it is named after.
GATHERINGS = ["bare", "long", "arabic", "emoji", "off", "later", "past", "today", "full", "settled"]
EVERYBODY = ["stranger", "newcomer", "member", "convenor", "keeper"]
TURNS = ["publication", "settlement", "fullness", "postponement", "cancellation"]
# One of which everything is guessed, and something left out; one that says nowhere what is a name.
LISTS = [
    "Name,E-mail,Diet,Paid\nDi Rook,di@example.com,vegan,x\n,lost@example.com,,\n",
    f"Badge,Post\n{'Di' * 40},none\n",
]
FRONT = [
    *seen_by(EVERYBODY, "/", "/gatherings/"),
    *seen_by(["arabic"], "/", "/me/"),
    *seen_by(["stranger", "member"], "/goodbye/", "/post-room/", "/post-room/?page=2"),
    *seen_by(["stranger"], "{letter with an offer}", "{letter with a code}", "{fewer letters}"),
    State("stranger", "{fewer letters}", presses="No more of these"),
    *seen_by(["keeper"], "/keeper/", "/keeper/record/", "/letters/held/", "/about/", "/about/words/"),
    *seen_by(["stranger"], "/about/", "/about/privacy/", "/about/accessibility/", "/about/each-other/", "/language/"),
    State("keeper", "/about/words/", 422, presses="Save and show it", writes={"The name of your movement": ""}),
]

DOOR = [
    *seen_by(["stranger"], "/join/easy-read/", "/join/", "/sign-in/", "/sign-in/?next=/gatherings/launch/", "{link}"),
    *seen_by(["stranger"], "/sign-in/letter/invented/", status=410),
    *seen_by(["waiting"], "/sign-in/code/"),
    State("stranger", "/join/", 422, presses="Join", writes={"E-mail": "nobody at all"}),
    State("stranger", "/sign-in/", 422, presses="Send me a code"),
    State("stranger", "/sign-in/", 429, presses="Send me a code", writes={"E-mail": "busy@example.com"}),
    State("waiting", "/sign-in/code/", 422, presses="Sign in", writes={"Six digits from our e-mail": "12"}),
    State("waiting", "/sign-in/code/", presses="Send another e-mail"),
]

MINE = [
    *seen_by(["newcomer", "member", "keeper"], "/me/", "/me/passkeys/", "/me/letters/", "/me/leave/"),
    *seen_by(["member"], "/me/letters/?page=2", "{letter}"),
    *seen_by(["newcomer", "member", "arabic"], "/me/everything/", "/people/", "{somebody}", "/me/hats/new/role/"),
    *seen_by(["newcomer"], "/join/welcome/", "{somebody}hello/", "{introduction to}"),
    *seen_by(["member"], "/me/hats/new/lived_experience/", "{hat}", "/me/other-page/", "/me/page-on-paper/"),
    *seen_by(["member"], "/people/?sector=health&region=wales", "/people/?words=nobodyatall", "{myself}"),
    *seen_by(["keeper"], "{on paper}"),
    State("keeper", "{on paper}", presses="Make a code to print"),
    State("member", "/me/hats/new/role/", 422, presses="Save"),
    State("member", "/me/other-page/", 422, presses="Send a code to that address", writes={"E-mail": "nobody at all"}),
    State("member", "/me/other-page/", presses="Send a code to that address", writes={"E-mail": "other@example.com"}),
    State("member", "/me/page-on-paper/", 422, presses="Move it to my page", writes={"The code on your paper": "ABCD"}),
    State("member", "/me/", presses="Save"),
    State("member", "/me/", 422, presses="Save", writes={"What shall we call you?": "x" * 90}),
]

PLANS = [
    *seen_by(["stranger", "member", "convenor"], *[f"{{{name}}}" for name in GATHERINGS], "/gatherings/launch/"),
    *seen_by(["keeper"], "/gatherings/launch/", "{bare}"),
    *seen_by(["stranger"], "{bare}easy-read/", "{later}easy-read/", "/gatherings/launch/easy-read/"),
    *seen_by(["stranger"], "{bare}changes/", "{long}changes/", "{off}changes/", "/gatherings/launch/changes/"),
    *seen_by(["stranger"], "/gatherings/launch/call/", "{bare}call/", "{off}call/"),
    *seen_by(["newcomer", "member"], "{long}following/", "{bare}offers/where/"),
    State("newcomer", "{today}", presses="Follow this plan"),
    State("newcomer", "{full}offers/access/", 422, presses="Offer this"),
    State("newcomer", "{full}offers/access/", presses="Offer this", writes={"Your offer, in a line": "I know a hall."}),
]

CONVENING = [
    *seen_by(["newcomer"], "/gatherings/new/"),
    State("newcomer", "/gatherings/new/", 422, presses="Begin the draft"),
    *seen_by(["convenor"], "{bare}plan/", "{long}plan/", "{arabic}plan/"),
    State("convenor", "{long}plan/", 422, presses="Save the plan", writes={"What is it called?": "", "Day": "2099-02-02", "To": "10:00", "Last day, if more than one": "1999-01-01"}),
    State("convenor", "{long}plan/", 409, presses="Save the plan", writes={"since": "3", "Venue": "Elsewhere"}),
    *seen_by(["convenor"], "{bare}offers/", "{long}offers/", "{bare}convenors/", "{long}convenors/", "{bare}address/"),
    *seen_by(["convenor"], "{bare}convening/", "{long}convening/", "{long}record/", "{day}../convening/", "{bare}convenors/term/", "{bare}copy/"),
    *seen_by(["convenor"], "{bare}call/", "{bare}call/opening/", "{off}call/opening/"),
    State("convenor", "{bare}convenors/", 422, presses="Send the invitation"),
    State("convenor", "{bare}address/", 422, presses="Use this address", writes={"Address": "launch"}),
    State("convenor", "{bare}convenors/", presses="Send the invitation", writes={"Their name": "Dee", "Their e-mail": "dee@example.com"}),
    *seen_by(["convenor"], *[f"{{bare}}turns/{turn}/" for turn in TURNS]),
    State("convenor", "{bare}turns/cancellation/", 422, presses="Call it off"),
    *seen_by(["stranger", "convenor"], "{invitation}"),
]  # fmt: skip

BOOKING = [
    *seen_by(["stranger", "newcomer", "member"], "{roomy}", "{packed}", "{roomy}booking/", "{packed}booking/"),
    *seen_by(["stranger"], "{off}booking/", *[f"{{place {word}}}" for word in ["kept", "again", "coming", "waiting", "offered", "over"]], "{place kept}gift/"),
    State("stranger", "{roomy}booking/", 422, presses="Keep me a place", writes={"E-mail": "nobody at all"}),
    State("stranger", "{roomy}booking/", 422, presses="Keep me a place", writes={"A line about you, for the convenors": "x" * 401}),
    State("stranger", "{roomy}booking/", presses="Keep me a place", writes={"Your name": "Di", "E-mail": "di@example.com"}),
    State("stranger", "{packed}booking/", presses="Put me on the waiting list", writes={"Your name": "Di", "E-mail": "di@example.com"}),
    State("stranger", "{place kept}gift/", 422, presses="Give them my place"),
]  # fmt: skip

BOOKINGS = [
    *seen_by(["convenor"], "{bare}bookings/", "{bare}bookings/opening/", "{bare}bookings/imports/"),
    *seen_by(["convenor"], "{roomy}bookings/", "{roomy}bookings/?page=2", "{packed}bookings/?state=waiting", "{roomy}bookings/?q=nobody", "{listed}", "{listed}correction/", "{circular}"),
    *seen_by(["convenor"], *[f"{{roomy}}bookings/{page}/" for page in ["opening", "paper", "needs", "needs/food", "print", "imports", "letters", "reminders"]]),
    *seen_by(["convenor"], "{reminder}", "{roomy}changes/pending/", "{roomy}convening/", "{bare}changes/pending/"),
    State("convenor", "{roomy}bookings/reminders/", 422, presses="Add this reminder", writes={"How many days before?": "31"}),
    State("convenor", "{roomy}bookings/opening/", 422, presses="Save", writes={"How many places?": "-1"}),
    State("convenor", "{roomy}bookings/opening/", 422, presses="Hold these places"),
    State("convenor", "{roomy}bookings/paper/", 422, presses="Keep them a place"),
    State("convenor", "{roomy}bookings/imports/", 422, presses="Check it"),
    *[State("convenor", "{roomy}bookings/imports/", presses="Check it", writes={"Your list": rows}) for rows in LISTS],
    State("convenor", "{roomy}bookings/imports/", 422, presses="Check it, then Check again", writes={"Your list": LISTS[1]}),
    State("convenor", "{roomy}bookings/letters/", 422, presses="Look at it", writes={"Subject": "Dear {nmae}"}),
]  # fmt: skip

ASKING = [
    *seen_by(["stranger"], "{by asking}booking/", "{place asked}", "{place asked}cost/", "{place refused}", "{place coming}who-is-coming/"),
    *seen_by(["convenor"], "{by asking}bookings/", "{by asking}bookings/questions/", "{own question}", "{asked}no/", "{asked}cost/"),
    State("stranger", "{by asking}booking/", 422, presses="Ask for a place"),
    State("convenor", "{asked}no/", 422, presses="See the e-mail"),
    State("convenor", "{by asking}bookings/questions/", 422, presses="Ask this"),
]  # fmt: skip

DAY = [
    *seen_by(["stranger", "member", "convenor"], "{day}", "{day}wall/"),
    *seen_by(["stranger"], "{my day}", "{my day}ticks/", "{my day}wall/", "{my day}arrival/", "{day}arrival/"),
    State("stranger", "{day}arrival/", 422, presses="I am here", writes={"Your name": "Nobody"}),
    State("stranger", "{my day}wall/", 422, presses="Put it on the wall"),
    *seen_by(
        ["convenor"],
        *[f"{{day}}{page}/" for page in ["arrivals", "sheet", "screen", "slips", "slips/print", "wall/unread"]],
    ),
    *seen_by(["convenor"], "{day}arrivals/?q=nobodyatall", "{arrived}", "{slip}"),
    State("convenor", "{day}sheet/", presses="Save"),
    State("convenor", "{arrived}", 422, presses="Save"),
]

AFTERWARDS = [
    *seen_by(["stranger"], "{held}", "{held}feedback/", "{held mine}certificate/", "{held mine}feedback/", "{held mine}", "/certificates/", "{genuine}"),
    *seen_by(["convenor"], *[f"{{held}}afterwards/{page}" for page in ["", "outcome/", "letters/?whom=came", "letters/?whom=missed"]]),
    *seen_by(["convenor"], "{thanks}", "{day}../afterwards/", "{held}poster/"),
    State("stranger", "/certificates/", 422, presses="Check it", writes={"The code on the certificate": "ABCD"}),
    State("convenor", "{held}afterwards/letters/", 422, presses="Look at it", writes={"Subject": "Dear {nmae}"}),
    State("convenor", "{held}afterwards/outcome/", presses="Save"),
]  # fmt: skip

TABLES = [
    *seen_by(["convenor"], "{bare}tables/", "{bare}tables/arrangement/", "{roomy}tables/", "{roomy}tables/arrangement/", "{roomy}tables/rounds/1/", "{roomy}tables/list/1/", "{roomy}tables/remaking/"),
    *seen_by(["convenor"], "{version}", "{failed}", "{mixing}", "{seat}"),
    *seen_by(["convenor"], *[f"{{version}}paper/{kind}/" for kind in ["wall", "tables", "slips", "labels"]]),
    State("convenor", "{roomy}tables/arrangement/", 422, presses="Save", writes={"How many rounds?": "0", "How many sit at a table?": "99"}),
    State("convenor", "{roomy}tables/list/1/", 422, presses="Save", writes={"Fewest seats": "30", "Most seats": "2"}),
    *seen_by(["member"], "{packed}tables/wishes/"),
    *seen_by(["stranger"], "{place coming}tables/", "{place coming}wishes/"),
    State("member", "{packed}tables/wishes/", presses="Save", writes={"Is there anybody you would rather not sit with?": "Di"}),
]  # fmt: skip

THREADS = [
    *seen_by(["newcomer", "member", "arabic"], "/me/thread/", "/me/thread/introductions/", "/me/thread/introductions/new/"),
    *seen_by(["member"], "/me/thread/?page=2", "{tie}", "{tie to close}", "{tie ended}", "{tie}ending/", "{asking}", "{did you meet}"),
    *seen_by(["newcomer", "member"], "/me/thread/apart/", "/me/thread/apart/?words=bread", "/me/thread/apart/?words=zzyzx"),
    *seen_by(["stranger", "member"], "/weave/"),
    State("member", "{tie}", 422, presses="Save", writes={"Your note": "x" * 4100}),
    *seen_by(["member"], "{tie}reach/"),
    State("member", "{tie}reach/", 200, presses="Save"),
    State("member", "/me/thread/introductions/new/", 422, presses="Ask them both"),
    *seen_by(["stranger", "keeper"], "/weave/", house=EMPTY),
    *seen_by(["keeper"], "/me/thread/", house=EMPTY),
]  # fmt: skip

REFUSALS = [
    *seen_by(["stranger", "member", "keeper"], "/nowhere/", "/gatherings/nowhere/", status=404),
    *seen_by(["newcomer"], "{long}plan/", "{long}offers/", status=403),
    *seen_by(["stranger"], "/-/400.html", "/-/500.html", "/-/503.html"),
]

OTHER_HOUSES = [
    *seen_by(["stranger", "keeper"], "/", "/gatherings/", house=EMPTY),
    *seen_by(["stranger"], "/post-room/", status=404, house=EMPTY),
    *seen_by(["keeper"], "/people/", "/me/everything/", house=EMPTY),
    *seen_by(["keeper"], "/me/", "/me/letters/", "/me/passkeys/", "/me/leave/", house=EMPTY),
    *seen_by(["stranger"], "/", house=UNFOUNDED),
    State("stranger", "/", 422, UNFOUNDED, presses="Open this site", writes={"Your e-mail": "nobody at all"}),
    *seen_by(["stranger"], "/", status=503, house=LOCKED),
]

STATES = [*FRONT, *DOOR, *MINE, *PLANS, *CONVENING, *BOOKING, *BOOKINGS, *ASKING, *TABLES, *PROGRAMME, *SHOWN, *VOICES, *DECISIONS, *ON_THE_DAY, *DAY, *AFTERWARDS, *THREADS, *REFUSALS, *OTHER_HOUSES]  # fmt: skip

from django.urls import path

from goldenthread.gatherings.signup.views import convening, mine, own_days

AT = "gatherings/<slug:slug>/"
SESSIONS, SIGN_UP = f"{AT}booking/<slug:key>/sessions/", f"{AT}programme/sign-up/"

urlpatterns = [
    path(SESSIONS, mine.sessions_of, name="sessions_of"),
    path(f"{SESSIONS}my-day.pdf", own_days.my_day, name="my_day"),
    path(f"{SESSIONS}wishes/", mine.wishes_of, name="wishes_of"),
    path(f"{SESSIONS}<int:pk>/place/", mine.place_of, name="place_of"),
    path(f"{SESSIONS}<int:pk>/ending/", mine.ending_of, name="ending_of"),
    path(SIGN_UP, convening.sign_up, name="sign_up"),
    path(f"{SIGN_UP}slips.pdf", own_days.slips, name="slips"),
    path(f"{SIGN_UP}<int:pk>/", convening.session_list, name="session_list"),
    path(f"{SIGN_UP}<int:pk>/ending/", convening.sign_up_ending, name="sign_up_ending"),
    path(f"{SIGN_UP}<int:pk>/<int:place>/ending/", convening.session_list_ending, name="session_list_ending"),
]

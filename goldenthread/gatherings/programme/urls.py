from django.urls import path

from goldenthread.gatherings.programme.views import files, public_pages, releases

AT = "gatherings/<slug:slug>/"

urlpatterns = [
    path(f"{AT}programme/", public_pages.programme, name="programme"),
    path(f"{AT}programme/sessions/<uuid:uid>/", public_pages.session, name="public_session"),
    path(f"{AT}programme/sessions/<uuid:uid>/session.ics", files.session_calendar, name="session_calendar"),
    path(f"{AT}programme/schedule.xml", files.as_xml, name="schedule_xml"),
    path(f"{AT}programme/schedule.json", files.as_json, name="schedule_json"),
    path(f"{AT}programme/schedule.ics", files.as_calendar, name="schedule_ics"),
    path(f"{AT}programme/releases/", releases.releases, name="releases"),
    path(f"{AT}programme/releases/<int:number>/", releases.one_release, name="release"),
]

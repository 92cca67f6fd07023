from django.urls import path

from goldenthread.gatherings.programme.views import (
    draft,
    files,
    import_removals,
    machine_drafts,
    placings,
    printing,
    programme_files,
    programme_rooms,
    public_pages,
    releases,
    sessions,
    voices_to_ring,
)

AT = "gatherings/<slug:slug>/"
SESSION, ROOM = f"{AT}sessions/<uuid:uid>/", f"{AT}rooms/<int:number>/"
RUN = f"{AT}programme/draft/run/<int:number>/"
PLACING = f"{SESSION}placing/<int:number>/"

urlpatterns = [
    path(f"{AT}programme/", public_pages.programme, name="programme"),
    path(f"{AT}programme/sessions/<uuid:uid>/", public_pages.session, name="public_session"),
    path(f"{AT}programme/sessions/<uuid:uid>/session.ics", files.session_calendar, name="session_calendar"),
    path(f"{AT}programme/schedule.xml", files.as_xml, name="schedule_xml"),
    path(f"{AT}programme/schedule.json", files.as_json, name="schedule_json"),
    path(f"{AT}programme/schedule.ics", files.as_calendar, name="schedule_ics"),
    path(f"{AT}programme/releases/", releases.releases, name="releases"),
    path(f"{AT}programme/releases/<int:number>/", releases.one_release, name="release"),
    path(f"{AT}programme/releases/ringing/<int:voice>/", voices_to_ring.ringing, name="ringing"),
    path(f"{AT}programme/draft/", draft.draft, name="draft"),
    path(f"{AT}programme/draft/moves/<int:pk>/undoing/", draft.undoing, name="undoing"),
    path(f"{AT}programme/contributions/<int:pk>/", draft.contribution_session, name="contribution_session"),
    path(f"{AT}programme/draft/run/", machine_drafts.draft_runs, name="draft_runs"),
    path(RUN, machine_drafts.draft_run, name="draft_run"),
    path(f"{RUN}ending/", machine_drafts.draft_run_ending, name="draft_run_ending"),
    path(f"{RUN}taking/", machine_drafts.draft_run_taking, name="draft_run_taking"),
    path(f"{AT}sessions/new/", sessions.new_session, name="new_session"),
    path(SESSION, sessions.session, name="session"),
    path(f"{SESSION}voices/", sessions.session_voices, name="session_voices"),
    path(f"{SESSION}removal/", sessions.session_removal, name="session_removal"),
    path(f"{SESSION}placing/", placings.placing, name="placing"),
    path(PLACING, placings.placing, name="placing_number"),
    path(f"{PLACING}removal/", placings.placing_removal, name="placing_removal"),
    path(f"{PLACING}pin/", placings.placing_pin, name="placing_pin"),
    path(f"{AT}rooms/", programme_rooms.programme_rooms, name="programme_rooms"),
    path(ROOM, programme_rooms.programme_room, name="programme_room"),
    path(f"{ROOM}closures/", programme_rooms.room_closure, name="room_closure"),
    path(f"{ROOM}closures/<int:pk>/opening/", programme_rooms.room_opening, name="room_opening"),
    path(f"{ROOM}loss/", programme_rooms.room_loss, name="room_loss"),
    path(f"{ROOM}removal/", programme_rooms.room_removal, name="room_removal"),
    path(f"{AT}programme/imports/", programme_files.imports, name="imports"),
    path(f"{AT}programme/imports/columns/", programme_files.import_columns, name="import_columns"),
    path(f"{AT}programme/imports/sessions/", programme_files.imported_sessions, name="imported_sessions"),
    path(f"{AT}programme/imports/<int:pk>/removal/", import_removals.import_removal, name="import_removal"),
    path(f"{AT}programme/print/", printing.printing, name="printing"),
    path(f"{AT}programme/print/<str:kind>.pdf", printing.printed, name="printed"),
    path(f"{AT}programme/draft/print/", printing.draft_printing, name="draft_printing"),
    path(f"{AT}programme/draft/print/<str:kind>.pdf", printing.draft_printed, name="draft_printed"),
]

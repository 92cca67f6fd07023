from django.urls import URLPattern, path

from goldenthread.gatherings.programme.views import import_removals, printing, programme_files

AT = "gatherings/<slug:slug>/programme/"

urlpatterns: list[URLPattern] = [
    path(f"{AT}imports/", programme_files.imports, name="imports"),
    path(f"{AT}imports/sessions/", programme_files.imported_sessions, name="imported_sessions"),
    path(f"{AT}imports/<int:pk>/removal/", import_removals.import_removal, name="import_removal"),
    path(f"{AT}print/", printing.printing, name="printing"),
    path(f"{AT}print/<str:kind>.pdf", printing.printed, name="printed"),
    path(f"{AT}draft/print/", printing.draft_printing, name="draft_printing"),
    path(f"{AT}draft/print/<str:kind>.pdf", printing.draft_printed, name="draft_printed"),
]

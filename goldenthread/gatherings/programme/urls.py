from django.urls import URLPattern, path

from goldenthread.gatherings.programme.views import import_removals, programme_files

AT = "gatherings/<slug:slug>/programme/"

urlpatterns: list[URLPattern] = [
    path(f"{AT}imports/", programme_files.imports, name="imports"),
    path(f"{AT}imports/sessions/", programme_files.imported_sessions, name="imported_sessions"),
    path(f"{AT}imports/<int:pk>/removal/", import_removals.import_removal, name="import_removal"),
]

from django.urls import URLPattern

AT = "gatherings/<slug:slug>/"

urlpatterns: list[URLPattern] = []

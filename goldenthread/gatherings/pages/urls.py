from django.urls import path

from goldenthread.gatherings.pages import views

urlpatterns = [
    path("gatherings/", views.gatherings, name="gatherings"),
    path("gatherings/<slug:slug>/", views.gathering, name="gathering"),
]

from django.urls import path

from goldenthread.gatherings.plan.views import (
    changes,
    changing_offers,
    convenors,
    drafting,
    easy_read,
    pending,
    taking_part,
    turning,
)

urlpatterns = [
    path("gatherings.ics", changes.all_calendars, name="all_calendars"),
    path("gatherings/new/", drafting.beginning, name="beginning"),
    path("gatherings/<slug:slug>/plan/", drafting.plan, name="plan"),
    path("gatherings/<slug:slug>/copy/", drafting.copy, name="copy"),
    path("gatherings/<slug:slug>/easy-read/", easy_read.easy_read, name="easy_read"),
    path("gatherings/<slug:slug>/changes/", changes.changes, name="changes"),
    path("gatherings/<slug:slug>/changes/pending/", pending.pending_changes, name="pending_changes"),
    path("gatherings/<slug:slug>/changes.atom", changes.changes_feed, name="changes_feed"),
    path("gatherings/<slug:slug>/calendar.ics", changes.one_calendar, name="calendar"),
    path("gatherings/<slug:slug>/following/", taking_part.following, name="following"),
    path("gatherings/<slug:slug>/offers/", taking_part.offers, name="offers"),
    path("gatherings/<slug:slug>/offers/mine/<int:pk>/", changing_offers.my_offer, name="my_offer"),
    path(
        "gatherings/<slug:slug>/offers/mine/<int:pk>/withdrawal/",
        changing_offers.offer_withdrawal,
        name="offer_withdrawal",
    ),
    path("gatherings/<slug:slug>/offers/<slug:point>/", taking_part.offer, name="offer"),
    path("gatherings/<slug:slug>/convenors/", convenors.convenors, name="convenors"),
    path("gatherings/<slug:slug>/convenors/term/", convenors.term, name="term"),
    path("gatherings/<slug:slug>/convenors/departure/", convenors.departure, name="departure"),
    path("gatherings/<slug:slug>/convenors/invitation/<slug:token>/", convenors.acceptance, name="acceptance"),
    path("gatherings/<slug:slug>/address/", turning.address, name="address"),
    path("gatherings/<slug:slug>/turns/<slug:noun>/", turning.turn, name="turn"),
]

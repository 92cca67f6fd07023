from django.urls import path

from goldenthread.gatherings.tables.views import arranging, mine, mixing, moving, tables_on_paper, wishing_for

urlpatterns = [
    path("gatherings/<slug:slug>/tables/", arranging.tables, name="tables"),
    path("gatherings/<slug:slug>/tables/arrangement/", arranging.arrangement, name="arrangement"),
    path("gatherings/<slug:slug>/tables/rounds/<int:number>/", arranging.table_round, name="table_round"),
    path("gatherings/<slug:slug>/tables/list/<int:number>/", arranging.table, name="table"),
    path("gatherings/<slug:slug>/tables/versions/", mixing.mixes, name="mixes"),
    path("gatherings/<slug:slug>/tables/versions/<int:number>/", mixing.mix, name="mix"),
    path("gatherings/<slug:slug>/tables/versions/<int:number>/ending/", mixing.mix_ending, name="mix_ending"),
    path(
        "gatherings/<slug:slug>/tables/versions/<int:number>/announcement/",
        mixing.mix_announcement,
        name="mix_announcement",
    ),
    path("gatherings/<slug:slug>/tables/versions/<int:number>/seats/<int:pk>/", moving.seat, name="seat"),
    path(
        "gatherings/<slug:slug>/tables/versions/<int:number>/paper/<slug:kind>/",
        tables_on_paper.table_paper,
        name="table_paper",
    ),
    path(
        "gatherings/<slug:slug>/tables/versions/<int:number>/paper/<slug:kind>.pdf",
        tables_on_paper.table_paper_pdf,
        name="table_paper_pdf",
    ),
    path("gatherings/<slug:slug>/tables/remaking/", moving.remaking, name="remaking"),
    path("gatherings/<slug:slug>/tables/wishes/", mine.table_wishes, name="table_wishes"),
    path("gatherings/<slug:slug>/tables/wishes/another-seat/<int:number>/", mine.another_seat, name="another_seat"),
    path("gatherings/<slug:slug>/bookings/<int:pk>/wishes/", wishing_for.wishes_for, name="wishes_for"),
    path("gatherings/<slug:slug>/booking/<slug:key>/wishes/", mine.place_wishes, name="place_wishes"),
    path(
        "gatherings/<slug:slug>/booking/<slug:key>/wishes/another-seat/<int:number>/",
        mine.place_another_seat,
        name="place_another_seat",
    ),
    path("gatherings/<slug:slug>/booking/<slug:key>/tables/", mine.place_tables, name="place_tables"),
]

from django.urls import path

from goldenthread.desk.views import about, front, health, held_emails, keeper, language, post_room, sample_clock

app_name = "desk"

urlpatterns = [
    path("", front.front, name="front"),
    path("founding/", front.founded, name="founding"),
    path("founding/<str:key>/", front.founded, name="founding"),
    path("about/", about.about, name="about"),
    path("about/privacy/", about.privacy, name="privacy"),
    path("about/accessibility/", about.accessibility, name="accessibility"),
    path("about/each-other/", about.together, name="together"),
    path("about/words/", about.own_words, name="own_words"),
    path("language/", language.language, name="language"),
    path("sample-clock/", sample_clock.sample_clock, name="sample_clock"),
    path("sample-clock/<slug:word>/", sample_clock.sample_clock_back, name="sample_clock_back"),
    path("post-room/", post_room.post_room, name="post_room"),
    path("post-room/<int:pk>/", post_room.email, name="post_room_email"),
    path("keeper/", keeper.keeper, name="keeper"),
    path("keeper/record/", keeper.record, name="record"),
    path("letters/held/", held_emails.held_emails, name="held_emails"),
    path("-/health", health.health, name="health"),
]

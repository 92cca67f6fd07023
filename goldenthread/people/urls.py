from django.urls import include, path

from goldenthread.people import views

pages = [
    path("join/", views.join, name="join"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.code, name="code"),
    path("sign-in/code/another/", views.another_letter, name="another_letter"),
    path("sign-in/letter/<str:token>/", views.letter_link, name="letter_link"),
    path("sign-in/passkey/", views.sign_in_by_passkey, name="sign_in_by_passkey"),
    path("sign-in/passkey/options/", views.sign_in_options, name="sign_in_options"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("me/", views.me, name="me"),
    path("me/sessions/<int:pk>/ending/", views.session_ending, name="session_ending"),
    path("me/passkeys/", views.passkeys, name="passkeys"),
    path("me/passkeys/options/", views.passkey_options, name="passkey_options"),
    path("me/passkeys/<int:pk>/removal/", views.passkey_removal, name="passkey_removal"),
    path("me/letters/", views.letters, name="letters"),
    path("me/letters/<int:pk>/", views.letter, name="letter"),
    path("me/leave/", views.leaving, name="leave"),
    path("goodbye/", views.goodbye, name="goodbye"),
]

urlpatterns = [
    path("", include((pages, "people"))),
    # allauth turns people away to this name.
    path("sign-in/", views.sign_in, name="account_login"),
]

from django.urls import include, path

from goldenthread.people import views

pages = [
    path("join/", views.join, name="join"),
    path("join/welcome/", views.welcome, name="welcome"),
    path("join/easy-read/", views.join_easy_read, name="join_easy_read"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.code, name="code"),
    path("sign-in/code/another/", views.another_email, name="another_email"),
    path("sign-in/letter/<str:token>/", views.email_link, name="email_link"),
    path("sign-in/passkey/", views.sign_in_by_passkey, name="sign_in_by_passkey"),
    path("sign-in/passkey/options/", views.sign_in_options, name="sign_in_options"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("me/", views.me, name="me"),
    path("me/everything/", views.everything, name="everything"),
    path("me/everything.html", views.everything_as_html, name="everything_as_html"),
    path("me/everything.json", views.everything_as_json, name="everything_as_json"),
    path("me/other-page/", views.other_page, name="other_page"),
    path("me/other-page/code/", views.other_page_code, name="other_page_code"),
    path("me/page-on-paper/", views.page_on_paper, name="page_on_paper"),
    path("me/hats/new/<str:which>/", views.new_hat, name="new_hat"),
    path("me/hats/<int:pk>/", views.hat, name="hat"),
    path("me/hats/<int:pk>/removal/", views.hat_removal, name="hat_removal"),
    path("me/sessions/<int:pk>/ending/", views.session_ending, name="session_ending"),
    path("me/passkeys/", views.passkeys, name="passkeys"),
    path("me/passkeys/options/", views.passkey_options, name="passkey_options"),
    path("me/passkeys/<int:pk>/removal/", views.passkey_removal, name="passkey_removal"),
    path("me/letters/", views.emails, name="emails"),
    path("me/letters/<int:pk>/", views.email, name="email"),
    path("me/leave/", views.leaving, name="leave"),
    path("people/", views.people, name="people"),
    path("people/on-paper/<int:pk>/code/", views.paper_code, name="paper_code"),
    path("people/<slug:token>/", views.person, name="person"),
    path("people/<slug:token>/hello/", views.hello, name="hello"),
    path("goodbye/", views.goodbye, name="goodbye"),
]

urlpatterns = [
    path("", include((pages, "people"))),
    # allauth turns people away to this name.
    path("sign-in/", views.sign_in, name="account_login"),
]

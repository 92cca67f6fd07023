"""What every page tells a browser to refuse. Every page of the house is held to it in test_every_page.py."""

TOLD = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
# Scripts, styles and pictures from here only; what is not named (objects, frames, workers) from nowhere.
POLICY = {
    "default-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
}


def test_an_unheard_of_address_is_shut_off_too(client, home):
    assert what_it_tells(client.get("/unheard-of/")) == (TOLD, POLICY)


def test_a_page_that_tells_less_would_be_noticed(client, home):
    page = client.get("/unheard-of/")
    page["X-Frame-Options"] = "SAMEORIGIN"

    assert what_it_tells(page) != (TOLD, POLICY)


def test_a_cookie_that_nothing_needs_would_be_noticed(client, home):
    page = client.get("/gatherings/")
    page.set_cookie("seen", "1")

    assert cookies_unasked(page) == {"seen"}


def what_it_tells(answer):
    return {name: answer.get(name) for name in TOLD}, set(answer["Content-Security-Policy"].split("; "))


def cookies_unasked(answer):
    """A form for strangers needs its token; pages only to be read need nothing."""
    needed = {"csrftoken"} if b"csrfmiddlewaretoken" in answer.content else set()
    return set(answer.cookies) ^ needed

import pytest
from django.http import HttpResponse

from goldenthread.kit.pressing import _usual, strangers_need_no_token


@pytest.fixture
def answers_to(rf, home):
    """Which answers come of a request by somebody, and how often the view was there to give them."""
    seen = []

    @strangers_need_no_token
    def view(request, *, ask_again):
        seen.append(ask_again)
        return HttpResponse()

    def answers_to(method, *, session=False, **headers):
        if session:
            rf.cookies["sessionid"] = "x"
        return view(rf.generic(method, "/tea/", headers=headers)).status_code, seen

    return answers_to


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_no_other_site_may_press_for_a_stranger_whatever_the_method(answers_to, method):
    assert answers_to(method, Origin="https://elsewhere.example") == (403, [])


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("session", [False, True])
def test_looking_is_free_wherever_the_link_was(answers_to, method, session):
    assert answers_to(method, session=session, **{"Sec-Fetch-Site": "cross-site"}) == (200, [False])


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_with_a_session_the_view_is_not_reached_without_a_token(answers_to, method):
    assert answers_to(method, session=True) == (403, [])


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_pressed_here_with_a_session_the_view_is_told_to_ask_again(answers_to, method):
    assert answers_to(method, session=True, Origin="http://testserver") == (200, [True])


def test_the_look_at_the_token_answers_nothing_itself(rf):
    with pytest.raises(NotImplementedError):
        _usual(rf.get("/"))

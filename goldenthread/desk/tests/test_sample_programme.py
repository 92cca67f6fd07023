"""The programme of the launch: a draft for its convenors, shown a week before its day, and gone when the clock goes back."""

from http import HTTPStatus

from django.utils import timezone

from goldenthread.desk.sample.going_back import take_away
from goldenthread.desk.sample.living import live
from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.programme.models import Placing, Release

PAGE = "/gatherings/launch/programme/"


def test_it_is_out_a_week_before_and_not_earlier(client, db):
    load(timezone.now())
    answers = [client.get(PAGE).status_code]
    for stand in ("a-week-before", "the-day"):
        live(BY_WORD[stand].moment)
        answers.append(client.get(PAGE).status_code)
    take_away(BY_WORD["planning"].moment)
    live(BY_WORD["planning"].moment)
    answers.append(client.get(PAGE).status_code)

    assert answers == [HTTPStatus.NOT_FOUND, HTTPStatus.OK, HTTPStatus.OK, HTTPStatus.NOT_FOUND]
    placings = Placing.objects.filter(session__gathering__slug="launch")
    assert (Release.objects.count(), placings.count()) == (0, 15)

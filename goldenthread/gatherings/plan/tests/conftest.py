"""Somebody who follows a plan."""

import pytest

from goldenthread.gatherings.plan.models import Following


@pytest.fixture
def follower(spring, bo):
    return Following.objects.create(gathering=spring, person=bo, told=spring.news)

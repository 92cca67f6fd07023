"""Fills an Indico with one conference that registers whoever asks. Runs inside Indico: see indico.sh."""

import datetime as dt

from flask import session
from indico.core.db import db
from indico.modules.auth import Identity
from indico.modules.categories import Category
from indico.modules.events import Event
from indico.modules.events.features.util import set_feature_enabled
from indico.modules.events.models.events import EventType
from indico.modules.events.operations import create_event
from indico.modules.events.registration.models.forms import RegistrationForm
from indico.modules.events.registration.util import create_personal_data_fields
from indico.modules.users.operations import create_user
from indico.util.date_time import now_utc
from indico.web.flask.app import make_app


def keeper():
    who = {"first_name": "Keeper", "last_name": "Bench", "affiliation": ""}
    user = create_user(
        "keeper@example.org", who, Identity(provider="indico", identifier="keeper", password="only-for-the-bench")
    )
    user.is_admin = True
    db.session.flush()
    session.set_session_user(user)
    return user


def conference(user):
    starts = now_utc().replace(hour=9, minute=0) + dt.timedelta(days=60)
    about = {
        "title": "Launch", "description": "<p>Come and meet.</p>", "timezone": "Europe/London", "creator": user,
        "start_dt": starts, "end_dt": starts + dt.timedelta(hours=8),
    }  # fmt: skip
    made = create_event(Category.get_root(), EventType.conference, about, add_creator_as_manager=False)
    set_feature_enabled(made, "registration", state=True)
    form = RegistrationForm(event=made, title="A place", currency="GBP")
    db.session.add(form)
    create_personal_data_fields(form)
    form.start_dt = starts - dt.timedelta(days=61)
    form.require_captcha = False
    return form


with make_app().test_request_context():
    if not Event.query.filter_by(title="Launch").first():
        form = conference(keeper())
        db.session.commit()
        print(f"/event/{form.event_id}/registrations/{form.id}/")

"""Indico, to be started by gunicorn, without looking every address up in the DNS: a bench has none, and it would only slow Indico down."""

import functools

import email_validator

asked = email_validator.validate_email


@functools.wraps(asked)
def validate_email(email, **how):
    return asked(email, **how | {"check_deliverability": False})


email_validator.validate_email = validate_email

from indico.web.flask.app import make_app  # noqa: E402 - only now, so that it finds ours

application = make_app()

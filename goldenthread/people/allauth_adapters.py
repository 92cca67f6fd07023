"""How django-allauth behaves in this house: our words, our e-mails, no second step."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.house import the_house
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.people.emails import WHY_SAFETY

NOT_RIGHT = _("That passkey didn’t work. You can always sign in with a code.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Whoever comes here has proved who they are, by an e-mail or a passkey: nothing more is asked."""

    def get_login_stages(self) -> list[str]:
        return []

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Our pages say for themselves what happened."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing leaves the house but through the outbox."""
        post.write(
            kind="safety",
            to=None,
            address=email,
            template=f"people/emails/{template_prefix.rsplit('/', 1)[-1]}",
            context=context | {"why": WHY_SAFETY},
            policy=Email.Policy.AT_LEAST_ONCE,
        )

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """We write these ourselves (goldenthread.people.emails): allauth looks for addresses in a table that we do not fill."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Our views ask goldenthread.people.signing_in.is_fresh, which knows codes as well."""
        return False


class PasskeyAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys carry the name of the house, not of its machine."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": NOT_RIGHT}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        house = the_house()
        usual: dict[str, str] = super().get_public_key_credential_rp_entity()
        return usual | ({"name": house.name} if house else {})

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:  # noqa: A002 - allauth's word
        return str(_("My passkey"))

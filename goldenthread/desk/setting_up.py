"""What `goldenthread setup` asks, checked as the settings check it, and written beside the data."""

import unicodedata
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from goldenthread.kit import given
from goldenthread.kit.email_address import NotAnAddress, email_address

SECRET_PORT, USUAL_PORT = "465", "587"
# Controls, and what Python takes for the end of a line.
BREAKS = {"Cc", "Zl", "Zp"}
ON_THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]"}


def mail_url(server: str, user: str = "", password: str = "") -> str:
    """EMAIL_URL from what people know: the server (with its port, where it has an odd one), who we are there, and our password."""
    if not server or "://" in server:
        return server
    host, _, port = server.partition(":")
    scheme = "smtp+ssl" if port == SECRET_PORT else "smtp" if host in ON_THIS_MACHINE else "smtp+tls"
    sign_in = f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""
    return f"{scheme}://{sign_in}{host}:{port or (USUAL_PORT if scheme == 'smtp+tls' else '25')}"


def checked_address(address: str) -> str:
    """Raises ImproperlyConfigured with one sentence, as settings.py would; so do the next two."""
    _in_one_line("The address", address)
    return given.web_address("The address", address.rstrip("/"))


def checked_mail(mail: str) -> str:
    _in_one_line("The mail server", mail)
    given.mail_server("The mail server", environ.Env.email_url_config, mail)
    return mail


def checked_keeper(keeper: str) -> str:
    try:
        return email_address(keeper)
    except NotAnAddress as trouble:
        raise ImproperlyConfigured(f"{keeper or 'Nothing'} is not an e-mail address.") from trouble


def checked(address: str, mail: str, sender: str, proxies: int, before: str = "") -> Mapping[str, str]:
    """The settings that follow, where e-mails went through `before`."""
    _in_one_line("The sender", sender)
    address, mail = checked_address(address), checked_mail(mail)
    values = {
        "SITE_ADDRESS": address,
        # A public site has a web server with a certificate in front of it.
        "TRUSTED_PROXIES": str(max(proxies, 1)) if address.startswith("https:") else "",
        "EMAIL_URL": mail.replace("'", "%27"),
    }
    sender = sender or _who_we_are_there(mail)
    # Another server may not send for the address that the one before knew.
    return values | ({"LETTERS_FROM": sender} if sender or mail != before else {})


def _in_one_line(name: str, answer: str) -> None:
    """The file has a line for each setting: of two, no command could read the second."""
    if any(unicodedata.category(sign) in BREAKS for sign in answer):
        raise ImproperlyConfigured(
            f"{name} has a line break or another sign in it that nobody can see. Please type it anew."
        )


def _who_we_are_there(mail: str) -> str:
    """Most mail servers take e-mails only from the address that signs in."""
    user = unquote(urlsplit(mail).username or "")
    try:
        return email_address(user)
    except NotAnAddress:
        return ""

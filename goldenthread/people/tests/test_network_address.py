"""From which network somebody asks. allauth reads the same, at a price that each press would pay."""

import pytest
from allauth.account.adapter import get_adapter
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.test import RequestFactory

from goldenthread.people.allauth_internals import network_address

ASKED_FROM = {
    "198.51.100.7": "198.51.100.7",
    "198.51.100.7:51234": "198.51.100.7",
    "2001:db8:1:2:3:4:5:6": "2001:db8:1:2::",
    "[2001:db8:1:2:3:4:5:6]:51234": "2001:db8:1:2::",
}


def asked_from(address, forwarded=None):
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return RequestFactory().get("/", headers=headers, REMOTE_ADDR=address)


@pytest.mark.parametrize(("address", "network"), ASKED_FROM.items())
def test_a_machine_counts_without_its_port_and_a_home_as_one(address, network):
    request = asked_from(address)

    assert network_address(request) == network


@pytest.mark.parametrize(("proxies", "network"), [(0, "127.0.0.1"), (1, "192.0.2.2"), (2, "192.0.2.1")])
def test_only_what_our_own_proxies_say_counts(settings, proxies, network):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = asked_from("127.0.0.1", "203.0.113.9, 192.0.2.1, 192.0.2.2")

    assert (network_address(request), get_adapter().get_client_ip(request)) == (network, network)


def test_a_proxy_that_does_not_say_from_where_is_a_mistake_of_ours(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2

    with pytest.raises(ImproperlyConfigured):
        network_address(asked_from("127.0.0.1", "192.0.2.2"))


@pytest.mark.parametrize("address", ["", "nowhere", "127.0.0.1, 127.0.0.2"])
def test_who_asks_from_nowhere_is_refused(address):
    with pytest.raises(PermissionDenied):
        network_address(asked_from(address))

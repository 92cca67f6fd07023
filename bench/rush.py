"""Settings of a house that is measured: a hundred browsers press from one machine, which no limit of a real house would allow.

The limits are asked and counted like everywhere; only their numbers are out of reach.
"""

from goldenthread import settings as usual  # noqa: TID251 - this is a settings file

MUCH = "100000000"

vars().update({name: value for name, value in vars(usual).items() if name.isupper()})
ACCOUNT_RATE_LIMITS = {
    action: ",".join("/".join([MUCH, *rate.split("/")[1:]]) for rate in rates.split(","))
    for action, rates in usual.ACCOUNT_RATE_LIMITS.items()
}

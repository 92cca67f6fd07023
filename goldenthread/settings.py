"""One file, read from the environment. Every variable is told in docs/running.md, and a test compares the two."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.utils.translation import gettext_lazy as _

from goldenthread.kit import given
from goldenthread.kit.secret import kept_secret
from goldenthread.kit.settings_file import SETTINGS_FILE

HERE = Path(__file__).resolve().parent
env = environ.Env()

# Where this house keeps everything it owns: database, files, secret key.
DATA_DIR = given.folder("DATA_DIR", Path(env.str("DATA_DIR", default="") or "data").absolute())
# What `goldenthread setup` wrote down. What the environment says itself counts before it.
environ.Env.read_env(DATA_DIR / SETTINGS_FILE)
# Where people find this house, such as https://home.example.org. Empty: on this machine only, over plain http.
SITE_ADDRESS = given.web_address("SITE_ADDRESS", env.str("SITE_ADDRESS", default="").rstrip("/"))
# Where links in letters lead while SITE_ADDRESS is empty. Empty too: to where the house was opened last.
HOUSE_ADDRESS = SITE_ADDRESS or given.web_address("HOUSE_ADDRESS", env.str("HOUSE_ADDRESS", default="").rstrip("/"))
# How many proxies of our own stand in front, each adding one address to X-Forwarded-For.
TRUSTED_PROXIES = given.whole_number("TRUSTED_PROXIES", env.str("TRUSTED_PROXIES", default="") or "0")
# Signs cookies and links. Empty: made once and kept beside the data.
GIVEN_SECRET_KEY = given.secret("SECRET_KEY", env.str("SECRET_KEY", default=""))
SECRET_KEY = GIVEN_SECRET_KEY or kept_secret(DATA_DIR / "secret.key")
# Former secrets, separated by commas: what they signed and sealed still opens.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

DEBUG, IN_PRODUCTION = False, SITE_ADDRESS.startswith("https://")
ALLOWED_HOSTS = (
    [urlsplit(SITE_ADDRESS).hostname or "localhost"] if SITE_ADDRESS else ["localhost", "127.0.0.1", "[::1]"]
)
ROOT_URLCONF, WSGI_APPLICATION = "goldenthread.urls", "goldenthread.wsgi.application"

INSTALLED_APPS = [
    "goldenthread.desk",
    *(f"goldenthread.gatherings.{wing}" for wing in ("pages", "afterwards", "day", "signup", "open_hour", "programme")),
    *(f"goldenthread.gatherings.{wing}" for wing in ("tables", "bookings", "voices", "plan")),
    "goldenthread.threads",
    "goldenthread.people",
    "goldenthread.journal",
    "goldenthread.outbox",
    "goldenthread.kit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "simple_history",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_linear_migrations",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "goldenthread.kit.private.PrivateMiddleware",
    "goldenthread.kit.headers.HeadersMiddleware",
    "goldenthread.kit.readable.ReadableMiddleware",
    "goldenthread.kit.sessions.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "goldenthread.people.middleware.LanguageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goldenthread.kit.house.HouseMiddleware",
    "goldenthread.desk.middleware.FoundingMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["goldenthread.kit.templatetags.written"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goldenthread.kit.house.context",
                "goldenthread.desk.sample_clock.context",
                "goldenthread.outbox.delivery.context",
            ],
        },
    },
]
FORM_RENDERER = "goldenthread.kit.forms.HouseRenderer"

# SQLite beside the data, or PostgreSQL by postgres://user:password@host/name.
DATABASE_URL = env.str("DATABASE_URL", default="") or f"sqlite:///{DATA_DIR / 'house.sqlite3'}"
DATABASES = {
    "default": given.database("DATABASE_URL", given.by_address("DATABASE_URL", env.db_url_config, DATABASE_URL))
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Kept open between requests: a page for somebody signed in costs a sixth less.
    DATABASES["default"] |= {"ENGINE": "goldenthread.kit.sqlite", "CONN_MAX_AGE": 600}
else:
    DATABASES["default"] |= {"ENGINE": "goldenthread.kit.postgresql", "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The limit of passkeys is shared by all processes: in the database, or in Valkey or Redis by redis://host:6379/0. Our own limits
# are rows (people.limits). Room for many: beyond Django's own 300 entries, whoever asks for many addresses would wash their own limit away.
CACHES = {
    "default": given.by_address(
        "CACHE_URL",
        env.cache_url_config,
        env.str("CACHE_URL", default="") or "dbcache://kept_for_all_processes?MAX_ENTRIES=100000",
    )
}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL, LOGIN_REDIRECT_URL = "people:sign_in", "desk:front"

SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
# What we say after a press may hold a name, so it stays here and out of a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_CROSS_ORIGIN_OPENER_POLICY = SECURE_REFERRER_POLICY = "same-origin"
if IN_PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("cy", _("Welsh"))]
LOCALE_PATHS, TIME_ZONE = [HERE / "locale"], "Europe/London"

STATIC_URL, STATIC_ROOT = "/static/", DATA_DIR / "static"
STATICFILES_DIRS = [HERE / "static"]
FILE_UPLOAD_HANDLERS = ["goldenthread.kit.uploads.LettingOthersPass"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "goldenthread.kit.stylesheet.StylesheetFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA_DIR / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Where e-mails go, such as smtp+tls://user:password@mail.example.org:587. Empty: they wait in the outbox.
EMAIL_URL = env.str("EMAIL_URL", default="")
vars().update(given.mail_server("EMAIL_URL", env.email_url_config, EMAIL_URL))
if "smtp" in EMAIL_URL.partition(":")[0]:
    EMAIL_BACKEND = "goldenthread.outbox.smtp.EmailBackend"  # Django's, and it knows when nobody can know
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("LETTERS_FROM", default="") or f"letters@{urlsplit(SITE_ADDRESS).hostname or 'localhost'}"

# Signing in: a code by e-mail, or a passkey; never a password. Ten minutes, for those who type slowly.
ACCOUNT_LOGIN_METHODS, ACCOUNT_SIGNUP_FIELDS = {"email"}, ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "goldenthread.people.allauth_adapters.AccountAdapter"
MFA_ADAPTER = "goldenthread.people.allauth_adapters.PasskeyAdapter"
ACCOUNT_LOGIN_BY_CODE_TIMEOUT, ACCOUNT_EMAIL_VERIFICATION = 600, "none"
# E-mails: a room of twenty behind one address a minute; for one receiver five in ten minutes, twenty a day. Codes tried: by
# one address; each single code counts its own three, too: at most sixty guesses a day at one in a million. Places: the same
# room, most of whom press twice; and more than people ever book in a minute. By a member: by receiver, and by who typed it.
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,5/10m/key,20/d/key",
    "booking": "30/m/ip,150/h/ip,5/10m/key,20/d/key,300/m/gathering",
    "contribution": "30/m/ip,150/h/ip,5/10m/key,20/d/key,300/m/gathering",
    "write_to_somebody": "5/10m/key,20/d/key,120/h/sender",
    "try_code": "30/m/ip",
    "wall_line": "10/h/key",
    "another_seat": "10/d/key",
    "introduction": "10/d/key",
    "hello": "10/d/key,20/d/to",
    "offer": "10/h/key",
    "list": "30/10m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_SUPPORTED_TYPES, MFA_PASSKEY_LOGIN_ENABLED = ["webauthn"], True

# What goes wrong is told where the house was started; who asked for what is told nowhere.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["terminal"], "level": "ERROR", "propagate": False}},
}

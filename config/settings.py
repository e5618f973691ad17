"""Every setting, with its reason. What an installation may change comes from its environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import oriundo
from config.environment import (
    database,
    file,
    flag,
    kept_secret,
    keys,
    mail,
    sender,
    whole,
    words,
)
from oriundo.base.core.kept import kept_folder

BASE_DIR = Path(__file__).resolve().parent.parent

# Where this installation keeps what it makes: database, secret key, static files, gazetteer.
VAR = kept_folder()

# --- Safety -------------------------------------------------------------------------------------

# Error pages with the program's insides. Never on a machine that others reach.
DEBUG = flag(os.environ, "DEBUG")

# Signs and chains the audit log. Generated once when none is given; keep it apart from backups.
SECRET_KEY = os.environ.get("SECRET_KEY") or kept_secret(VAR / "secret-key")

# What the register of those who asked not to be listed is hashed with: the first is in use, the
# others are former ones. Another key recognizes nobody in it, so it must survive a new SECRET_KEY.
SUPPRESSION_KEYS = keys(os.environ, "SUPPRESSION_KEY", otherwise=SECRET_KEY)

# The names under which this site may be asked for, separated by commas.
ALLOWED_HOSTS = words(os.environ, "ALLOWED_HOSTS", ("127.0.0.1", "localhost"))

# The site is reached over TLS: redirect to it, remember it for a year, keep cookies to it.
HTTPS = flag(os.environ, "HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SECURE = HTTPS

# Neighbors under the same domain are not ours to commit: no includeSubDomains, no preload.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# A proxy in front ends TLS, overwrites X-Forwarded-Proto, and appends to X-Forwarded-For whom it
# serves. Without one, a visitor could forge both.
BEHIND_PROXY = flag(os.environ, "BEHIND_PROXY")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# A page that a reader follows a link to must not learn which organization they were looking at.
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# No script of another page may read the token; forms carry it themselves.
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"

# Who signs in at the desk gets one cookie, for that sitting; a reader gets none. `__Host-` keeps
# neighbors under the same domain from setting it, and browsers want TLS for it.
SESSION_COOKIE_NAME = "__Host-desk" if HTTPS else "desk"
CSRF_COOKIE_NAME = "__Host-form" if HTTPS else "form"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60

# Passwords are hashed slowly, and those that everybody tries first are refused.
PASSWORD_HASHERS = ["oriundo.base.accounts.hashers.Argon2idHasher"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email"]},
    },
]
LOGIN_URL = "desk:sign_in"

# Nothing is allowed but files of this site. No inline script or style, no evaluation, no frame.
# `require-trusted-types-for` is not here: htmx 2 parses answers with DOMParser, which it forbids.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        # Maps are drawn off the page's own thread.
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# A request body is a search or a form; lists are imported by command, not by upload.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# --- Machines -----------------------------------------------------------------------------------

# Requests that one address may make in a minute, and at once; 0 sets no limit. Each process counts
# for itself, in memory, and keeps no address.
API_RATE = whole(os.environ, "API_RATE", 600)
API_BURST = whole(os.environ, "API_BURST", 200)

# What may be done with what is published: an SPDX identifier, and where its text is.
DATA_LICENSE = os.environ.get("DATA_LICENSE", "CC-BY-4.0")
_CC_BY = "https://creativecommons.org/licenses/by/4.0/"
DATA_LICENSE_URL = os.environ.get("DATA_LICENSE_URL", _CC_BY)

# Files of the whole directory, written once for each generation.
DOWNLOADS = VAR / "downloads"

# --- Parts --------------------------------------------------------------------------------------

# Sessions are for those who sign in at the desk. A reader has none, and so gets no cookie.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "oriundo.base.audit",
    "oriundo.base.accounts",
    "oriundo.base.people",
    "oriundo.base.places",
    "oriundo.collect.sources",
    "oriundo.collect.matching",
    "oriundo.domain.directory",
    "oriundo.domain.reach",
    "oriundo.insight.observatory",
    "oriundo.interfaces.web",
    "oriundo.interfaces.api",
]

# Headers come first, so that they stand on every answer: static files, redirects and errors too.
MIDDLEWARE = [
    "oriundo.interfaces.web.headers.SafeHeaders",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "oriundo.interfaces.web.maps.files.Files",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "oriundo.interfaces.web.waiting.Waiting",
    # After the language is known: problems are said in it.
    "oriundo.interfaces.api.gate.Gate",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    # Both wait until a view asks, which only those of the desk do.
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]

AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# --- Database -----------------------------------------------------------------------------------

# DATABASE_URL names PostgreSQL for production; SQLite serves one machine.
DATABASES = {"default": database(os.environ, "DATABASE_URL", VAR / "oriundo.sqlite3")}

# IMMEDIATE: a writer waits for its turn at the start, instead of failing in the middle.
# FULL: the write-ahead log alone may lose the last transaction when the power goes, and
# "acknowledged" has to mean "durable". Foreign keys are off in SQLite unless asked for.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    # For the owner's eyes: the file may hold what only an authority may see.
    Path(DATABASES["default"]["NAME"]).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
else:
    # Seconds that a connection is kept; each is checked before it is used again.
    DATABASES["default"]["CONN_MAX_AGE"] = whole(os.environ, "DATABASE_KEEP_SECONDS", 60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# --- Atlas ---------------------------------------------------------------------------------------

# What the public sees, as files that every process maps; made from the database, and again when
# they are lost.
ATLAS = VAR / "atlas"

# How many seconds a process goes on with the atlas that it has before it looks for a newer one.
ATLAS_SECONDS = whole(os.environ, "ATLAS_SECONDS", 2)

# --- Languages ----------------------------------------------------------------------------------

# Spanish and English are equals: a reader's own setting decides, and the address tells which.
# LANGUAGE_CODE is the language of the sentences in the code, for readers of neither.
LANGUAGES = [("es", "Español"), ("en", "English")]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [Path(oriundo.__file__).parent / "locale"]

# Moments are stored in UTC; pages show dates.
USE_TZ = True
TIME_ZONE = "UTC"

# --- Static files -------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"

# Front-end libraries, copied by scripts/vendor.py from a hash-pinned lock, and boundaries, drawn by
# scripts/basemap.py. Pages work without.
MAP = BASE_DIR / "var" / "map"
_MADE = (("vendor", BASE_DIR / "var" / "vendor"), ("map", MAP / "drawn"))
STATICFILES_DIRS = [(prefix, folder) for prefix, folder in _MADE if folder.is_dir()]

# Tiles of one's own: instead of the base map, or over it.
BASEMAP = file(os.environ, "BASEMAP")

# The copies without a hash would be compressed too, and nobody asks for them.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# What Python does not know.
WHITENOISE_MIMETYPES = {".pmtiles": "application/vnd.pmtiles", ".geojson": "application/geo+json"}

# Names carry a hash of the content, so a browser may keep a file for ever.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Mail ---------------------------------------------------------------------------------------

# Passes messages on to organizations whose address is not public, and tells them what somebody
# proposed to change. Without a server neither is offered; nothing else sends mail.
MAIL = mail(os.environ, "SMTP_URL")
MAIL_FROM = sender(os.environ, "MAIL_FROM", needed=MAIL is not None)

# --- Log ----------------------------------------------------------------------------------------

# To standard error, where a supervisor collects it. Addresses of readers are not in it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handler writes each refused request twice and mails nobody.
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}

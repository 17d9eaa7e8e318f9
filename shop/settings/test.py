"""Tests: SQLite in memory by default; TEST_DATABASE_URL gives PostgreSQL for make test-all."""

import os
from tempfile import TemporaryDirectory

if "VAR_DIR" not in os.environ:
    _folder = TemporaryDirectory(prefix="cho-phien-test-")  # gone with this process
    os.environ["VAR_DIR"] = _folder.name
# Tests that run side by side each have their own; the processes that they start share it with them.
if not os.environ["VAR_DIR"].endswith(os.environ.get("PYTEST_XDIST_WORKER", "")):
    os.environ["VAR_DIR"] += "/" + os.environ["PYTEST_XDIST_WORKER"]

from shop.settings.base import *  # noqa: F403
from shop.settings.base import STATIC_ROOT, STORAGES, env

STATIC_ROOT.mkdir(parents=True, exist_ok=True)

SECRET_KEY = "only-for-tests"  # noqa: S105
SECOND_FACTOR = False
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = {"default": env.dj_db_url("TEST_DATABASE_URL", "sqlite://:memory:")}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

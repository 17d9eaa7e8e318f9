"""The embedded default: SQLite, search index and files under var/, nothing else to run."""

from django.core.management.utils import get_random_secret_key

from shop.settings.base import *  # noqa: F403
from shop.settings.base import VAR_DIR, database, env

VAR_DIR.mkdir(parents=True, exist_ok=True)
_secret = VAR_DIR / "secret-key"
if not _secret.exists():
    _secret.write_text(get_random_secret_key())
SECRET_KEY = env.str("SECRET_KEY", _secret.read_text())

DATABASES = {"default": database(default=f"sqlite:///{VAR_DIR / 'cho-phien.sqlite3'}", conn_max_age=600)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
    }
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

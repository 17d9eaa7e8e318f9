"""Production: PostgreSQL, Redis and Elasticsearch by address, HTTPS only; no secret has a default."""

from shop.settings.base import *  # noqa: F403
from shop.settings.base import database, env

NEEDED = ("SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_ADDRESS", "DATABASE_URL", "CACHE_URL")
if missing := [name for name in NEEDED if not env.str(name, "")]:
    raise SystemExit(f"Not set in the environment: {', '.join(missing)}. See .env.example.")

SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
DATABASES = {"default": database(conn_max_age=600, conn_health_checks=True)}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.str("CACHE_URL")}}
SEARCH_ENGINE = env.str("SEARCH_ENGINE", "elastic")
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

SECOND_FACTOR = env.bool("SECOND_FACTOR", True)
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
OSCAR_BASKET_COOKIE_SECURE = True

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.str("EMAIL_HOST", "localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "cho-phien@localhost")

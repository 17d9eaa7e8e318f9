"""Settings that hold everywhere; the environment gives what differs (see .env.example)."""

from pathlib import Path
from typing import Any

from environs import Env
from oscar import INSTALLED_APPS as OSCAR_APPS
from oscar.defaults import *  # noqa: F403

from shop.settings.dashboard import OSCAR_DASHBOARD_NAVIGATION  # noqa: F401

env = Env()
BASE_DIR = Path(__file__).resolve().parents[2]
env.read_env(BASE_DIR / ".env", recurse=False)
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))

DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost"])
PUBLIC_ADDRESS = env.str("PUBLIC_ADDRESS", "http://127.0.0.1:8000")

INSTALLED_APPS = [
    *OSCAR_APPS,
    "csp",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "common",
    "producers",
    "catalog",
    "shop",
]
SITE_ID = 1

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "common.guard.OriginGuard",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "producers.second_factor.gate.SecondFactorGate",
    "shop.accounts.accepting_gate.AcceptanceGate",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# The check misses CsrfViewMiddleware, in whose place common.guard.OriginGuard stands (ADR 0002).
SILENCED_SYSTEM_CHECKS = ["security.W003"]


def database(**options: Any) -> dict[str, Any]:
    """The database that DATABASE_URL names.

    PostgreSQL is told not to compile queries (jit): for the short ones of a page that takes longer than answering them.
    """
    named: dict[str, Any] = env.dj_db_url("DATABASE_URL", **options)
    if named["ENGINE"] == "django.db.backends.postgresql":
        named.setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    return named


ROOT_URLCONF = "shop.urls"
WSGI_APPLICATION = "shop.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shop.context.market",
            ],
            "builtins": ["common.templatetags.ui"],
        },
    }
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/tai-khoan/vao/"
LOGIN_REDIRECT_URL = "/tai-khoan/"
LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = "common.formats"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/tinh/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/tep/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", str(VAR_DIR / "media")))
# Where a web server in front finds the media once it has asked us: "/tep-ben-trong/" (docs/howto/production.md).
MEDIA_ACCEL = env.str("MEDIA_ACCEL", "")
# What only those who serve or oversee a producer may see: scans of papers, proofs of consent. No web server serves it.
PRIVATE_ROOT = Path(env.str("PRIVATE_ROOT", str(VAR_DIR / "private")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "common.private.storage.PrivateFiles", "OPTIONS": {"location": PRIVATE_ROOT}},
    "staticfiles": {"BACKEND": "shop.administration.dashboard_files.BuyersFilesCompressed"},
}

MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/quan-tri/"],
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    },
}

# Oscar: what we replace stands in shop/overrides.py.
OSCAR_DYNAMIC_CLASS_LOADER = "shop.overrides.load_classes"
OSCAR_SHOP_NAME = "Chợ Phiên"
OSCAR_SHOP_TAGLINE = "Hàng của bà con vùng cao"
OSCAR_HOMEPAGE = "/"
OSCAR_DEFAULT_CURRENCY = "VND"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_SLUG_MAP = {"đ": "d", "Đ": "D"}
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "line4", "country")
OSCAR_THUMBNAILER = "common.pictures.thumbnails.Renditions"
OSCAR_BASKET_COOKIE_OPEN = "gio"
OSCAR_BASKET_COOKIE_LIFETIME = 30 * 24 * 3600
OSCAR_EAGER_ALERTS = False
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"

# What is told when a producer or her consent changes (ADR 0004).
AFTER_PRODUCER_CHANGE = "catalog.listings.visibility.follow_producer"
# What is asked, with her id, before a suspension is lifted: a sentence that says why not, or nothing (ADR 0004).
WHY_STAYS_SUSPENDED = "catalog.moderation.queries.why_stays_suspended"
# What is told, with her id and the scope, when a consent ends: taken back, answered with no, or past its last day.
AFTER_CONSENT_END = ["producers.ethnicity.services.follow_consent", "catalog.listings.promises.tell_of_hidden_words"]

# Where the areas write down what their acts are called in the audit trail.
AUDIT_WORDS = [
    "producers.onboarding.rows.ACTS",
    "producers.consents.states.ACTS",
    "producers.payees.states.ACTS",
    "producers.points.trail.ACTS",
    "producers.second_factor.services.ACTS",
    "producers.staffing.states.ACTS",
    "catalog.licences.states.ACTS",
    "catalog.listings.states.ACTS",
    "catalog.decision_lists.services.ACTS",
    "catalog.changes.states.ACTS",
    "catalog.moderation.states.ACTS",
    "shop.consignments.states.SENTENCES",
    "shop.feedback.states.SENTENCES",
    "shop.privacy.states.ACTS",
    "shop.administration.trail.ACTS",
    "shop.trail.words.ACTS",
]

# Where they write down what the facts are called and how their values are written there.
AUDIT_FACTS = [
    "shop.trail.facts.PRODUCERS",
    "shop.trail.facts.CONSENTS",
    "producers.points.trail.FACTS",
    "producers.staffing.states.FACTS",
    "catalog.listings.queries.TOLD",
    "catalog.decision_lists.services.TOLD",
    "shop.consignments.states.FACTS",
    "shop.administration.trail.FACTS",
]

# How a notice to the officers of a point leaves the market, beside standing on its pages (producers/notices/ways.py).
NOTICE_WAYS = ["producers.notices.ways.by_email"]
EMAIL_TIMEOUT = 10

# Who answers for electronic identity (VNeID) under a contract: the path of a function that takes the personal number
# and the name and says whether they are one person's. Empty: not connected, and the pages say so.
IDENTITY_CONNECTOR = env.str("IDENTITY_CONNECTOR", "")

# Search: "embedded" needs no service; "elastic" wants SEARCH_URL.
SEARCH_ENGINE = env.str("SEARCH_ENGINE", "embedded")
SEARCH_URL = env.str("SEARCH_URL", "http://127.0.0.1:9200")
SEARCH_INDEX = env.str("SEARCH_INDEX", "cho-phien")
SEARCH_DIR = VAR_DIR / "search"

# What the command make_rounds calls again and again, each with `at`: what becomes due by itself as days pass.
ROUNDS: list[str] = [
    "catalog.freshness.services.ask_again",
    "catalog.licences.services.follow_ends",
    "catalog.freshness.services.pause_unconfirmed",
    "producers.consents.services.end_consents",
    "producers.consents.proofs.services.remove_proofs",
    "catalog.certificates.reminders.remind_of_renewal",
    "shop.feedback.services.refer_overdue",
    "shop.feedback.services.close_answered",
    "shop.feedback.services.remove_contacts",
]

# A file that corrects or adds to the numbers and days of law and market in common/rules/data/rules.csv.
RULES_FILE = env.str("RULES_FILE", "")

# A folder with the operator's own rules, privacy policy and so on, laid out like common/policies/data.
POLICIES_DIR = env.str("POLICIES_DIR", "")

# The sections of a producer's file and of the legal-duty file, in their order.
LEGAL_SECTIONS = [
    "shop.legal.sections.seller.seller",
    "shop.legal.sections.checks.identity",
    "shop.legal.sections.agreed.consents",
    "shop.legal.sections.goods.listings",
    "shop.legal.sections.goods.content_check",
    "shop.legal.sections.goods.stories",
    "shop.legal.sections.papers.certificates",
    "shop.legal.sections.papers.licences",
    "shop.legal.sections.acts.decisions",
    "shop.legal.sections.measures.measures",
    "shop.legal.sections.complaints.complaints",
    "shop.legal.sections.sales.orders",
    "shop.legal.sections.sales.earnings",
    "shop.legal.sections.acts.trail",
]

# Alcohol is shown and not sold while this is on. Off, it is sold by licence, to people who state that the recipient
# has the age of catalog/licences/data (Law 44/2019/QH14 on harm of alcohol).
ALCOHOL_ONLY_SHOWN = env.bool("ALCOHOL_ONLY_SHOWN", True)

# Officers, approvers, auditors and administrators give a code from the phone besides the password.
SECOND_FACTOR = env.bool("SECOND_FACTOR", False)
OTP_TOTP_ISSUER = "Cho Phien"

# How many wrong tries, and for how many seconds they count. CLIENT_ADDRESS names where the visitor's address stands:
# behind a proxy the header it sets, e.g. HTTP_X_REAL_IP, or all visitors would count as one.
WRONG_TRIES = {
    "find-order": (10, 3600),
    "sign-in": (10, 900),
    "sign-up": (20, 3600),
    "reset": (5, 3600),
    "complain": (10, 3600),
    "data-request": (10, 3600),
}
CLIENT_ADDRESS = env.str("CLIENT_ADDRESS", "REMOTE_ADDR")

# Who runs the market, shown on every page (E-commerce Law 122/2025/QH15, Art. 11). Invented until filled in.
MARKET = {
    "name": "Chợ Phiên",
    "tagline": "Hàng của bà con vùng cao",
    "phone": env.str("MARKET_PHONE", "1800 0000"),
    "operator": env.str("MARKET_OPERATOR", "Đơn vị vận hành (bản chạy thử)"),
    "registration": env.str("MARKET_REGISTRATION", ""),
}

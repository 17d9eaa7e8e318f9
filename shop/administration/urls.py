"""For administrators: the parts of Oscar's dashboard that this market uses, and Django's admin for the rest."""

from typing import Any

from django.apps import apps
from django.contrib.auth.views import LogoutView
from django.urls import include, path
from django.views.generic import RedirectView

from shop.administration import closed
from shop.administration.gate import to_look_at
from shop.administration.oscar_names import catalogue_names, customer_names, offer_names, wishlist_names
from shop.administration.site import site

dashboard: Any = apps.get_app_config("dashboard")
PARTS = {
    "catalogue/": dashboard.catalogue_app,
    "orders/": dashboard.orders_app,
    "partners/": dashboard.partners_app,
    "users/": dashboard.users_app,
}
"""Offers, ranges, vouchers, reviews, pages, messages, reports and shipping of Oscar are off in this market."""

pages = [
    path("", dashboard.index_view.as_view(), name="index"),
    *[path(route, include(part.urls[0])) for route, part in PARTS.items()],
]
dashboard_urls = [
    path("login/", RedirectView.as_view(pattern_name="sign-in", query_string=True), name="login"),
    path("logout/", LogoutView.as_view(next_page="/"), name="logout"),
    *to_look_at(dashboard.post_process_urls(pages)),
]

urlpatterns = [
    *closed.urlpatterns,
    path("he-thong/login/", RedirectView.as_view(pattern_name="sign-in", query_string=True)),
    path("he-thong/", site.urls),
    path("xem/", include((catalogue_names, "catalogue"))),
    path("xem/", include((customer_names, "customer"))),
    path("xem/", include((offer_names, "offer"))),
    path("xem/", include((wishlist_names, "wishlists"))),
    path("", include((dashboard_urls, "dashboard"))),
]

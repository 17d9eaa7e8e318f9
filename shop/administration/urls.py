"""For administrators: Oscar's dashboard under its own look, and Django's admin for what Oscar does not know."""

from django.apps import apps
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from shop.administration.oscar_names import catalogue_names, customer_names, offer_names, wishlist_names

urlpatterns = [
    path("login/", RedirectView.as_view(pattern_name="sign-in", query_string=True)),
    path("he-thong/login/", RedirectView.as_view(pattern_name="sign-in", query_string=True)),
    path("he-thong/", admin.site.urls),
    path("xem/", include((catalogue_names, "catalogue"))),
    path("xem/", include((customer_names, "customer"))),
    path("xem/", include((offer_names, "offer"))),
    path("xem/", include((wishlist_names, "wishlists"))),
    path("", apps.get_app_config("dashboard").urls),
]

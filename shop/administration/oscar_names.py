"""The few names of Oscar's shop that its dashboard links to, each led to our page that took its place."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.generic import RedirectView
from oscar.apps.catalogue.models import Product

from common.text import slugify


def product(_request: HttpRequest, pk: int, **_names: Any) -> HttpResponse:
    """Lead to the product's page."""
    title = get_object_or_404(Product, pk=pk).get_title()
    return redirect("product", pk=pk, slug=slugify(title) or "hang")


to_home = RedirectView.as_view(pattern_name="home", permanent=False)
to_account = RedirectView.as_view(pattern_name="account", permanent=False)


def home_for(*, route: str, name: str) -> Any:
    """A name for something this market does not have."""
    return path(route, lambda _request, **_names: redirect("home"), name=name)


catalogue_names = [
    path("hang/<slug:product_slug>/<int:pk>/", product, name="detail"),
    home_for(route="nhom/<path:category_slug>_<int:pk>/", name="category"),
    home_for(route="tap/<slug:slug>/", name="range"),
    home_for(route="danh-gia/<slug:product_slug>/<int:product_pk>/<int:pk>/", name="reviews-detail"),
]
customer_names = [
    path("vao/", RedirectView.as_view(pattern_name="sign-in", query_string=True), name="login"),
    path("tai-khoan/", to_account, name="summary"),
    home_for(route="bao/<str:key>/xac-nhan/", name="alerts-confirm"),
    home_for(route="bao/<str:key>/huy/", name="alerts-cancel-by-key"),
    home_for(route="yeu-thich/<str:key>/", name="wishlists-detail"),
]
offer_names = [home_for(route="uu-dai/<slug:slug>/", name="detail")]
wishlist_names = [home_for(route="danh-sach/<str:key>/", name="detail")]

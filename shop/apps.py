"""Django app that lists the areas' models; see ARCHITECTURE.md for the areas."""

from django.apps import AppConfig


class ShopConfig(AppConfig):
    name = "shop"
    verbose_name = "Bán hàng"

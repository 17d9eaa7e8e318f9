"""Django app that lists the areas' models; see ARCHITECTURE.md for the areas."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "catalog"
    verbose_name = "Hàng bày bán"

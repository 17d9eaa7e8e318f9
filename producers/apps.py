"""Django app that lists the areas' models; see ARCHITECTURE.md for the areas."""

from django.apps import AppConfig


class ProducersConfig(AppConfig):
    name = "producers"
    verbose_name = "Người bán"

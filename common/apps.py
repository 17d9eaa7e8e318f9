"""The floor of the market: knows nothing of shops."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "common"
    verbose_name = "Nền chung"

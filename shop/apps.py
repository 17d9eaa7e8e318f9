"""Django app that lists the areas' models; see ARCHITECTURE.md for the areas."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ShopConfig(AppConfig):
    name = "shop"
    verbose_name = "Bán hàng"

    def ready(self) -> None:
        """Have the database keep what law makes the market keep."""
        from shop.legal.keeping import keep_rows

        post_migrate.connect(keep_rows, sender=self)

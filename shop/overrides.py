"""The one table of Oscar classes that this market replaces, plugged in as OSCAR_DYNAMIC_CLASS_LOADER."""

from collections.abc import Sequence
from typing import Any

from django.utils.module_loading import import_string
from oscar.core.loading import default_class_loader

OVERRIDES = {
    ("dashboard.orders.views", "OrderListView"): "shop.administration.oscar_views.OrderListView",
    ("partner.strategy", "Selector"): "shop.pricing.Selector",
}
"""(Oscar's module, Oscar's class) -> our class."""


def load_classes(module_label: str, classnames: Sequence[str], module_prefix: str = "oscar.apps") -> list[type[Any]]:
    """Oscar's classes of that module, with ours in the place of those in the table."""
    ours = {name: OVERRIDES[module_label, name] for name in classnames if (module_label, name) in OVERRIDES}
    stock = [name for name in classnames if name not in ours]
    theirs = dict(zip(stock, default_class_loader(module_label, stock, module_prefix), strict=True)) if stock else {}
    return [import_string(ours[name]) if name in ours else theirs[name] for name in classnames]

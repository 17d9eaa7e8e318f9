"""Prices as the buyer pays them: whole đồng, tax included, from the producer's own stock record."""

from typing import Any

from oscar.apps.partner import strategy


class MarketStrategy(strategy.UseFirstStockRecord, strategy.StockRequired, strategy.NoTax, strategy.Structured):
    """One producer, one stock record, one price; nothing beyond the stock is sold."""


class Selector:
    """The same strategy for everybody."""

    def strategy(self, request: Any = None, user: Any = None, **kwargs: Any) -> MarketStrategy:
        """The strategy for anybody; it does not look at the user, so that a visitor's page reads no session."""
        return MarketStrategy()  # type: ignore[no-untyped-call]

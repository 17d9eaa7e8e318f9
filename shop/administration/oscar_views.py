"""Pages of Oscar's dashboard that work otherwise here; shop/overrides.py puts them in the place of Oscar's."""

from typing import Any

from oscar.apps.dashboard.orders.views import OrderListView as OscarOrderListView

from common.archives.tables import harmless


class OrderListView(OscarOrderListView):
    """The list of orders, taken along as a table in which no spreadsheet finds a formula."""

    def get_row_values(self, order: Any) -> dict[str, Any]:
        """The cells of an order by their columns; buyers wrote some of them."""
        cells = super().get_row_values(order)  # type: ignore[no-untyped-call]
        return {column: harmless(cell) for column, cell in cells.items()}

"""Pages of Oscar's dashboard that work otherwise here; shop/overrides.py puts them in the place of Oscar's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from oscar.apps.dashboard.orders.views import OrderListView as OscarOrderListView
from oscar.apps.dashboard.users.views import IndexView as OscarUsersView

from common.archives.tables import harmless
from shop.administration.closed import MANY_ACCOUNTS, refusing


class OrderListView(OscarOrderListView):
    """The list of orders, taken along as a table in which no spreadsheet finds a formula."""

    def get_row_values(self, order: Any) -> dict[str, Any]:
        """The cells of an order by their columns; buyers wrote some of them."""
        cells = super().get_row_values(order)  # type: ignore[no-untyped-call]
        return {column: harmless(cell) for column, cell in cells.items()}


class UsersView(OscarUsersView):
    """The list of accounts, to look at."""

    def post(self, request: HttpRequest, *_args: Any, **_names: Any) -> HttpResponse:
        """Refuse: accounts are locked one by one, where it is written down (PersonAdmin)."""
        return refusing(MANY_ACCOUNTS)(request)

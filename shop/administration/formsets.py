"""Oscar's forms of a product's stock records, without the box that deletes one."""

from oscar.apps.dashboard.catalogue.formsets import StockRecordFormSet


class KeptStockRecords(StockRecordFormSet):
    """Stock records are changed and added, never deleted: orders were placed on them."""

    can_delete = False

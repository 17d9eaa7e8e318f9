"""Make real orders for tests, as a buyer's order leaves them."""

from itertools import count
from typing import Any

from oscar.apps.order.models import Line, Order
from oscar.apps.partner.models import StockRecord

from catalog.listings.models import Listing
from shop.checkout.models import Purchase
from shop.consignments.models import Consignment, ConsignmentLine
from tests.factories import commune

_number = count(1)


def consignment(of: Listing, *, buyer: Any = None, quantity: int = 1, **fields: Any) -> Consignment:
    """A placed consignment of one line, with its order, purchase and promised stock."""
    stock = of.product.stockrecords.get()
    line = _order_line(of, stock, quantity, buyer)
    stock.num_allocated = (stock.num_allocated or 0) + quantity
    stock.save()
    made: Consignment = Consignment.objects.create(
        order=line.order,
        producer=of.producer,
        point=of.producer.point,
        number=f"{line.order.number}-1",
        goods_dong=int(stock.price) * quantity,
        fee_dong=fields.pop("fee_dong", 35_000),
        days_min=4,
        days_max=6,
        **fields,
    )
    ConsignmentLine.objects.create(
        consignment=made,
        order_line=line,
        title=of.product.title,
        unit=of.unit,
        price_dong=int(stock.price),
        ordered=quantity,
    )
    return made


def _order_line(of: Listing, stock: StockRecord, quantity: int, buyer: Any) -> Line:
    total = int(stock.price) * quantity
    number = next(_number)
    order = Order.objects.create(
        number=f"CPTEST{number}", user=buyer, currency="VND", total_incl_tax=total, total_excl_tax=total
    )
    Purchase.objects.create(
        order=order,
        basket_id=number,
        token=f"token-{order.number}",
        recipient="Lê Hoài An",
        phone="0912345678",
        commune=commune("00070"),
        house="12 Hàng Bạc",
    )
    return Line.objects.create(
        order=order,
        partner=stock.partner,
        partner_name=stock.partner.name,
        partner_sku=stock.partner_sku,
        stockrecord=stock,
        product=of.product,
        title=of.product.title,
        quantity=quantity,
        num_allocated=quantity,
        line_price_incl_tax=total,
        line_price_excl_tax=total,
        line_price_before_discounts_incl_tax=total,
        line_price_before_discounts_excl_tax=total,
    )

"""What was ordered of her, and the money: what each parcel came to, what is due, what was delivered."""

from collections.abc import Iterator

from django.db.models import QuerySet, Sum

from common.archives.shapes import Row, Section, Table
from shop.consignments.models import Consignment
from shop.consignments.states import ConsignmentState
from shop.legal.dossiers import Dossier
from shop.legal.retention import order_kept_until
from shop.legal.sections.writing import day, moment, money

AT_ONCE = 200


def orders(dossier: Dossier) -> Section:
    """Every parcel with its lines. Buyers by name, phone and address only in the file that law asks for."""

    def rows() -> Iterator[Row]:
        found = _consignments(dossier).select_related("order__purchase__commune__province").prefetch_related("lines")
        for one in found.iterator(AT_ONCE):
            goods = "\n".join(
                f"{line.quantity} {line.unit} × {line.title}, {money(line.price_dong)}" for line in one.lines.all()
            )
            buyer = one.order.purchase
            where = str(buyer.commune.province)
            yield (
                one.number,
                moment(one.placed_at),
                one.get_state_display(),
                goods,
                money(one.due_dong),
                f"{buyer.recipient}, {buyer.phone}, {buyer.house}, {buyer.commune}, {where}"
                if dossier.is_duty
                else where,
                f"{one.carrier} {one.tracking_no}".strip(),
                _age_check(one, with_name=dossier.is_duty),
                moment(one.ended_at),
                day(order_kept_until(one.order)),
                dossier.records[one.producer_id],
            )

    buyers = (
        "Người mua ghi đủ tên, số điện thoại, địa chỉ vì hợp đồng phải xác định được hai bên."
        if dossier.is_duty
        else "Người mua chỉ ghi tỉnh nhận hàng: tên, số điện thoại, địa chỉ là của người mua."
    )
    columns = ("Mã kiện", "Đặt lúc", "Tình trạng", "Hàng", "Phải thu", "Người mua", "Vận chuyển", "Kiểm tra tuổi")
    return Section(
        "don-hang",
        "Đơn hàng",
        f"Từng kiện với các món, cả từ hồ sơ đã gộp vào hồ sơ này. {buyers}",
        (Table("kien", "Kiện hàng", (*columns, "Kết thúc", "Giữ ít nhất tới", "Hồ sơ"), rows),),
    )


def earnings(dossier: Dossier) -> Section:
    """Sums by parcel and by state, in đồng."""

    def parcels() -> Iterator[Row]:
        for one in _consignments(dossier).iterator(AT_ONCE):
            is_delivered = one.state == ConsignmentState.DELIVERED
            yield (
                one.number,
                moment(one.placed_at),
                one.get_state_display(),
                money(one.goods_dong),
                money(one.fee_dong),
                money(one.due_dong),
                money(one.goods_dong) if is_delivered else "",
                dossier.records[one.producer_id],
            )

    def sums() -> Iterator[Row]:
        totals = dict(_consignments(dossier).order_by().values_list("state").annotate(total=Sum("goods_dong")))
        for state in ConsignmentState:
            if state in totals:
                yield (str(state.label), money(totals[state]))

    columns = ("Mã kiện", "Đặt lúc", "Tình trạng", "Tiền hàng", "Phí giao", "Người mua phải trả", "Đã thu tiền hàng")
    return Section(
        "tien",
        "Tiền hàng",
        "Tiền của từng kiện bằng đồng. Người mua trả tiền mặt cho người giao; chợ không giữ tiền.",
        (
            Table("tung-kien", "Từng kiện", (*columns, "Hồ sơ"), parcels),
            Table("tong", "Cộng tiền hàng theo tình trạng", ("Tình trạng", "Tiền hàng"), sums),
        ),
    )


def _age_check(consignment: Consignment, *, with_name: bool) -> str:
    """Who saw at the door that the recipient is old enough; nothing where nobody asks, and before it is delivered."""
    if not consignment.least_age or consignment.state != ConsignmentState.DELIVERED:
        return ""
    if not consignment.age_checked_by:
        return "không ghi ai kiểm tra"
    who = consignment.age_checked_by if with_name else "người giao"
    return f"{who} đã kiểm tra, đủ {consignment.least_age} tuổi"


def _consignments(dossier: Dossier) -> QuerySet[Consignment]:
    every = Consignment.objects.filter(producer__in=list(dossier.records)).order_by("placed_at", "pk")
    if dossier.listing:
        every = every.filter(lines__order_line__product=dossier.listing.product_id)
    return every

"""The kinds of people, of producers and of ways to hand a producer her money."""

from django.db.models import TextChoices


class Role(TextChoices):
    """What a member of staff may do. Buyers and producers need no role."""

    OFFICER = "officer", "Cán bộ điểm hỗ trợ"
    APPROVER = "approver", "Cán bộ duyệt"
    AUDITOR = "auditor", "Giám sát"
    HELPER = "helper", "Thành viên tổ công nghệ số"


class HostPlace(TextChoices):
    """The house in which a support point sits."""

    COMMUNE_HOUSE = "commune_house", "Trụ sở xã"
    POST_OFFICE = "post_office", "Bưu điện – văn hoá xã"
    CULTURE_HOUSE = "culture_house", "Nhà văn hoá"
    SCHOOL = "school", "Trường học"
    OTHER = "other", "Nơi khác"


class ProducerKind(TextChoices):
    """Legal kinds of producers (Decision 26/2026/QĐ-TTg, Art. 2, and sellers outside OCOP)."""

    PRODUCTION_HOUSEHOLD = "production_household", "Hộ sản xuất"
    HOUSEHOLD_BUSINESS = "household_business", "Hộ kinh doanh"
    COOPERATIVE_GROUP = "cooperative_group", "Tổ hợp tác"
    COOPERATIVE = "cooperative", "Hợp tác xã"
    ENTERPRISE = "enterprise", "Doanh nghiệp"
    FARM = "farm", "Trang trại"
    ASSOCIATION = "association", "Hội, hiệp hội"


class PayoutWay(TextChoices):
    """How the producer gets her money."""

    CASH_AT_POINT = "cash_at_point", "Tiền mặt tại điểm hỗ trợ"
    BANK = "bank", "Chuyển khoản ngân hàng"
    POST_OFFICE = "post_office", "Nhận tại bưu điện – văn hoá xã"

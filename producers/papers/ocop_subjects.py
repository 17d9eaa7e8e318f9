"""Who can hold an OCOP certificate, which is not everybody who sells (Decision 26/2026/QĐ-TTg, Art. 2.3).

Cooperatives, cooperative groups, small and medium enterprises and farms; households with business registration; for
tourism also associations. A household without registration sells what bears no star.
"""

SOURCE = "Quyết định 26/2026/QĐ-TTg, Điều 2.3"
ALWAYS = frozenset({"cooperative", "cooperative_group", "enterprise", "farm"})
WITH_REGISTRATION = frozenset({"household_business", "production_household"})
FOR_TOURISM = frozenset({"association"})
TOURISM = frozenset({26})
"""Product set "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch"."""


def may_hold_certificate(kind: str, *, is_registered: bool, product_set_no: int | None = None) -> bool:
    """Whether a producer of that kind can hold a certificate for goods of that product set."""
    if kind in WITH_REGISTRATION:
        return is_registered
    return kind in ALWAYS or (kind in FOR_TOURISM and product_set_no in TOURISM)


def why_no_certificate(kind: str) -> str:
    """Why such a producer holds none, in plain words; her goods may be sold all the same."""
    if kind in FOR_TOURISM:
        return "Hội chỉ đứng tên giấy chứng nhận OCOP về du lịch. Hàng thường vẫn bán được."
    return "Hộ chưa đăng ký kinh doanh thì chưa đứng tên giấy chứng nhận OCOP được. Hàng thường vẫn bán được."

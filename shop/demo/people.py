"""Whom to sign in as in the demo market."""

from shop.demo.catalogue import read_market

PASSWORD = "cho-phien"  # noqa: S105
ROLES = {
    "officer": "cán bộ điểm hỗ trợ",
    "helper": "thành viên tổ công nghệ số",
    "approver": "cán bộ duyệt",
    "auditor": "giám sát",
    "administrator": "quản trị",
    "buyer": "người mua",
}


def people_to_try() -> str:
    """A table of the demo's people with roles and the password, for the terminal."""
    market = read_market()
    points = {point.key: point.name for point in market.points}
    provinces = {"11": "Điện Biên", "12": "Lai Châu", "48": "Đà Nẵng"}
    lines = [f"Demo people, all with the password {PASSWORD}:"]
    for person in market.people:
        where = ", ".join(points[key] for key in person.points) or provinces.get(person.province_code, "")
        lines.append(f"  {person.username:9} {person.full_name:18} {ROLES[person.role]}{where and f' – {where}'}")
    return "\n".join(lines)

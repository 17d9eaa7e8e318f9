"""Who gives how many stars.

A province recognises three and four stars, the Minister of Agriculture and Environment five (Decision 26/2026/QĐ-TTg).
"""

from common.text import fold

MINISTERS_STARS = 5
OF_A_PROVINCE = ("ubnd", "uy ban nhan dan")
NOT_A_PROVINCES = (
    "5 sao do Bộ trưởng Bộ Nông nghiệp và Môi trường công nhận (Quyết định 26/2026/QĐ-TTg); "
    "quyết định của tỉnh không cho 5 sao."
)


def why_not_theirs(stars: int, authority: str) -> str:
    """Why this authority does not give so many stars, or nothing."""
    is_local = any(words in fold(authority) for words in OF_A_PROVINCE)
    return NOT_A_PROVINCES if stars == MINISTERS_STARS and is_local else ""

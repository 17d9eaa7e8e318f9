"""Languages that producers of the mountains speak, by their BCP-47 tag.

Tags are those of the IANA language subtag registry (ISO 639-3 where there is no shorter one); the Vietnamese names are
those of the statistics list of ethnic groups (Decision 121-TCTK/PPCĐ, 1979). A language tells much about a person's
origin, which is sensitive data: it is for the people who speak with her and is never shown to buyers.
"""

LANGUAGES = {
    "vi": "Tiếng Việt",
    "blt": "Thái Đen",
    "twh": "Thái Trắng",
    "hmn": "Mông",
    "ium": "Dao (Iu Miền)",
    "mji": "Dao (Kìm Mùn)",
    "hni": "Hà Nhì",
    "kjg": "Khơ-mú",
    "lo": "Lào",
    "khb": "Lự",
    "lhu": "La Hủ",
    "pcc": "Giáy",
    "mtq": "Mường",
    "tyz": "Tày",
    "nut": "Nùng",
    "cua": "Co (Cor)",
    "sed": "Xơ-đăng",
    "ktv": "Cơ-tu",
    "jeh": "Gié",
    "ren": "Rơ-ngao",
}


def language_name(tag: str) -> str:
    """The Vietnamese name of the language, or the tag itself when we do not know it."""
    return LANGUAGES.get(tag, tag)


def language_choices() -> list[tuple[str, str]]:
    """Every language, for a form."""
    return list(LANGUAGES.items())

"""What deserves a second look."""

from dataclasses import replace
from datetime import date

import pytest

from catalog.approvals.risk import RULES, Facts, RiskLevel, all_risks, findings, level, needs_a_person, points, risks_on


def facts(**about) -> Facts:
    texts = about.pop("texts", {"Tên hàng": "Khăn thổ cẩm Lào", "Câu chuyện": "Mẹ dạy con dệt."})
    return Facts(texts=texts, **{"product_set_no": 22, **about})


def codes(**about) -> list[str]:
    return [finding.code for finding in findings(facts(**about))]


def test_a_plain_scarf_needs_no_second_look():
    found = findings(facts(price_dong=250_000, median_dong=300_000))
    assert (found, points(found), level(found)) == ([], 0, RiskLevel.LOW)


@pytest.mark.parametrize(
    ("product_set", "code", "how_much", "how_closely"),
    [
        (14, "alcohol", 40, RiskLevel.HIGH),
        (15, "alcohol", 40, RiskLevel.HIGH),
        (18, "health_food", 30, RiskLevel.MEDIUM),
    ],
)
def test_regulated_goods_are_looked_at(product_set, code, how_much, how_closely):
    found = findings(facts(product_set_no=product_set))
    assert ([finding.code for finding in found], points(found), level(found)) == ([code], how_much, how_closely)


GINSENG = (
    "Sâm Ngọc Linh củ tươi",
    "sam lai chau",
    "SÂM K5",
    "Nhân sâm",
    "Cao hồng sâm",
    "Mật ong ngâm sâm",
    "Trà sâm, khoai sâm",
    "Khoai, sâm",
)


@pytest.mark.parametrize("title", GINSENG)
def test_ginseng_needs_proof_of_its_origin(title):
    assert codes(texts={"Tên hàng": title}) == ["ginseng"]


NAMESAKES = (
    "Khoai sâm Sìn Hồ",
    "khoai sam cu tuoi",
    "Sâm đất Bát Xát",
    "Hải sâm khô",
    "Rau sam",
    "Tam thất",
    "Samosa cũ",
    "Khăn màu sẫm",
    "Trống sấm",
    "Đồ sắm Tết",
)


@pytest.mark.parametrize("title", NAMESAKES)
def test_what_only_sounds_like_ginseng_is_left_alone(title):
    assert codes(texts={"Tên hàng": title}) == []


@pytest.mark.parametrize("title", ["Rượu ngô Bắc Hà", "RƯỢU CẦN", "ruou mo", "Mơ ngâm rượu"])
def test_spirits_under_another_product_set_are_looked_at(title):
    (found,) = findings(facts(texts={"Tên hàng": title}))
    assert (found.code, found.needs_person) == ("alcohol_elsewhere", True)
    assert codes(texts={"Tên hàng": title}, product_set_no=None) == ["alcohol_elsewhere"]
    assert codes(texts={"Tên hàng": title}, product_set_no=14) == ["alcohol"]


@pytest.mark.parametrize(("place", "text"), [("Câu chuyện", "Mời rượu khách quý."), ("Tên hàng", "Khăn rượi")])
def test_only_a_title_that_says_spirits_is_asked_about(place, text):
    assert codes(texts={place: text}) == []


def test_words_of_origin_and_standards_are_asked_about():
    (found,) = findings(facts(texts={"Câu chuyện": "Quế có chỉ dẫn địa lý Trà My."}))
    assert found.sentence == "Nói về nguồn gốc, tiêu chuẩn (câu chuyện): “chỉ dẫn địa lý”. Hỏi giấy tờ."


@pytest.mark.parametrize(
    ("price", "median", "is_far"),
    [(100, 25, False), (101, 25, True), (25, 100, False), (24, 100, True), (None, 25, False), (25, None, False)],
)
def test_a_price_four_times_off_the_middle_is_far(price, median, is_far):
    assert codes(price_dong=price, median_dong=median) == (["price"] if is_far else [])


def test_first_goods_and_certificates_are_looked_at():
    found = findings(facts(is_first_of_producer=True, claims_certificate=True))
    assert ([finding.code for finding in found], level(found)) == (["certificate", "first"], RiskLevel.MEDIUM)


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Uống vào là chữa khỏi đau dạ dày ngay", "Uống vào là chữa khỏi đau dạ dày ngay"),
        ("CHỮA KHỎI mọi thứ", "CHỮA KHỎI mọi thứ"),
        ("Chu\u031b\u0303a kho\u0309i", "Chu\u031b\u0303a kho\u0309i"),
        ("thuoc nay chua khoi dau lung", "thuoc nay chua khoi dau lung"),
        ("cam kết 100%, dùng là thích", "cam kết 100%, dùng là thích"),
    ],
    ids=["plain", "capitals", "in-pieces", "without-marks", "with-sign"],
)
def test_words_that_promise_health_are_found_with_their_place(text, excerpt):
    (found,) = findings(facts(texts={"Câu chuyện": text}))
    assert (found.code, found.points, found.sentence) == ("banned_claim", 40, f"Câu chuyện: “{excerpt}”")
    assert "Luật 122/2025/QH15" in found.source


@pytest.mark.parametrize("text", ["Bếp chưa khói", "chữa khỏirồi", "Ai điều trịnh trọng", "Số mười một"])
def test_words_that_only_look_like_it_are_left_alone(text):
    assert codes(texts={"Câu chuyện": text}) == []


def test_only_a_few_words_around_a_promise_are_shown():
    text = "a b c d e f g chữa khỏi h i k l m n o"
    (found,) = findings(facts(texts={"Đó là gì": text}))
    assert found.sentence == "Đó là gì: “d e f g chữa khỏi h i k l”"


def test_the_same_promise_many_times_counts_once_and_is_shown_each_time():
    found = findings(facts(texts={"Tên hàng": "thần dược", "Câu chuyện": "thần dược, chữa khỏi"}))
    assert (len(found), points(found)) == (3, 40)


def test_the_gravest_stands_first():
    found = findings(facts(product_set_no=14, is_first_of_producer=True, texts={"Tên hàng": "Sâm củ"}))
    assert [finding.points for finding in found] == [40, 30, 10]


def test_every_finding_says_where_its_rule_comes_from():
    found = findings(
        facts(
            product_set_no=14,
            is_first_of_producer=True,
            is_identity_checked=False,
            claims_certificate=True,
            price_dong=1,
            median_dong=100,
            texts={"Câu chuyện": "sâm dây hữu cơ, đặc trị, mát gan, tốt nhất, 5 sao"},
            is_held=True,
        )
    )
    assert all(finding.source for finding in found)
    assert {finding.code for finding in found} == set(risks_on(date(2026, 11, 26))) - {
        "alcohol_elsewhere",
        "health_food",
    }


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ({"product_set_no": 14}, "alcohol"),
        ({"product_set_no": 18}, "health_food"),
        ({"is_first_of_producer": True}, "first"),
        ({"is_identity_checked": False}, "identity"),
        ({"claims_certificate": True}, "certificate"),
        ({"texts": {"Tên hàng": "Sâm củ"}}, "ginseng"),
        ({"texts": {"Tên hàng": "Chè hữu cơ"}}, "origin"),
        ({"texts": {"Tên hàng": "Trà mát gan"}}, "health_claim"),
        ({"texts": {"Tên hàng": "Trà chữa bệnh"}}, "banned_claim"),
    ],
)
def test_these_are_always_looked_at_by_a_person(about, code):
    found = findings(facts(**about))
    assert ([finding.code for finding in found], needs_a_person(found)) == ([code], True)


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ({"texts": {"Tên hàng": "Khăn đẹp, tốt nhất bản"}}, "praise"),
        ({"price_dong": 101, "median_dong": 25}, "price"),
    ],
)
def test_these_alone_ask_for_no_person(about, code):
    found = findings(facts(**about))
    assert ([finding.code for finding in found], needs_a_person(found)) == ([code], False)


def test_a_plain_scarf_asks_for_no_person():
    assert needs_a_person([]) is False


def test_what_is_denied_is_shown_and_promises_nothing():
    (found,) = findings(facts(texts={"Câu chuyện": "Trà này không chữa bệnh."}))
    assert (found.code, found.points) == ("health_claim", 30)


def test_a_rule_holds_from_its_day_to_its_day(monkeypatch):
    ended = tuple(replace(each, valid_until=date(2026, 12, 31)) for each in all_risks() if each.code == "alcohol")
    monkeypatch.setattr("catalog.approvals.risk.all_risks", lambda: ended)
    wine = facts(product_set_no=14)
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [len(findings(wine, on=day)) for day in days] == [0, 1, 1, 0]


def test_the_rules_are_data_that_this_market_knows():
    assert {each.code for each in all_risks()} == {*RULES, "banned_claim", "health_claim", "praise"}
    assert {each.sure for each in all_risks()} <= {"A", "B", "C", "BG", "O"}
    assert all(each.source and each.name for each in all_risks())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gạo đạt OCOP 5 sao quốc gia", "“ocop”, “5 sao”"),
        ("Được công nhận bốn sao", "“bốn sao”"),
        ("Chè ★★★★", "“★★★★”"),
    ],
)
@pytest.mark.parametrize("claims_certificate", [False, True])
def test_stars_claimed_in_words_want_a_person(text, said, claims_certificate):
    found = findings(Facts(texts={"Tên hàng": text}, claims_certificate=claims_certificate), on=date(2026, 11, 26))
    (stars,) = [each for each in found if each.code == "stars_in_words"]
    assert (said in stars.sentence, stars.needs_person) == (True, True)


@pytest.mark.parametrize(
    "text", ["Sao tay trong chảo gang", "sao vàng hạ thổ", "Vì sao chè ngon", "năm ngoái sao hai lần"]
)
def test_roasting_and_asking_claim_no_stars(text):
    found = findings(Facts(texts={"Câu chuyện": text}), on=date(2026, 11, 26))
    assert "stars_in_words" not in {each.code for each in found}


def test_every_word_about_origin_is_told_at_its_place():
    facts = Facts(texts={"Mô tả": "Chè VietGAP, hữu cơ, có chỉ dẫn địa lý; hữu cơ thật"})
    (origin,) = [each for each in findings(facts, on=date(2026, 11, 26)) if each.code == "origin"]
    assert "“vietgap”, “hữu cơ”, “chỉ dẫn địa lý”." in origin.sentence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gạo lứt chữa được nhiều bệnh", "banned_claim"),
        ("chữa các bệnh dạ dày", "banned_claim"),
        ("uống là khỏi ung thư", "banned_claim"),
        ("trị dứt các bệnh", "banned_claim"),
        ("Bổ gan", "health_claim"),
        ("tốt cho người tiểu đường", "health_claim"),
        ("Ngon nhất Việt Nam", "praise"),
    ],
)
def test_plain_promises_are_found(text, code):
    assert code in {each.code for each in findings(Facts(texts={"Mô tả": text}), on=date(2026, 11, 26))}


@pytest.mark.parametrize(
    "text", ["Đó là mặt hàng đầu tiên của nhà", "Măng chua được làm từ tháng 6", "Sửa chữa được ngay"]
)
def test_words_that_only_look_alike_are_left_alone(text):
    found = findings(Facts(texts={"Mô tả": text}), on=date(2026, 11, 26))
    assert {each.code for each in found} == set()

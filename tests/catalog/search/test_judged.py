"""A judged set: what people of the market type, over the 82 products, and what must come of it."""

import pytest

from tests.catalog.search.documents import demo_products, look, titles

HONEY = {
    "Mật ong hoa rừng Mường Nhé",
    "Mật ong Pa Ủ",
    "Mật ong Ka Lăng",
    "Mật ong Vàng San",
    "Mật ong Mường Mít",
}
SHAN = {
    "Trà xanh Shan tuyết cổ thụ Tủa Chùa",
    "Bạch trà Shan tuyết Tủa Chùa",
    "Trà xanh Shan tuyết Sính Phình",
    "Trà Shan tuyết Mường Ảng",
}
SENG_CU = {"Gạo Séng Cù Điện Biên", "Gạo Séng Cù Than Uyên", "Gạo Séng Cù Thèn Sin"}
TUA_CHUA = {
    "Trà xanh Shan tuyết cổ thụ Tủa Chùa",
    "Bạch trà Shan tuyết Tủa Chùa",
    "Trà xanh Shan tuyết Sính Phình",
    "Gạo vai gẫy Tủa Chùa",
    "Mắc khén hạt",
    "Gà đen Tủa Chùa (Ka Đu)",
}
NA_SANG = {"Khăn thổ cẩm Lào Na Sang", "Túi thổ cẩm Na Sang", "Váy/chăn thổ cẩm Na Sang"}
NGOC_LINH = {"Sâm Ngọc Linh củ tươi", "Sâm Ngọc Linh ngâm mật ong", "Trà túi lọc sâm Ngọc Linh"}
RICE_WINE = {"Rượu Mông Kê Si Pa Phìn", "Rượu nếp nương men lá", "Rượu lúa rẫy Bắc Trà My"}

# Typed; what must come first, in any order; how many may be found in all.
JUDGED = [
    ("mat ong", HONEY, 7),
    ("Mật ong", HONEY, 7),
    ("mật ong rừng", {"Mật ong hoa rừng Mường Nhé"}, 1),
    ("mat on", HONEY, 7),
    ("khau xen", {"Khẩu xén"}, 1),
    ("khẩu sén", {"Khẩu xén"}, 1),
    ("khau chi chop", {"Khẩu chí chọp"}, 1),
    ("huyen tua chua", TUA_CHUA, 6),
    ("Huyện Tủa Chùa", TUA_CHUA, 6),
    ("trà tủa chùa", {"Trà xanh Shan tuyết cổ thụ Tủa Chùa", "Bạch trà Shan tuyết Tủa Chùa"}, 3),
    ("na sang", NA_SANG, 6),
    ("shan tuyet", SHAN, 4),
    ("chè shan tuyết", SHAN, 4),
    ("san tuyết", SHAN, 4),
    ("bạch trà", {"Bạch trà Shan tuyết Tủa Chùa"}, 1),
    ("gao seng cu", SENG_CU, 3),
    ("gạo xén cù", SENG_CU, 3),
    ("gạo sâng cù", SENG_CU, 3),
    ("macca", {"Mắc ca sấy nứt vỏ", "Mắc ca Lai Châu"}, 2),
    ("mác ca", {"Mắc ca sấy nứt vỏ", "Mắc ca Lai Châu"}, 2),
    ("mac khen", {"Mắc khén hạt"}, 1),
    ("cham cheo", {"Chẩm chéo"}, 1),
    ("chẳm chéo", {"Chẩm chéo"}, 1),
    ("trâu khô", {"Thịt trâu gác bếp"}, 1),
    ("thịt gác bếp", {"Thịt trâu gác bếp", "Thịt lợn gác bếp"}, 2),
    ("heo gác bếp", {"Thịt lợn gác bếp"}, 1),
    ("lạp sườn", {"Lạp xưởng gác bếp"}, 1),
    ("sâm K5", NGOC_LINH, 3),
    ("sam ngoc linh", NGOC_LINH, 3),
    ("sơn tra", {"Táo mèo khô sấy lạnh", "Mứt/ô mai sơn tra (táo mèo)", "Giấm táo mèo"}, 3),
    ("cafe", {"Cà phê bột Arabica Mường Ảng", "Cà phê nhân Mường Ảng"}, 2),
    ("miến rong", {"Miến dong (Thanh Xương)", "Miến dong Bình Lư"}, 2),
    ("nếp lương", {"Gạo nếp nương", "Rượu nếp nương men lá"}, 2),
    ("thổ cấm", {"Thổ cẩm Pa Xa Lào", "Thổ cẩm Thái trắng Nà Sự", "Thổ cẩm Lự bản Hon"}, 6),
    ("khan pieu", {"Khăn piêu Thái"}, 1),
    ("dưa", {"Dưa mèo"}, 2),
    ("dứa", {"Dứa Mường Chà"}, 2),
    ("gà", {"Gà đen Tủa Chùa (Ka Đu)"}, 1),
    ("lê", {"Lê Giang Ma"}, 1),
    ("que", {"Quế thanh, bột quế Trà My"}, 3),
    ("tinh dầu quế", {"Tinh dầu quế Trà My"}, 1),
    ("rượu", RICE_WINE, 3),
    ("dông trùng hạ thảo", {"Đông trùng hạ thảo"}, 1),
    ("oolong", {"Trà Ô long Kim Tuyên"}, 1),
    ("dao co lam", {"Trà túi lọc giảo cổ lam"}, 1),
    ("du lịch", {"Du lịch cộng đồng Sin Suối Hồ", "Du lịch cộng đồng Sì Thâu Chải"}, 3),
    ("home stay", {"Homestay bản Nà Sự"}, 1),
    ("mường lay", {"Khẩu xén", "Khẩu chí chọp", "Cá tép dầu sấy Na Lay"}, 3),
    ("bac tra my", {"Rượu lúa rẫy Bắc Trà My"}, 7),
]


@pytest.mark.parametrize("open_engine", ["embedded", pytest.param("elastic", marks=pytest.mark.elastic)], indirect=True)
def test_the_judged_set(open_engine):
    engine = open_engine("judged")
    engine.replace(demo_products())
    failed = {}
    for typed, first, at_most in JUDGED:
        results = look(engine, typed)
        if set(titles(results)[: len(first)]) != first or results.total > at_most:
            failed[typed] = (results.total, titles(results)[: len(first)])
    assert failed == {}

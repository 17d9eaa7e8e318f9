"""How goods are ranked, written for the public from the tables that the search works by.

The main parameters and their weight must be public (Decree 248/2026/NĐ-CP, Art. 11).
"""

from collections.abc import Iterable

from catalog.search import ranking

SPELLED = {
    (True, True): "viết đúng dấu",
    (True, False): "không kể dấu",
    (False, True): "viết không dấu như đã gõ",
    (False, False): "không kể dấu",
}


def ranking_text() -> str:
    """The page, as text of a policy: headings, lists, paragraphs."""
    parts = [
        "## 1. Không ai mua được chỗ đứng trước",
        "Chợ không có hàng tài trợ, không nhận tiền để xếp hàng lên trên.",
        "Sao OCOP, người bán là ai và dân tộc nào không làm món đứng cao hơn hay thấp hơn.",
        "## 2. Khi gõ chữ có dấu",
        "Món được điểm của bậc cao nhất mà nó đạt. Bậc trên luôn đứng trước mọi bậc dưới.",
        _ladder(has_marks=True),
        "## 3. Khi gõ chữ không dấu",
        _ladder(has_marks=False),
        "## 4. Giữa những món cùng bậc, và khi không gõ chữ",
        "Điều trên nặng hơn mọi điều dưới cộng lại.",
        _points(f"Điều {place}: {criterion.said}" for place, criterion in enumerate(ranking.STANDING, start=1)),
        "Vẫn ngang nhau thì theo thứ tự ghi vào chợ.",
        "## 5. Khi không tìm thấy gì",
        f"Từ có ít nhất {ranking.SHORTEST_SOUND} chữ cái được tìm cả theo âm gần giống.",
        f"Từ có ít nhất {ranking.SHORTEST_TYPO} chữ cái được tìm cả khi gõ sai một chữ.",
        "Món tìm ra ở tên hàng đứng trước món tìm ra ở lời giới thiệu.",
        "## 6. Bạn tự chọn cách xếp",
        "Mới lên chợ, bán chạy, giá thấp trước, giá cao trước. Món phải hỏi giá luôn đứng cuối khi xếp theo giá.",
    ]
    return "\n\n".join(parts)


def _ladder(*, has_marks: bool) -> str:
    steps = [f"{step.said}, {SPELLED[has_marks, spelled]}" for step, spelled in ranking.climb_down(has_marks)]
    steps += [step.said for step in ranking.FOOT]
    return _points(f"{weight} điểm: {said}" for weight, said in zip(ranking.weights(len(steps)), steps, strict=True))


def _points(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)

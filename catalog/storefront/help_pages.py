"""The pages that tell buyers and sellers how the market works; what law asks of the operator is marked as a draft."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: its address, its title, and what it answers in one sentence."""

    slug: str
    title: str
    summary: str

    @property
    def template(self) -> str:
        """Where its text lies."""
        return f"storefront/help/{self.slug}.html"


HELP_PAGES = {
    page.slug: page
    for page in (
        HelpPage("cach-mua", "Cách đặt hàng", "Bốn bước từ lúc chọn món tới lúc nhận hàng rồi trả tiền."),
        HelpPage("phi-giao-hang", "Phí và thời gian giao hàng", "Bảng phí theo nơi gửi, nơi nhận và cân nặng."),
        HelpPage("doi-tra", "Đổi trả và khiếu nại", "Hàng hỏng, sai, thiếu thì làm gì; bao lâu được trả lời."),
        HelpPage("ocop", "Sao OCOP là gì", "Ai chấm, chấm thế nào, và vì sao sao có ngày hết hạn."),
        HelpPage("xep-hang", "Cách xếp thứ tự hàng hoá", "Món nào hiện trước và vì sao; không ai mua được chỗ."),
        HelpPage("ban-hang", "Bà con bán hàng trên chợ", "Lên chợ thế nào, mất phí gì, tiền về ra sao."),
        HelpPage("hoa-van", "Hoa văn và sự cho phép", "Hoa văn nào của chung, hoa văn nào phải xin phép."),
        HelpPage("quy-che", "Quy chế hoạt động", "Quyền và việc của người mua, người bán và chợ."),
        HelpPage("du-lieu-ca-nhan", "Chính sách dữ liệu cá nhân", "Chợ giữ gì về ai, để làm gì, xoá thế nào."),
        HelpPage("khieu-nai", "Quy trình khiếu nại", "Khiếu nại ở đâu, mấy bước, bao lâu được trả lời."),
        HelpPage("van-hanh", "Ai vận hành chợ", "Đơn vị chịu trách nhiệm, số đăng ký và nơi liên hệ."),
    )
}

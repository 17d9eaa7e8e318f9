"""What is done to a producer's login, in the words of the audit trail."""

ACTS = {
    "producer.login_given": "Cho đăng nhập để tự làm việc của người bán",
    "producer.login_ended": "Thôi cho đăng nhập",
}
FACT_NAMES = {"login": "tên đăng nhập"}

"""What the demo's points have to look after: goods to ask about again, one that rests, complaints. All invented."""

from datetime import timedelta

from django.utils import timezone

from catalog.freshness.services import pause_listing
from catalog.listings.models import Listing
from catalog.listings.states import PauseReason
from common.rules.book import rule
from common.rules.clocks import working_days_after
from shop.feedback.models import Complaint
from shop.feedback.services import About, Said, answer_complaint, receive_complaint
from shop.feedback.states import ComplaintKind, Outcome

TO_ASK = {1: 16, 2: 17, 3: 19, 11: 15, 36: 18, 8: 20, 45: 33, 57: 18}
"""Product numbers and how many days old the last word on them is."""
RESTS = (29, PauseReason.SEASON, 45)
WAITS = (2, ComplaintKind.WRONG_INFORMATION, "Trang ghi gói 100 g, gói nhận được ghi 80 g. Xin xem lại.", 4)
ANSWERED = (37, ComplaintKind.NOT_AS_DESCRIBED, "Khăn nhận được màu nhạt hơn trong ảnh.", 9)
ANSWER = (
    "Đã hỏi lại bà con: mỗi mẻ nhuộm đậm nhạt khác nhau. Đã ghi thêm vào phần giới thiệu và đổi khăn khác cho khách."
)


def load_upkeep(listings: dict[int, Listing]) -> None:
    """Turn some last words back, let one thing rest, and receive two complaints, one of them answered."""
    now = timezone.now()
    for number, days in TO_ASK.items():
        Listing.objects.filter(pk=listings[number].pk).update(confirmed_at=now - timedelta(days=days))
    number, because, days = RESTS
    resting = listings[number]
    back_date = timezone.localdate() + timedelta(days=days)
    pause_listing(resting, by=resting.producer.created_by, because=because, back_date=back_date)
    _complain(listings, *WAITS)
    answered = _complain(listings, *ANSWERED)
    answer_complaint(answered, by=answered.producer.created_by, words=ANSWER, outcome=Outcome.RIGHT)


def _complain(listings: dict[int, Listing], number: int, kind: ComplaintKind, words: str, days_ago: int) -> Complaint:
    listing = listings[number]
    made = receive_complaint(About(listing.producer, listing=listing), Said(kind, words))
    made.received_at -= timedelta(days=days_ago)
    made.due_date = working_days_after(made.received_at, rule("complaint.answer_working_days").value)
    made.save(update_fields=["received_at", "due_date"])
    return made

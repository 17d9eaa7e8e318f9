"""What a listing promises in its own words: where words of the list stand, for its officer and for its approver."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.urls import reverse

from catalog.listings.models import Listing, ListingPhoto
from catalog.listings.presentation.shapes import ShownListing
from catalog.listings.states import FACTS, GONE
from catalog.wordlists.finding import Found, found_in
from catalog.wordlists.marking import marked
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.directory.names import is_named_in
from producers.notices.services import notify

BOXES = ("title", "description", "unit", "season_note", "story", "teller", "origin_group", "details")
"""The boxes whose words buyers read."""
PAIRS = "; "
Wanted = Mapping[str, Any] | None
"""What a listing shall say, by field of its form, where that is not what it says."""


def texts_by_box(listing: Listing, wanted: Wanted = None) -> dict[str, str]:
    """The listing's words by the name of their box; those `wanted` in the place of those that stand there."""
    product, story = listing.product, listing.product.story
    said = {
        "title": product.title,
        "description": product.description,
        "unit": listing.unit,
        "season_note": listing.season_note,
        "story": story.text,
        "teller": story.teller,
        "origin_group": listing.origin_group,
        "details": listing.details,
    }
    said |= {box: wanted[box] for box in BOXES if wanted and box in wanted}
    return {**said, "details": PAIRS.join(": ".join(pair) for pair in said["details"])}


def texts_of(listing: Listing, wanted: Wanted = None) -> dict[str, str]:
    """The same by what people call the place: "Câu chuyện"."""
    return {FACTS[box]: text for box, text in texts_by_box(listing, wanted).items()}


def banned_words(listing: Listing, *, on: date, wanted: Wanted = None) -> list[tuple[str, str, str]]:
    """Every banned word with its box: (box, sentence that quotes it and its place, where the ban stands).

    What is said of a photo counts too; it stands at "photos".
    """
    said = [*texts_by_box(listing, wanted).items(), *(("photos", text) for text in captions_of(listing, wanted))]
    return [
        (box, banned_sentence(found), found.word.source)
        for box, text in said
        for found in found_in(text, on=on)
        if found.is_banned
    ]


def names_her(listing: Listing) -> bool:
    """Whether words that can be hidden from buyers say the producer's name or the teller's; a title cannot."""
    said = texts_by_box(listing)
    names = (listing.producer.name, said.pop("teller"))
    del said["title"]
    transcripts = listing.product.story.voices.values_list("transcript", flat=True)
    return any(is_named_in(text, *names) for text in (*said.values(), *captions_of(listing), *transcripts))


def tell_of_hidden_words(producer_id: int, scope: str) -> None:
    """Ask her point to read her goods again when her yes to her name ends (AFTER_CONSENT_END).

    Words that say it are hidden in the same moment; titles, and what else tells who she is, a person mends.
    """
    if scope != ConsentScope.NAME_AND_PICTURE:
        return
    producer = Producer.objects.select_related("point").get(pk=producer_id)
    hers = (
        Listing.objects.filter(producer=producer).exclude(state__in=GONE).select_related("product__story", "producer")
    )
    if not hers:
        return
    hidden = [str(each) for each in hers if names_her(each)]
    said = f" Lời viết nêu tên đã ẩn ở: {', '.join(hidden)}." if hidden else ""
    notify(
        producer.point,
        f"{producer} thôi cho đăng tên.{said} Xin đọc lại tên hàng, câu chuyện và ghi chú: chỗ nào còn cho biết bà con "
        "là ai thì viết lại.",
        url=reverse("work-producer", args=[producer.pk]),
        producer=producer,
    )


def captions_of(listing: Listing, wanted: Wanted = None) -> list[str]:
    """What is said of the photos, which buyers hear and read in their place."""
    if wanted and "photos" in wanted:
        return [caption for _, caption in wanted["photos"]]
    photos = ListingPhoto.objects.filter(image__product=listing.product_id)
    return list(photos.order_by("image__display_order", "image_id").values_list("image__caption", flat=True))


def banned_sentence(found: Found) -> str:
    """What an officer has to change, and how to be read rightly if the market read it wrongly."""
    otherwise = " Nếu không phải ý đó, hãy gõ có dấu." if found.is_bare else ""
    return f"Không được dùng “{found.typed}” ({found.word.meaning}), ở chỗ “{found.excerpt}”. Xin viết lại.{otherwise}"


def words_notice(text: str, *, on: date) -> str:
    """What an officer reads beside the box while writing; empty where nothing is found."""
    found = found_in(text, on=on)
    if not found:
        return ""
    banned = " Còn từ không được dùng thì chưa gửi duyệt được." if any(each.is_banned for each in found) else ""
    said = dict.fromkeys(f"“{each.excerpt}” ({each.why})" for each in found)
    return f"Xem lại: {'; '.join(said)}.{banned}"


def with_marks(shown: ShownListing, *, on: date) -> ShownListing:
    """The listing as the buyer sees it, with every word of the list marked where it stands."""
    return replace(
        shown,
        title=marked(shown.title, on=on),
        description=marked(shown.description, on=on),
        unit=marked(shown.unit, on=on),
        season_note=marked(shown.season_note, on=on),
        story=marked(shown.story, on=on),
        teller=marked(shown.teller, on=on),
        origin_group=marked(shown.origin_group, on=on),
        details=[(marked(name, on=on), marked(value, on=on)) for name, value in shown.details],
    )

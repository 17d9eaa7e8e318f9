"""Words that name the producer: without her yes to her name they are not shown, whoever typed them."""

from django.urls import reverse

from catalog.stories.models import Story
from common.text import fold
from producers.consents.states import ConsentScope
from producers.directory.models import Producer
from producers.directory.names import bare_name
from producers.notices.services import notify

FEWEST_WORDS = 2
"""A name of one word is a word of the language too: "Mai" is tomorrow."""


def names_her(text: str, *names: str) -> bool:
    """Whether the text says one of these names in full, with marks or without, whatever title stands before it."""
    said = f" {fold(text)} "
    bare = (bare_name(name) for name in names if name)
    return any(f" {name} " in said for name in bare if len(name.split()) >= FEWEST_WORDS)


def unnamed(text: str, *names: str) -> str:
    """The text if it names her nowhere; otherwise nothing."""
    return "" if names_her(text, *names) else text


def tell_of_named_stories(producer_id: int, scope: str) -> None:
    """Ask her point to read her stories again when her yes to her name ends (AFTER_CONSENT_END).

    Those that name her are hidden in the same moment; others may still say where she lives.
    """
    if scope != ConsentScope.NAME_AND_PICTURE:
        return
    producer = Producer.objects.select_related("point").get(pk=producer_id)
    hers = Story.objects.filter(product__listing__producer=producer).exclude(text="").select_related("product")
    named = [str(each.product) for each in hers if names_her(each.text, producer.name, each.teller)]
    if named:
        notify(
            producer.point,
            f"{producer} thôi cho đăng tên. Câu chuyện còn nêu tên nên đã ẩn: {', '.join(named)}. "
            "Xin đọc lại và viết lại theo ý bà con.",
            url=reverse("work-producer", args=[producer.pk]),
            producer=producer,
        )
    elif hers:
        notify(
            producer.point,
            f"{producer} thôi cho đăng tên. Xin đọc lại các câu chuyện: có chỗ nào còn cho biết bà con là ai không.",
            url=reverse("work-producer", args=[producer.pk]),
            producer=producer,
        )

"""The one form of a listing, saved at any point with all that was typed, right or wrong."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django import forms
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from catalog.listings.models import Listing
from catalog.listings.promises import BOXES, PAIRS, words_notice
from catalog.listings.queries import facts_of
from catalog.listings.readiness import Missing, ways_to_sell, why_not_so
from catalog.listings.services import Draft
from catalog.listings.states import HowSold, Reach
from catalog.ocop.forms import NEEDED, OPTIONAL, CertificateForm
from catalog.ocop.product_sets import product_sets_on
from catalog.ocop.services import claimed_certificate
from common.drafts import GramsField, RowsField, RowsInput, WholeField
from common.forms import DongField, TidyCharField
from common.money import dong

MONTHS = [(month, f"Tháng {month}") for month in range(1, 13)]
UNITS = ("kg", "gói", "hộp", "hũ", "chai", "lít", "chiếc", "bộ", "tấm", "mét", "cây", "củ", "quả", "chục", "bó", "con")
TAG = re.compile(r"<[a-zA-Z/!]")
TAGS_ARE_LETTERS = "Có dấu < >: người mua sẽ thấy nguyên các chữ này, chợ không đọc chúng như mã HTML."


class KeptPhoto(Protocol):
    """A photo as the form needs it: its number, and what is seen on it."""

    @property
    def key(self) -> int:
        """Its number among the photos of its kind."""

    @property
    def caption(self) -> str:
        """What is seen on it."""


CERTIFICATE = ("has_certificate", *NEEDED, *OPTIONAL)


def product_set_choices() -> list[tuple[str, Any]]:
    """The product sets in force today, under their groups."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for each in product_sets_on(timezone.localdate()):
        groups.setdefault(each.group.name, []).append((each.number, each.name))
    return [("", "Chọn bộ sản phẩm"), *groups.items()]


class ListingForm(CertificateForm):
    """Everything an officer says about a thing for sale. Prices are in đồng, weights in grams."""

    data: MultiValueDict[str, str]

    title = TidyCharField(label="Tên hàng", max_length=120, help_text="Như bà con vẫn gọi: “Khăn thổ cẩm Lào”.")
    description = TidyCharField(
        label="Đó là gì",
        lines=True,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Một, hai câu: làm bằng gì, dùng thế nào.",
    )
    product_set = forms.TypedChoiceField(label="Bộ sản phẩm", choices=product_set_choices, coerce=int, empty_value=None)
    how_sold = forms.ChoiceField(label="Bán thế nào", choices=HowSold.choices, widget=forms.RadioSelect)
    price = DongField(label="Giá bán", help_text="Gõ 125000, 125.000 hay 125k đều được.")
    unit = TidyCharField(
        label="Tính theo", max_length=40, widget=forms.TextInput(attrs={"list": "don-vi"}), help_text="chiếc, gói, kg…"
    )
    weight = GramsField(label="Cân nặng khi gói", help_text="Để tính phí giao. Gõ 300 g hoặc 1,5 kg.")
    stock = WholeField(label="Còn bán được bao nhiêu", help_text="Hàng làm theo đơn: nhận làm nhiều nhất bao nhiêu.")
    days_to_make = WholeField(label="Làm trong bao nhiêu ngày", least=1, most=365, required=False)
    months = forms.TypedMultipleChoiceField(
        label="Tháng nào có hàng",
        choices=MONTHS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bỏ trống nếu quanh năm đều có.",
    )
    season_note = TidyCharField(
        label="Nói thêm về mùa",
        max_length=120,
        required=False,
        help_text="Ví dụ: ngon nhất tháng 5, hái xong là hết.",
    )
    reach = forms.ChoiceField(label="Giao đến đâu", choices=Reach.choices, widget=forms.RadioSelect)
    story = TidyCharField(
        label="Câu chuyện",
        lines=True,
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Ai làm, học từ ai, làm mất bao lâu. Chữ thường, cách dòng giữa các đoạn.",
    )
    teller = TidyCharField(label="Ai kể", max_length=120, required=False)
    origin_group = TidyCharField(
        label="Vốn nghề của dân tộc",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "dan-toc"}),
        help_text="Của món hàng hay của bản làng, không phải dân tộc của người bán.",
    )
    details = RowsField(label="Thông tin thêm", required=False)

    def __init__(self, data: Any = None, *, photos: Iterable[KeptPhoto] = (), **options: Any) -> None:
        super().__init__(data, **options)
        self.captions: dict[int, str] = {}
        for photo in photos:
            self.caption_of(photo)

    def caption_of(self, photo: KeptPhoto) -> forms.BoundField:
        """The box for what is seen on the photo; a photo that came with this very form gets an empty one."""
        name = f"caption_{photo.key}"
        if name not in self.fields:
            self.captions[photo.key] = name
            self.fields[name] = TidyCharField(label=f"Ảnh {len(self.captions)} chụp gì", max_length=120, required=False)
        return self[name]

    def clean(self) -> dict[str, Any]:
        """Refuse a way of selling that these goods must not be sold in."""
        right = super().clean()
        product_set, how_sold = right.get("product_set"), right.get("how_sold")
        if how_sold and how_sold not in ways_to_sell(product_set):
            self.add_error("how_sold", forms.ValidationError(why_not_so(product_set), code="not_so"))
        return right

    def draft(self, version: str) -> Draft:
        """All that was typed, and what of it is right; an empty box is right too, and empties its fact."""
        names = [name for name in self.fields if name not in CERTIFICATE and name not in self.captions.values()]
        right = {name: self.cleaned_data.get(name) for name in names if name not in self.errors}
        for name in ("title", "description", "unit"):
            right.update({name: right[name] or ""} if name in right else {})
        for name in ("how_sold", "reach"):
            if not right.get(name):
                right.pop(name, None)
        return Draft(
            typed=self.typed(),
            right=right,
            version=version,
            certificate=self.certificate(),
            is_certificate_wrong=any(name in self.errors for name in CERTIFICATE),
        )

    def typed(self) -> dict[str, list[str]]:
        """Every box exactly as it was typed."""
        boxes: list[str] = []
        for name, field in self.fields.items():
            boxes += RowsInput.parts(name) if isinstance(field, RowsField) else (name,)
        return {box: list(self.data.getlist(box)) for box in boxes}

    def right_captions(self) -> dict[int, str]:
        """The captions that can be kept, by the photo's number."""
        return {key: self.cleaned_data[name] for key, name in self.captions.items() if name not in self.errors}

    def say_what_is_missing(self, missing: Iterable[Missing]) -> list[Missing]:
        """Put each lack beside its field; return those that have none here."""
        elsewhere = []
        for lack in missing:
            if lack.field not in self.fields:
                elsewhere.append(lack)
            elif lack.field not in self.errors:
                sentence = f"{lack.sentence} ({lack.source})" if lack.source else lack.sentence
                self.add_error(lack.field, forms.ValidationError(sentence, code="missing"))
        return elsewhere

    def notices(self) -> dict[str, str]:
        """What is no error but good to know, by field."""
        today = timezone.localdate()
        boxes = {name: RowsInput.parts(name) if name == "details" else (name,) for name in BOXES}
        texts = {name: PAIRS.join(text for box in boxes[name] for text in self.data.getlist(box)) for name in BOXES}
        said = {
            name: " ".join(filter(None, [TAGS_ARE_LETTERS if TAG.search(text) else "", words_notice(text, on=today)]))
            for name, text in texts.items()
        }
        return {**said, "certificate": self.certificate_notice()}

    def show_other_version(self, stored: Mapping[str, list[str]], by: str) -> list[str]:
        """Say beside each box that differs what somebody else saved there; return the labels of those boxes."""
        differing = []
        mine = self.typed()
        for name, field in self.fields.items():
            boxes = RowsInput.parts(name) if isinstance(field, RowsField) else (name,)
            theirs = [stored.get(box, []) for box in boxes]
            if theirs == [mine[box] for box in boxes]:
                continue
            words = self._readable(field, theirs)
            self[name].help_text = f"{by} vừa ghi ở đây: “{words}”" if words else f"{by} vừa để trống ô này."
            differing.append(str(field.label))
        return differing

    @staticmethod
    def _readable(field: forms.Field, texts: list[list[str]]) -> str:
        if isinstance(field, RowsField):
            return "; ".join(": ".join(row) for row in zip(*texts, strict=False) if any(row))
        choices = field.choices if isinstance(field, forms.ChoiceField) else []
        labels = {str(value): str(label) for value, label in _flat(choices)}
        return ", ".join(labels.get(text, text) for text in texts[0])


def stored_data(listing: Listing, photos: Iterable[KeptPhoto]) -> MultiValueDict[str, str]:
    """What the form holds of the listing: as last typed, else as it stands; stock and price always as they stand."""
    standing = standing_data(facts_of(listing), claimed_certificate(listing.product), photos)
    data = MultiValueDict({**standing, **listing.typed})
    form = ListingForm(data, photos=photos)
    for name in ("price", "stock"):
        if name not in form.errors:
            data.setlist(name, standing[name])
    return MultiValueDict({name: texts for name, texts in data.lists() if texts})


def boxes_of(fact: str) -> tuple[str, ...]:
    """The boxes of the form in which a fact is typed; the name of its field is always one of them."""
    boxes = {"details": ("details", *RowsInput.parts("details")), "certificate": CERTIFICATE}
    return boxes.get(fact, (fact,))


def standing_data(facts: dict[str, Any], claim: Any, photos: Iterable[KeptPhoto]) -> dict[str, list[str]]:
    """What the form holds of plain facts and of a claimed certificate; `facts` has every field of the form."""
    facts = {**facts, "price": facts["price"] and dong(facts["price"]).split("\u00a0")[0]}
    data = {name: _boxes(value) for name, value in facts.items() if name != "details"}
    for part, box in enumerate(RowsInput.parts("details")):
        data[box] = [row[part] for row in facts["details"]]
    if claim:
        data["has_certificate"] = ["on"]
        data |= {name: _boxes(getattr(claim, name)) for name in CERTIFICATE[1:]}
        data |= {name: [f"{getattr(claim, name):%d/%m/%Y}"] for name in ("decision_date", "issued_date")}
    return data | {f"caption_{photo.key}": [photo.caption] for photo in photos}


def _boxes(value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    return [] if value in (None, "") else [str(value)]


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    return [
        pair for value, label in choices for pair in (label if isinstance(label, list | tuple) else [(value, label)])
    ]

"""Where a parcel goes: to whom, which commune, which house."""

from dataclasses import dataclass

from oscar.apps.address.models import Country, UserAddress

from common.phones import normalise_phone
from producers.places.models import Commune


@dataclass(frozen=True, slots=True)
class Address:
    """A person and a house; `phone` as "0912345678"."""

    recipient: str
    phone: str
    commune: Commune
    house: str

    @property
    def place(self) -> str:
        """The house and its place in one line."""
        return f"{self.house}, {self.commune.full_name}"

    @property
    def international_phone(self) -> str:
        """The number as Oscar keeps it: "+84912345678"."""
        return f"+84{self.phone[1:]}"


def address_kept(kept: UserAddress) -> Address:
    """The address that Oscar's row keeps."""
    return Address(
        recipient=kept.first_name,
        phone=normalise_phone(str(kept.phone_number)),
        commune=kept.place.commune,
        house=kept.line1,
    )


def oscar_fields(address: Address) -> dict[str, str]:
    """The address in the columns of Oscar's address models."""
    return {
        "first_name": address.recipient,
        "line1": address.house,
        "line3": f"{address.commune.get_kind_display()} {address.commune.name}",
        "line4": address.commune.province.name,
        "phone_number": address.international_phone,
    }


def vietnam() -> Country:
    """The one country this market delivers to."""
    found, _ = Country.objects.get_or_create(
        pk="VN", defaults={"printable_name": "Việt Nam", "name": "Việt Nam", "is_shipping_country": True}
    )
    return found

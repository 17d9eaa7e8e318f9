"""What a buyer's account does: it opens, it keeps addresses, it changes its name and password."""

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlsafe_base64_encode
from oscar.apps.address.models import UserAddress

from common.audit.services import name_of, record
from common.policies.services import accept
from common.policies.texts import Version
from shop.accounts.address import Address, oscar_fields, vietnam
from shop.checkout.models import AddressPlace


class NameTaken(Exception):  # noqa: N818
    """There is an account of that phone number or e-mail address already."""


class AddressKeptAlready(Exception):  # noqa: N818
    """Another kept address says the same."""


def open_account(*, name: str, contact: str, password: str, accepts: list[Version]) -> User:
    """Open a buyer's account and write down which texts she accepted. Raises NameTaken.

    Orders placed as a guest with the same phone are not tied to it: nobody has proved whose the number is.
    """
    email = contact if "@" in contact else ""
    try:
        with transaction.atomic():
            user = User.objects.create_user(contact, email, password, first_name=name)
            accept(accepts, subject=user, by=user)
            record("account.opened", by=user, subject=user, after=accepted(accepts))
    except IntegrityError as error:
        raise NameTaken(contact) from error
    return user


@transaction.atomic
def accept_new_texts(user: User, versions: list[Version]) -> None:
    """Write down that the user accepts these versions."""
    accept(versions, subject=user, by=user)
    record("policy.accepted", by=user, subject=user, after=accepted(versions))


def accepted(versions: list[Version]) -> dict[str, int]:
    """The versions as the audit trail keeps them."""
    return {version.policy: version.number for version in versions}


@transaction.atomic
def rename(user: User, *, name: str) -> None:
    """Change the name that people see; the trail keeps the one of before."""
    before = name_of(user)
    user.first_name, user.last_name = name, ""
    user.save(update_fields=["first_name", "last_name"])
    record("account.renamed", by=user, subject=user, before={"name": before}, after={"name": name})


@transaction.atomic
def change_password(user: User, *, password: str) -> None:
    """Set a new password; all other places where this person is signed in are signed out by it."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record("account.password_changed", by=user, subject=user)


def send_reset_link(email: str) -> None:
    """Send a link that sets a new password to the account with that address; send nothing if there is none."""
    for user in User.objects.filter(email__iexact=email, is_active=True):
        path = reverse("reset-password", args=[encode_id(user.pk), default_token_generator.make_token(user)])
        text = render_to_string(
            "accounts/reset_email.txt", {"link": settings.PUBLIC_ADDRESS + path, "name": name_of(user)}
        )
        send_mail("Đặt lại mật khẩu ở Chợ Phiên", text, None, [user.email])


def encode_id(user_id: int) -> str:
    """The user's number as it stands in a link."""
    return urlsafe_base64_encode(str(user_id).encode())


@transaction.atomic
def keep_address(user: User, address: Address, *, is_usual: bool = False) -> UserAddress:
    """Keep the address in the account; one that is kept already stays one. The first one is the usual one."""
    row = UserAddress(user_id=user.pk, country=vietnam(), **oscar_fields(address))
    mine = UserAddress.objects.filter(user=user.pk)
    row = mine.filter(hash=row.generate_hash()).first() or row
    row.is_default_for_shipping = is_usual or row.is_default_for_shipping or not mine.exists()
    return _save(row, address)


@transaction.atomic
def correct_address(kept: UserAddress, address: Address, *, is_usual: bool) -> UserAddress:
    """Change a kept address. Raises AddressKeptAlready if it becomes the same as another one."""
    for column, value in oscar_fields(address).items():
        setattr(kept, column, value)
    same = UserAddress.objects.filter(user=kept.user_id, hash=kept.generate_hash()).exclude(pk=kept.pk)
    if same.exists():
        raise AddressKeptAlready(str(kept))
    kept.is_default_for_shipping = is_usual or kept.is_default_for_shipping
    return _save(kept, address)


@transaction.atomic
def forget_address(kept: UserAddress) -> None:
    """Delete a kept address; if it was the usual one, the newest of the others becomes that. Orders keep theirs."""
    kept.delete()
    rest = UserAddress.objects.filter(user=kept.user_id).order_by("-pk")
    if kept.is_default_for_shipping and (newest := rest.first()):
        rest.filter(pk=newest.pk).update(is_default_for_shipping=True)


def _save(row: UserAddress, address: Address) -> UserAddress:
    row.phone_number = address.international_phone
    row.save()
    AddressPlace.objects.update_or_create(address=row, defaults={"commune": address.commune})
    return row

"""One port for what leaves the market's own pages: a way to send is a function of the notice, named in NOTICE_WAYS."""

import logging

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage, get_connection
from django.utils.module_loading import import_string

from producers.directory.states import Role
from producers.notices.models import Notice

log = logging.getLogger(__name__)


def send(notice: Notice) -> None:
    """Send the notice every way that settings name; a way that fails loses nothing, for the notice is on the screen."""
    for path in settings.NOTICE_WAYS:
        try:
            import_string(path)(notice)
        except Exception as trouble:
            # Its kind alone: the words of a mail server's refusal may hold people's addresses.
            log.warning("notice %s was not sent by %s: %s", notice.pk, path, type(trouble).__name__)


def by_email(notice: Notice) -> None:
    """Write to the officers of the point who have an e-mail address, to each by himself."""
    addresses = User.objects.filter(
        memberships__point=notice.point_id, memberships__role=Role.OFFICER, memberships__ended_at=None, is_active=True
    ).exclude(email="")
    about = f"{notice.producer}: " if notice.producer else ""
    letters = [
        EmailMessage(
            subject=f"Chợ Phiên: tin cho {notice.point}",
            body=f"{about}{notice.text}\n\nXem: {settings.PUBLIC_ADDRESS}{notice.url}\n\n"
            f"Tin này cũng nằm ở mục Tin trên trang của {notice.point}.\n",
            to=[address],
        )
        for address in addresses.order_by("pk").values_list("email", flat=True)
    ]
    if letters:
        get_connection().send_messages(letters)

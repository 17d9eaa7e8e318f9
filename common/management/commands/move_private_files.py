"""Move the scans of papers into the storage of private files: once, after the upgrade that brought it."""

from typing import Any

from django.core.management.base import BaseCommand

from common.private.moving import move_scans


class Command(BaseCommand):
    """`manage.py move_private_files`"""

    help = "Chuyển ảnh chụp giấy tờ sang kho riêng; chạy lại bao nhiêu lần cũng được."

    def handle(self, *args: Any, **options: Any) -> None:
        """Move and say how many."""
        self.stdout.write(f"Đã chuyển {move_scans()} tệp.")

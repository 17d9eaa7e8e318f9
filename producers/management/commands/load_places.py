"""Load provinces, communes and former communes from the project's data files; run it after every new data date."""

from typing import Any

from django.core.management.base import BaseCommand

from producers.places.services import DATA_DATE, load_places


class Command(BaseCommand):
    """`manage.py load_places`"""

    help = "Nạp tỉnh, xã và xã cũ; chạy lại bao nhiêu lần cũng được."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say what changed."""
        for kind, done in load_places().items():
            self.stdout.write(f"{done.total} {kind}: {done.new} mới, {done.changed} đổi, {done.ended} hết hiệu lực")
        self.stdout.write(f"Số liệu ngày {DATA_DATE:%d/%m/%Y}")

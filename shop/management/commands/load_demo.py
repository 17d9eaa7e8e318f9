"""Load the demo market once, with its progress shown."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from catalog.listings.models import Listing
from shop.demo.catalogue import read_market
from shop.demo.loading.applicants import load_applicants
from shop.demo.loading.changes import load_change
from shop.demo.loading.consents import load_consents
from shop.demo.loading.listings import load_listings
from shop.demo.loading.moderation import load_moderation
from shop.demo.loading.orders import load_orders
from shop.demo.loading.people import load_people, load_points
from shop.demo.loading.pictures import load_pictures
from shop.demo.loading.producers import load_producers
from shop.demo.loading.upkeep import load_upkeep


class Command(BaseCommand):
    """`manage.py load_demo`, into a database that has places and no listing."""

    help = "Load the demo market: points, people, producers, 82 products, a few orders."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """No arguments."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Load everything or nothing. Raises CommandError if the market is not empty."""
        if Listing.objects.exists():
            raise CommandError("The market already has listings; `make demo-reset` starts anew.")
        started = time.monotonic()
        market = read_market()
        paths = [path for product in market.products for path in product.pictures]
        portraits = {producer.key: producer.picture for producer in market.producers if producer.picture.exists()}
        pictures = load_pictures([*paths, *portraits.values()], self._show)
        with transaction.atomic():
            points = load_points(market)
            people = load_people(market, points)
            producers = load_producers(market, points, {key: pictures[path] for key, path in portraits.items()})
            load_applicants(market, points)
            listings = load_listings(market, producers, pictures)
            load_change(listings)
            load_orders(listings, people)
            load_upkeep(listings)
            load_consents(producers)
            load_moderation(listings, people)
        self.stdout.write(
            f"\rDemo: {len(listings)} products of {len(producers)} producers at {len(points)} support points "
            f"({time.monotonic() - started:.0f} s)."
        )

    def _show(self, done: int, wanted: int) -> None:
        self.stdout.write(f"\rPictures: {done} of {wanted}", ending="")
        self.stdout.flush()

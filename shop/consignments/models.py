"""Consignments: one per producer in an order, each with its own fee, state and papers."""

from typing import ClassVar

from django.db import models
from oscar.apps.order.models import Line, Order

from common.transitions import Actor, Moves
from producers.directory.models import Producer, SupportPoint
from producers.directory.queries import AnyUser, actors_towards
from shop.consignments.states import MOVES, NOTHING_DUE, ConsignmentState


class Consignment(models.Model):
    """One producer's part of an order. Sums are whole đồng; the buyer pays cash to the carrier.

    `stated_age` is the age that the buyer stated the recipient has reached, where the goods ask for one; else 0.
    `age_checked_by` names who saw at the door that it is so; empty until it is delivered, and where nobody asks.
    """

    moves: ClassVar[Moves] = MOVES

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="consignments")
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="consignments")
    point = models.ForeignKey(SupportPoint, on_delete=models.PROTECT, related_name="consignments")
    number = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=10, choices=ConsignmentState, default=ConsignmentState.PLACED)
    goods_dong = models.PositiveBigIntegerField()
    fee_dong = models.PositiveBigIntegerField()
    days_min = models.PositiveSmallIntegerField()
    days_max = models.PositiveSmallIntegerField()
    carrier = models.CharField(max_length=60, blank=True)
    tracking_no = models.CharField(max_length=40, blank=True)
    placed_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    packed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)
    stated_age = models.PositiveSmallIntegerField(default=0)
    age_checked_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["order", "producer"], name="one_consignment_per_producer")]
        indexes = [models.Index(fields=["producer", "state", "placed_at"], name="consignment_work_list")]

    def __str__(self) -> str:
        return self.number

    def actors(self, by: AnyUser | None) -> frozenset[Actor]:
        """As what `by` acts on this parcel; None is whoever holds the order's unguessable link, and so its buyer."""
        if by is None:
            return frozenset({Actor.BUYER})
        buyers = {Actor.BUYER} if by.pk == self.order.user_id else set()
        return actors_towards(by, self.producer) | buyers

    @property
    def due_dong(self) -> int:
        """What the buyer pays for this parcel, in đồng."""
        return 0 if self.state in NOTHING_DUE else self.goods_dong + self.fee_dong

    @property
    def least_age(self) -> int:
        """How old whoever takes it must be, for what is really in it; 0 where nobody asks."""
        return max((line.least_age for line in self.lines.all() if line.quantity), default=0)


class ConsignmentLine(models.Model):
    """One thing in a consignment; `confirmed` is what the producer can really give, once asked.

    `least_age` is how old its recipient must be by the law of the day of the order; 0 where nobody asks.
    """

    consignment = models.ForeignKey(Consignment, on_delete=models.CASCADE, related_name="lines")
    order_line = models.OneToOneField(Line, on_delete=models.PROTECT, related_name="consignment_line")
    title = models.CharField(max_length=255)
    unit = models.CharField(max_length=40)
    price_dong = models.PositiveBigIntegerField()
    ordered = models.PositiveIntegerField()
    confirmed = models.PositiveIntegerField(null=True)
    least_age = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed__isnull=True) | models.Q(confirmed__lte=models.F("ordered")),
                name="confirmed_at_most_ordered",
            )
        ]

    def __str__(self) -> str:
        return f"{self.ordered} × {self.title}"

    @property
    def quantity(self) -> int:
        """How many the buyer gets: the confirmed number once known, else the ordered one."""
        return self.ordered if self.confirmed is None else self.confirmed

    @property
    def total_dong(self) -> int:
        """Price times quantity, in đồng."""
        return self.price_dong * self.quantity

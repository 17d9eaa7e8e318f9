"""Small printed marks for labels: leaf, mountain, drop, ear of rice, bee cell and so on."""

import math
from collections.abc import Callable

from shop.demo.drawing.base.colour import Ink
from shop.demo.drawing.base.tile import Pen, smooth

Emblem = Callable[[Pen, float, float, float, Ink], None]


def leaf(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """A sprig of two leaves and a bud."""
    for side, lean in ((-1, 0.55), (1, 0.55), (0, 1.0)):
        tip = (x + side * size * 0.9, y - size * lean)
        bend = [
            (x, y + size * 0.8),
            (x + side * size * 0.75 + (0.22 * size if side == 0 else 0), y - size * 0.02),
            tip,
            (x + side * size * 0.2 - (0.22 * size if side == 0 else 0), y - size * 0.2),
        ]
        pen.polygon(smooth(bend, closed=True), ink)
    pen.line([(x, y + size), (x, y)], ink, size * 0.09)


def mountain(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """Three peaks and a sun."""
    pen.ellipse(x + size * 0.42, y - size * 0.62, size * 0.24, size * 0.24, ink)
    pen.polygon(
        [(x - size * 1.15, y + size * 0.7), (x - size * 0.35, y - size * 0.75), (x + size * 0.45, y + size * 0.7)], ink
    )
    pen.polygon(
        [(x + size * 0.05, y + size * 0.7), (x + size * 0.6, y - size * 0.12), (x + size * 1.15, y + size * 0.7)], ink
    )
    pen.line([(x - size * 1.15, y + size * 0.92), (x + size * 1.15, y + size * 0.92)], ink, size * 0.09)


def cell(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """Three cells of a honeycomb."""
    for dx, dy in ((-0.47, -0.27), (0.47, -0.27), (0.0, 0.54)):
        ring = [
            (x + size * (dx + 0.5 * math.cos(a)), y + size * (dy + 0.5 * math.sin(a)))
            for a in (math.pi * (n / 3 + 1 / 6) for n in range(7))
        ]
        pen.line(ring, ink, size * 0.13)


def ear(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """A bent ear of rice."""
    stem = smooth(
        [
            (x - size * 0.5, y + size),
            (x - size * 0.25, y),
            (x + size * 0.25, y - size * 0.7),
            (x + size * 0.8, y - size * 0.4),
        ]
    )
    pen.line(stem, ink, size * 0.07)
    for n, (px, py) in enumerate(stem[9:]):
        for side in (-1, 1):
            a = -0.9 + n * 0.14 + side * 0.6
            pen.ellipse(px + size * 0.16 * math.cos(a), py + size * 0.16 * math.sin(a), size * 0.11, size * 0.075, ink)


def drop(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """A drop of oil."""
    ring = [
        (x, y - size),
        (x + size * 0.5, y - size * 0.05),
        (x + size * 0.56, y + size * 0.45),
        (x, y + size * 0.92),
        (x - size * 0.56, y + size * 0.45),
        (x - size * 0.5, y - size * 0.05),
    ]
    pen.polygon(smooth(ring, closed=True), ink)


def root(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """A forked root with a leaf."""
    for points, wide in (
        (((0.0, -0.5), (0.05, 0.1), (-0.1, 0.6), (0.1, 1.0)), 0.26),
        (((0.0, 0.0), (0.4, 0.4), (0.5, 0.9)), 0.13),
        (((0.0, 0.1), (-0.45, 0.4), (-0.6, 0.8)), 0.12),
    ):
        pen.line(smooth([(x + size * a, y + size * b) for a, b in points]), ink, size * wide)
    leaf(pen, x, y - size * 0.62, size * 0.42, ink)


def flame(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """A fire."""
    ring = [
        (x, y - size),
        (x + size * 0.42, y - size * 0.15),
        (x + size * 0.62, y + size * 0.4),
        (x + size * 0.2, y + size * 0.9),
        (x - size * 0.3, y + size * 0.88),
        (x - size * 0.6, y + size * 0.35),
        (x - size * 0.22, y - size * 0.1),
    ]
    pen.polygon(smooth(ring, closed=True), ink)


def fish(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """A fish."""
    body = [
        (x - size, y),
        (x - size * 0.3, y - size * 0.42),
        (x + size * 0.5, y - size * 0.1),
        (x + size * 0.5, y + size * 0.1),
        (x - size * 0.3, y + size * 0.42),
    ]
    pen.polygon(smooth(body, closed=True), ink)
    pen.polygon(
        [(x + size * 0.4, y), (x + size, y - size * 0.4), (x + size * 0.82, y), (x + size, y + size * 0.4)], ink
    )


def fruit(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """A round fruit with a leaf."""
    pen.ellipse(x, y + size * 0.2, size * 0.66, size * 0.64, ink)
    pen.line([(x, y - size * 0.3), (x + size * 0.1, y - size * 0.75)], ink, size * 0.09)
    ring = [
        (x + size * 0.1, y - size * 0.6),
        (x + size * 0.45, y - size * 0.95),
        (x + size * 0.85, y - size * 0.75),
        (x + size * 0.5, y - size * 0.5),
    ]
    pen.polygon(smooth(ring, closed=True), ink)


def lozenge(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """Lozenge in lozenge, the mark of the market."""
    outer = [(x, y - size), (x + size, y), (x, y + size), (x - size, y), (x, y - size)]
    pen.line(outer, ink, size * 0.16)
    pen.polygon([(x, y - size * 0.5), (x + size * 0.5, y), (x, y + size * 0.5), (x - size * 0.5, y)], ink)


def pepper(pen: Pen, x: float, y: float, size: float, ink: Ink) -> None:
    """A twig with berries."""
    pen.line(smooth([(x - size * 0.8, y + size * 0.8), (x, y), (x + size * 0.7, y - size * 0.8)]), ink, size * 0.07)
    for n in range(7):
        a = n * 2.4
        pen.ellipse(
            x + size * (0.2 + 0.09 * n) * math.cos(a),
            y + size * (0.15 + 0.09 * n) * math.sin(a),
            size * 0.17,
            size * 0.17,
            ink,
        )

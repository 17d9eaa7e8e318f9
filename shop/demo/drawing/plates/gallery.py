"""All products and their views, by the number of the product."""

from shop.demo.drawing.plates import cloth, lamp, remedy, stay
from shop.demo.drawing.plates.pantry import bottles, dough, dried, fresh, honey, infusions, rice, smoked, spice, tea
from shop.demo.drawing.plates.sitting import Painter

PRODUCTS: dict[int, tuple[Painter, ...]] = {
    number: views
    for plate in (
        tea, infusions, rice, dough, honey, bottles, fresh, smoked, spice, dried, remedy, cloth, lamp, stay
    )
    for number, views in plate.PICTURES.items()
}  # fmt: skip

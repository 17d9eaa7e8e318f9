"""Colour, texture, shade and light: what every picture is made of."""

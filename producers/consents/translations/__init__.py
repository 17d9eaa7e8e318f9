"""Texts of consent in the languages of the producers, brought in while the market runs; none is shipped."""

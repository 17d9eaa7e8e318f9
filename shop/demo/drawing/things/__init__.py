"""The goods and the vessels they stand in."""

"""Drawings of the market, made by scripts that are run by hand."""

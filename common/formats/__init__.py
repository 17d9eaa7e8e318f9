"""Formats of dates and numbers, one package a language."""

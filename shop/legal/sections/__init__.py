"""The sections of a file, each written by one function that settings.LEGAL_SECTIONS names."""

"""Load the demo market into an empty database, dated relative to today."""

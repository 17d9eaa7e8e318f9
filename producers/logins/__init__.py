"""A producer's own login: which accounts may act for her; given and ended by administrators alone."""

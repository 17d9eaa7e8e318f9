"""What can be done to a thing by one press, some of it only with a word of why: one shape, one form, one view."""

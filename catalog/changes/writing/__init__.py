"""The same long form, for a change of what is on sale."""

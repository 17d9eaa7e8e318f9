"""From a file or a pasted text to lines whose cells are known; nothing here knows the database."""

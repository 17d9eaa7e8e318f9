"""Where the money of an approved producer goes, and her tax code: changed by two people, never by one."""

"""Numbers and days of law and market, and the deadlines that follow from them."""

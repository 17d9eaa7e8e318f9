"""Drafts of producers, typed by helpers of a community digital group for the officers of their point."""

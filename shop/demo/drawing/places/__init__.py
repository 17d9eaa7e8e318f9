"""Mountains, fields, houses and yards: where the goods come from."""

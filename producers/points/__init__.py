"""Support points as everybody finds them: services, opening hours, the map; and the pages that keep them right."""

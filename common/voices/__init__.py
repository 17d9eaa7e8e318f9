"""Recordings on their way in: decoded and written anew, never kept as they came."""

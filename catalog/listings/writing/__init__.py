"""The long form on which officers write a listing."""

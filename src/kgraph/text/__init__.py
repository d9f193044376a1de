"""Level 0: Korean and English strings in, values out; pure functions, no graph."""

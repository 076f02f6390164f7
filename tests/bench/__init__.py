"""Measures of the whole system, as ratios within one run: `make bench`."""

"""Rounds of check-ins."""

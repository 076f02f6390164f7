"""Asking: check-ins, attempts and replies."""

"""Whom we ask: people, their numbers, the import, their timeline."""

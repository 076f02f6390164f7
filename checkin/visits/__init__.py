"""Visits: the caretaker rings the doorbell of tenants whom nobody reached by telephone."""

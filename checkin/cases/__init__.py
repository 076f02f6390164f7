"""Tenants who wait for a person, and the people who ring them."""

"""Colleagues: joining by an invitation, what they say about themselves, and the teams they work in."""

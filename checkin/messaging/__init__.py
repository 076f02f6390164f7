"""Texts and calls, without a word about who carries them."""

"""How a talk was, for the tenant and for the colleague."""

from __future__ import annotations

from enum import StrEnum


class Reaction(StrEnum):
    """How the tenant took the call, as the colleague heard it."""

    GLAD = "glad"
    CALM = "calm"
    CURT = "curt"
    SAD = "sad"


class Feeling(StrEnum):
    """How the colleague comes out of the talk."""

    GOOD = "good"
    ORDINARY = "ordinary"
    HEAVY = "heavy"

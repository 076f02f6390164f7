"""The small words of politeness, for those who read a plain yes or no to a question of their own."""

from __future__ import annotations

POLITE_WORDS = frozenset(
    {
        *("aub", "a", "u", "b", "alstublieft", "alsjeblieft", "svp", "please", "dank", "wel", "je", "dankuwel"),
        *("dankjewel", "bedankt", "thanks", "thank", "you", "hoor", "mevrouw", "meneer", "dag", "hallo", "hoi"),
        *("goedemorgen", "goedemiddag", "goedenavond", "groet", "groetjes"),
    }
)

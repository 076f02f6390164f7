"""What a colleague hears on the telephone, in Dutch and English; nobody records these."""

from __future__ import annotations

DUTCH = {
    "hello": ("Dag, dit is {org}.",),
    "unknown key": ("Die toets ken ik niet.",),
    "no key": ("U heeft nog niets gekozen.",),
    "too late": ("Dit is al klaar.", "U hoeft niets te doen.", "Dag!"),
}
ENGLISH = {
    "hello": ("Hello, this is {org}.",),
    "unknown key": ("I do not know that key.",),
    "no key": ("You have not chosen yet.",),
    "too late": ("This has been dealt with.", "You need not do anything.", "Goodbye!"),
}
COLLEAGUE_SENTENCES = {"nl": DUTCH, "en": ENGLISH}

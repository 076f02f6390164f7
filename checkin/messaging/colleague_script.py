"""What a call to a colleague says: a question that only a key answers, and that waits for one."""

from __future__ import annotations

from checkin.messaging.callscript import FIRST_STEP, AskKey, Say, Script, Voice, fixed_values
from checkin.messaging.colleague_sentences import COLLEAGUE_SENTENCES

FALLBACK_LANGUAGE = "nl"
SILENT_ROUNDS = 3
"""So often it is asked of somebody who presses nothing: a voicemail never will."""


def say(voice: Voice, *parts: str, **values: str) -> Say:
    """Say parts of the sentences for colleagues, filled in; each sentence begins with a capital."""
    language = voice.language if voice.language in COLLEAGUE_SENTENCES else FALLBACK_LANGUAGE
    table, given = COLLEAGUE_SENTENCES[language], values | fixed_values(voice)
    said = (sentence.format(**given) for part in parts for sentence in table[part])
    return Say(tuple(sentence[:1].upper() + sentence[1:] for sentence in said), language)


def first_question(voice: Voice, question: Say) -> Script:
    """Open the call: who rings, and the question."""
    return _asking(voice, FIRST_STEP, "hello", question)


def wrong_key(voice: Voice, question: Say) -> Script:
    """Ask again after a key that means nothing here; somebody is there, so silence is counted anew."""
    return _asking(voice, FIRST_STEP, "unknown key", question)


def no_key(voice: Voice, step: int, question: Say) -> Script | None:
    """Ask again after silence; None when it was asked often enough."""
    return _asking(voice, step + 1, "no key", question) if step + 1 < SILENT_ROUNDS else None


def too_late(voice: Voice) -> Script:
    """End a call about something that has been dealt with."""
    return Script((say(voice, "too late"),))


def _asking(voice: Voice, step: int, before: str, question: Say) -> Script:
    return Script((say(voice, before), question, AskKey(step, voice.seconds)))

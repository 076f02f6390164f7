"""Turns a call script into the provider's call instructions (NCCO)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

from checkin.messaging.callscript import LONG_PAUSE, AskKey, Join, PutThrough, Say, Script, pause_before
from checkin.messaging.gateway import LONGEST_CONVERSATION
from checkin.messaging.house_words import asks_for_key
from checkin.settings import Settings
from checkin.vonage.addresses import Webhook, address, recording_address

SOUNDING = frozenset({"talk", "stream"})
LONGEST_TALK = 1500
LONGEST_WAIT = 10
LANGUAGES = {
    "nl": "nl-NL",
    "en": "en-GB",
    "de": "de-DE",
    "fr": "fr-FR",
    "tr": "tr-TR",
    "pl": "pl-PL",
    "ar": "ar",
    "uk": "uk-UA",
}
"""The provider's names of the languages that its voices speak."""
DUTCH = LANGUAGES["nl"]
OPEN, CLOSE = '<speak><prosody rate="slow">', "</prosody></speak>"
ROOM = LONGEST_TALK - len(OPEN) - len(CLOSE)
# What XML cannot hold at all, escaped or not.
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Action = dict[str, Any]


NOTHING_RECORDED: Mapping[tuple[str, tuple[str, ...]], str] = MappingProxyType({})


def instructions(
    script: Script,
    settings: Settings,
    reference: str | None,
    recorded: Mapping[tuple[str, tuple[str, ...]], str] = NOTHING_RECORDED,
) -> list[Action]:
    """Give the NCCO of a script; keys come back to us with `reference` and the step of the menu.

    `recorded` names the file of every language and sentences that somebody spoke in; the rest is spoken by the
    computer's voice.
    """
    actions: list[Action] = []
    for step in script.steps:
        if isinstance(step, Say):
            for said in _parted(step, recorded):
                actions += [_stream(said, settings)] if isinstance(said, str) else _talks(said, settings)
        elif isinstance(step, AskKey):
            actions.append(_input(step, settings, reference))
        else:
            actions.append(_join(step) if isinstance(step, Join) else _connect(step, settings))
    return _interruptible(actions)


def _parted(said: Say, recorded: Mapping[tuple[str, tuple[str, ...]], str]) -> Iterator[Say | str]:
    """Part what is said into files that are played and sentences that are spoken; the longest recording goes first."""
    spoken: list[str] = []
    rest = said.sentences
    while rest:
        lengths = range(len(rest), 0, -1) if recorded else ()
        length = next((length for length in lengths if (said.language, rest[:length]) in recorded), 0)
        if not length:
            spoken.append(rest[0])
            rest = rest[1:]
            continue
        if spoken:
            yield Say(tuple(spoken), said.language)
            spoken = []
        yield recorded[said.language, rest[:length]]
        rest = rest[length:]
    if spoken:
        yield Say(tuple(spoken), said.language)


def _stream(file: str, settings: Settings) -> Action:
    return {"action": "stream", "streamUrl": [recording_address(settings, file)]}


def _talks(said: Say, settings: Settings) -> list[Action]:
    language = LANGUAGES.get(said.language, DUTCH)
    style = {"style": settings.voice_style} if language == DUTCH else {}
    return [
        {"action": "talk", "text": f"{OPEN}{spoken}{CLOSE}", "language": language, **style}
        for spoken in _portions(said)
    ]


def _input(asked: AskKey, settings: Settings, reference: str | None) -> Action:
    query = {"reference": reference} if reference else {}
    return {
        "action": "input",
        "type": ["dtmf"],
        "dtmf": {"timeOut": min(asked.seconds, LONGEST_WAIT), "maxDigits": asked.digits, "submitOnHash": False},
        "eventUrl": [address(settings, Webhook.KEYS, **query, step=asked.step)],
        "eventMethod": "POST",
    }


def _connect(step: PutThrough, settings: Settings) -> Action:
    return {
        "action": "connect",
        "endpoint": [{"type": "phone", "number": step.number.removeprefix("+")}],
        "from": settings.organisation_number.lstrip("+"),
        "timeout": settings.ring_seconds,
        "limit": int(LONGEST_CONVERSATION.total_seconds()),
        # It only tells who was listening: a person who is taken for a machine must not be cut off.
        "machineDetection": "continue",
        # When nobody is there, the colleague who waits hears why.
        "eventType": "synchronous",
        "eventUrl": [address(settings, Webhook.LEG, reference=step.reference)],
        "eventMethod": "POST",
    }


def _join(step: Join) -> Action:
    return {"action": "conversation", "name": step.room, "endOnExit": True}


def _interruptible(actions: list[Action]) -> list[Action]:
    """Let a key interrupt all that is said before an input: nobody has to hear the menu out."""
    last_input = max((place for place, one in enumerate(actions) if one["action"] == "input"), default=-1)
    return [
        {**one, "bargeIn": True} if one["action"] in SOUNDING and place < last_input else one
        for place, one in enumerate(actions)
    ]


def _portions(said: Say) -> Iterator[str]:
    """Join sentences with their pauses, in as few portions as the provider's limit allows."""
    portion = ""
    for sentence in said.sentences:
        for piece in _pieces(sentence, said.language):
            joined = f"{portion}{_pause(pause_before(sentence, said.language))}{piece}" if portion else piece
            if len(joined) > ROOM:
                yield portion
                joined = piece
            portion = joined
    if portion:
        yield portion


def _pieces(sentence: str, language: str) -> Iterator[str]:
    """Escape a sentence, and cut one that is too long by itself at its last space."""
    rest = sentence.strip()
    while rest:
        piece = rest[:ROOM]
        while len(marked := _marked(piece, language)) > ROOM:
            piece = piece[: piece.rfind(" ") if " " in piece[1:] else len(piece) // 2]
        yield marked
        rest = rest[len(piece) :].strip()


def _marked(text: str, language: str) -> str:
    """Write plain text as SSML: names and free text may hold any character.

    A key is named in the middle of a sentence too, and deserves its pause there: “Praatje: toets een.”
    """
    before, colon, key = text.rpartition(": ")
    if colon and asks_for_key(key, language):
        return f"{_escaped(before)}: {_pause(LONG_PAUSE)}{_escaped(key)}"
    return _escaped(text)


def _escaped(text: str) -> str:
    return escape(UNSPEAKABLE.sub(" ", text))


def _pause(seconds: float) -> str:
    return f'<break time="{int(seconds * 1000)}ms"/>'

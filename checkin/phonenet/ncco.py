"""Reads an NCCO as the provider does, and refuses what it would not carry out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from checkin.phonenet.numbers import is_wire_number
from checkin.phonenet.speech import SsmlError, read_aloud

Json = dict[str, Any]

LONGEST_TALK = 1500
DIGITS = re.compile(r"[0-9*#]")


class NccoError(ValueError):
    """An NCCO that kills the call; the text is the `reason` of the error event."""


def read_ncco(value: object) -> list[Json]:
    """Return the actions of an NCCO, each known and complete."""
    if not isinstance(value, list):
        message = "Syntax error in NCCO. Not a list of actions."
        raise NccoError(message)
    for action in value:
        if not isinstance(action, dict) or action.get("action") not in CHECKS:
            message = "Syntax error in NCCO. Unknown action."
            raise NccoError(message)
        _check_event_url(action)
        CHECKS[action["action"]](action)
    return value


def read_answer(content_type: str, content: bytes) -> list[Json]:
    """Read the NCCO in an answer; anything but application/json is a dead call."""
    if not content_type.startswith("application/json"):
        message = f"Answer has content type {content_type or 'none'}."
        raise NccoError(message)
    try:
        value = json.loads(content)
    except ValueError as error:
        message = "Syntax error in NCCO. Not JSON."
        raise NccoError(message) from error
    return read_ncco(value)


def _require(condition: object, action: Json, what: str) -> None:
    if not condition:
        message = f"Syntax error in NCCO. Invalid value type or action: {action['action']} {what}."
        raise NccoError(message)


def _check_event_url(action: Json) -> None:
    urls = action.get("eventUrl", [])
    _require(isinstance(urls, list) and all(_is_url(url) for url in urls), action, "eventUrl")
    _require(action.get("eventMethod", "POST") in {"GET", "POST"}, action, "eventMethod")


def _is_url(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def _within(value: object, lowest: float, highest: float) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and lowest <= value <= highest


def _talk(action: Json) -> None:
    text = action.get("text")
    if not isinstance(text, str) or not text.strip():
        _require(condition=False, action=action, what="text")
        return
    try:
        speech = read_aloud(text)
    except SsmlError as error:
        message = f"Syntax error in NCCO. Invalid SSML: {error}."
        raise NccoError(message) from error
    _require(len(speech.text) <= LONGEST_TALK, action, "text")
    _require(isinstance(action.get("bargeIn", False), bool), action, "bargeIn")
    _require(_within(action.get("loop", 1), 0, 1000), action, "loop")
    _require(_within(action.get("level", 0), -1, 1), action, "level")


def _input(action: Json) -> None:
    kinds = action.get("type")
    known = isinstance(kinds, list) and kinds and set(kinds) <= {"dtmf", "speech"}
    _require(bool(known), action, "type")
    dtmf = action.get("dtmf", {})
    _require(isinstance(dtmf, dict), action, "dtmf")
    _require(_within(dtmf.get("timeOut", 3), 0, 10), action, "timeOut")
    _require(_within(dtmf.get("maxDigits", 4), 1, 20), action, "maxDigits")
    _require(isinstance(dtmf.get("submitOnHash", False), bool), action, "submitOnHash")
    _require(isinstance(action.get("speech", {}), dict), action, "speech")


def _stream(action: Json) -> None:
    urls = action.get("streamUrl")
    _require(isinstance(urls, list) and len(urls) == 1 and _is_url(urls[0]), action, "streamUrl")


def _record(action: Json) -> None:
    _require(action.get("format", "mp3") in {"mp3", "wav", "ogg"}, action, "format")
    _require(_within(action.get("endOnSilence", 3), 3, 10), action, "endOnSilence")
    _require(_within(action.get("timeOut", 3), 3, 7200), action, "timeOut")
    _require(DIGITS.fullmatch(str(action.get("endOnKey", "#"))) is not None, action, "endOnKey")


def _notify(action: Json) -> None:
    _require(isinstance(action.get("payload"), dict), action, "payload")
    _require(bool(action.get("eventUrl")), action, "eventUrl")


def _connect(action: Json) -> None:
    endpoints = action.get("endpoint")
    one = isinstance(endpoints, list) and len(endpoints) == 1 and isinstance(endpoints[0], dict)
    _require(one, action, "endpoint")
    endpoint = endpoints[0] if isinstance(endpoints, list) else {}
    _require(endpoint.get("type") == "phone", action, "endpoint type")
    _require(is_wire_number(endpoint.get("number")), action, "endpoint number")
    _require(action.get("eventType", "synchronous") == "synchronous", action, "eventType")
    _require(_within(action.get("timeout", 60), 1, 7200), action, "timeout")
    _require(_within(action.get("limit", 7200), 1, 7200), action, "limit")
    try:
        read_detection(action)
    except NccoError:
        _require(condition=False, action=action, what="machineDetection")


def read_detection(
    action: Json, plain: str = "machineDetection", advanced: str = "advancedMachineDetection"
) -> tuple[str, str]:
    """Return what to do with a machine, and the mode; the advanced kind overrides the other."""
    wished = action.get(advanced)
    if wished is None:
        behaviour, mode = action.get(plain, ""), ""
    elif isinstance(wished, dict):
        behaviour, mode = wished.get("behavior", "continue"), wished.get("mode", "detect")
    else:
        message = "must be an object"
        raise NccoError(message)
    if behaviour not in {"", "continue", "hangup"}:
        message = "must be continue or hangup"
        raise NccoError(message)
    if mode not in {"", "default", "detect", "detect_beep"}:
        message = "mode must be default, detect or detect_beep"
        raise NccoError(message)
    return str(behaviour), str(mode)


def _conversation(action: Json) -> None:
    _require(isinstance(action.get("name"), str) and bool(action["name"]), action, "name")


def _wait(action: Json) -> None:
    _require(isinstance(action.get("timeout", 10), (int, float)), action, "timeout")


CHECKS: dict[str, Callable[[Json], None]] = {
    "talk": _talk,
    "input": _input,
    "stream": _stream,
    "record": _record,
    "notify": _notify,
    "connect": _connect,
    "conversation": _conversation,
    "wait": _wait,
}

"""What the Voice API accepts as a new call, and what it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checkin.phonenet.ncco import NccoError, read_detection, read_ncco
from checkin.phonenet.numbers import is_wire_number
from checkin.phonenet.problems import call_problem

Json = dict[str, Any]

METHODS = {"GET", "POST"}


@dataclass(frozen=True)
class CallRequest:
    """A call that may be made."""

    to: str
    from_: str
    ncco: list[Json] | None
    answer_url: str
    answer_method: str
    event_url: str
    event_method: str
    ringing_timer: float
    length_timer: float
    detection: str
    detection_first: bool


def read_call_request(body: object, numbers: tuple[str, ...]) -> CallRequest:
    """Check a POST /v1/calls field by field (Voice API, create an outbound call)."""
    if not isinstance(body, dict):
        raise call_problem("body", "must be a JSON object")
    if ("ncco" in body) == ("answer_url" in body):
        raise call_problem("ncco", "exactly one of ncco and answer_url is required")
    behaviour, mode = _detection(body)
    return CallRequest(
        to=_to(body),
        from_=_from(body, numbers),
        ncco=_ncco(body),
        answer_url=_url(body, "answer_url"),
        answer_method=_method(body, "answer_method", "GET"),
        event_url=_url(body, "event_url"),
        event_method=_method(body, "event_method", "POST"),
        ringing_timer=_whole(body, "ringing_timer", 60, 120),
        length_timer=_whole(body, "length_timer", 7200, 86_400),
        detection=behaviour,
        detection_first=mode in {"detect", "detect_beep"},
    )


def _to(body: Json) -> str:
    to = body.get("to")
    if not isinstance(to, list) or len(to) != 1 or not isinstance(to[0], dict):
        raise call_problem("to", "must be an array of one endpoint")
    if to[0].get("type") != "phone":
        raise call_problem("to.type", "must be phone")
    if not is_wire_number(to[0].get("number")):
        raise call_problem("to.number", "must be in E.164 format without +")
    return str(to[0]["number"])


def _from(body: Json, numbers: tuple[str, ...]) -> str:
    if body.get("random_from_number") is True:
        if "from" in body:
            raise call_problem("from", "cannot be used with random_from_number")
        return numbers[0]
    sender = body.get("from")
    if not isinstance(sender, dict) or sender.get("type") != "phone":
        raise call_problem("from", "is required")
    if sender.get("number") not in numbers:
        raise call_problem("from.number", "is not a number of this account")
    return str(sender["number"])


def _ncco(body: Json) -> list[Json] | None:
    if "ncco" not in body:
        return None
    try:
        actions = read_ncco(body["ncco"])
    except NccoError as error:
        raise call_problem("ncco", str(error)) from error
    if not actions:
        raise call_problem("ncco", "must hold at least one action")
    return actions


def _url(body: Json, name: str) -> str:
    if name not in body:
        return ""
    urls = body[name]
    good = isinstance(urls, list) and len(urls) == 1 and str(urls[0]).startswith(("http://", "https://"))
    if not good:
        raise call_problem(name, "must be an array of one URL")
    return str(urls[0])


def _method(body: Json, name: str, default: str) -> str:
    method = body.get(name, default)
    if method not in METHODS:
        raise call_problem(name, "must be GET or POST")
    return str(method)


def _whole(body: Json, name: str, default: int, most: int) -> int:
    number = body.get(name, default)
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= most:
        raise call_problem(name, f"must be between 1 and {most}")
    return number


def _detection(body: Json) -> tuple[str, str]:
    """Return what to do with a machine, and the mode."""
    try:
        return read_detection(body, "machine_detection", "advanced_machine_detection")
    except NccoError as error:
        raise call_problem("machine_detection", str(error)) from error

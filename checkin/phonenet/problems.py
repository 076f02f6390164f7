"""The refusals of the provider, in its own shapes."""

from __future__ import annotations

import uuid
from http import HTTPStatus
from typing import Any

Json = dict[str, Any]

GENERAL = "https://developer.vonage.com/api-errors"
MESSAGES = "https://developer.vonage.com/api-errors/messages"


class Problem(Exception):
    """A request that the provider refuses."""

    def __init__(self, status: int, body: Json, headers: dict[str, str] | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.body = body
        self.headers = headers or {}


def _shape(kind: str, title: str, detail: str) -> Json:
    return {"type": kind, "title": title, "detail": detail, "instance": uuid.uuid4().hex}


def unauthorised() -> Problem:
    """401; `unathorized` is misspelt in the provider's own specification."""
    return Problem(
        401,
        _shape(
            f"{GENERAL}#unathorized",
            "You did not provide correct credentials.",
            "Check that you're using the correct credentials, and that your account has this feature enabled.",
        ),
    )


def message_problem(code: str, title: str, detail: str, *wrong: tuple[str, str]) -> Problem:
    """422 of the Messages API; `code` is what stands after the `#`."""
    address = f"{GENERAL}#{code}" if code == "invalid-json" else f"{MESSAGES}#{code}"
    body = _shape(address, title, detail)
    if wrong:
        body["invalid_parameters"] = [{"name": name, "reason": reason} for name, reason in wrong]
    return Problem(422, body)


def rate_limited(*, texts: bool) -> Problem:
    """429; no Retry-After, since no document of the provider promises one."""
    kind = f"{MESSAGES}#1000" if texts else f"{GENERAL}#throttled"
    return Problem(429, _shape(kind, "Rate Limit Hit", "Please wait, then retry your request"))


def call_problem(name: str, reason: str) -> Problem:
    """400 of the Voice API for a wrong field; `type` is an integer there."""
    return Problem(
        400,
        {
            "type": 400,
            "title": "Bad Request",
            "invalid_parameters": [{"name": name, "reason": reason}],
        },
        {"x-nexmo-trace-id": uuid.uuid4().hex},
    )


def wrong_moment() -> Problem:
    """400 of the Voice API for an action that the call is not ready for."""
    return Problem(
        400,
        {"type": "BAD_REQUEST", "error_title": "Bad Request"},
        {"x-nexmo-trace-id": uuid.uuid4().hex},
    )


def unknown_call() -> Problem:
    """404 of the Voice API, also for a call in another region."""
    return Problem(404, {"type": "NOT_FOUND", "error_title": "Not Found"})


TITLES = {
    402: (
        f"{GENERAL}#low-balance",
        "Low balance",
        "This request could not be performed due to your account balance being low.",
    ),
    422: (f"{MESSAGES}#1150", "Invalid params", "The value of one or more parameters is invalid."),
    500: (f"{MESSAGES}#1000", "Internal error", "There was an error processing your request."),
    503: (f"{GENERAL}#unavailable", "Service Unavailable", "Please retry your request."),
}


def as_fault(status: int, *, texts: bool, retry_after: int | None = None) -> Problem:
    """The refusal that a fault switch asks for, in the shape that belongs to its status."""
    if status == HTTPStatus.UNAUTHORIZED:
        return unauthorised()
    if status == HTTPStatus.NOT_FOUND:
        return unknown_call()
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        problem = rate_limited(texts=texts)
    elif status in TITLES:
        problem = Problem(status, _shape(*TITLES[status]))
    else:
        problem = Problem(status, _shape(f"{GENERAL}#{status}", "Error", "A fault was switched on."))
    if retry_after is not None:
        problem.headers["Retry-After"] = str(retry_after)
    return problem

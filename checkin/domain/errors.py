"""What the rules refuse, in one tree.

CheckinError
├── IllegalMove      a state machine was asked for a move it does not have
└── Refused          a person asked for something that the rules do not allow; `code` names the sentence to show
"""

from __future__ import annotations


class CheckinError(Exception):
    """Base of everything that the rules refuse."""


class IllegalMove(CheckinError):
    """A move that the state machine does not have: a defect in our code, never a user's mistake."""


class Refused(CheckinError):
    """A request that the rules do not allow; `code` is looked up in the screens' own language."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

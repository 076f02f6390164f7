"""What we ask of whoever carries our texts and calls: two protocols and three honest results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from checkin.messaging.models import CallPurpose

LONGEST_CONVERSATION = timedelta(hours=2)
"""What lasts longer is a line that was never put down."""
LONGEST_CALL = {
    # The longest way through the menu takes under four minutes.
    CallPurpose.MENU: timedelta(minutes=10),
    # The talk itself, and what comes before it.
    CallPurpose.BRIDGE: LONGEST_CONVERSATION + timedelta(minutes=10),
    CallPurpose.ALARM: timedelta(minutes=10),
    CallPurpose.OFFER: LONGEST_CONVERSATION + timedelta(minutes=10),
}
"""How long a call may last; the provider puts it down after this."""


class Accepted(StrEnum):
    """Whether the provider took a request."""

    SENT = "sent"
    NOT_SENT = "not_sent"
    """Surely not: it may be tried again."""
    UNKNOWN = "unknown"
    """Perhaps: it must never be blindly tried again."""


@dataclass(frozen=True)
class Receipt:
    """The result of one request to the provider."""

    accepted: Accepted
    provider_id: str | None = None
    error: str = ""
    """The provider's code, or the kind of failure; never a number or text."""
    permanent: bool = False
    """With NOT_SENT: asking again is useless."""
    retry_after_seconds: float | None = None


class Gateway(Protocol):
    """One connection to the provider, for one job and one thread."""

    def send_text(self, *, reference: str, number: str, text: str) -> Receipt:
        """Hand over one text with our own reference. Never raises for what the network or provider does."""

    def start_call(self, *, reference: str, number: str, purpose: CallPurpose) -> Receipt:
        """Start one call whose answer URL carries our reference; its purpose says how long it may last.

        Never raises for what the network or provider does.
        """

    def close(self) -> None:
        """Close the connection."""

"""What we ask of whoever carries our texts and calls: two protocols and three honest results."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


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

    def start_call(self, *, reference: str, number: str) -> Receipt:
        """Start one call whose answer URL carries our reference. Never raises for what the network or provider does."""

    def close(self) -> None:
        """Close the connection."""

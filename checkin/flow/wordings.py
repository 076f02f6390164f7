"""Which text tells what was decided."""

from __future__ import annotations

from checkin.domain.triage import Tell
from checkin.messaging.wording import Wording

WORDINGS = {
    Tell.FINE: Wording.S5_FINE,
    Tell.STOPPED: Wording.S6_STOPPED,
    Tell.STARTED: Wording.S15_STARTED,
    Tell.DANGER: Wording.S7_DANGER,
    Tell.DESPAIR: Wording.S7B_DESPAIR,
    Tell.UNCLEAR: Wording.S8_UNCLEAR,
    Tell.WHO_WE_ARE: Wording.S12_WHO_WE_ARE,
    Tell.WRONG_NUMBER: Wording.S10_WRONG_NUMBER,
}
"""Told at once. CHAT, HELP and CALL hold a promise, and are told by the job `case-<id>` that works it out."""
ALWAYS_TOLD = frozenset({Tell.STOPPED, Tell.DANGER, Tell.DESPAIR})

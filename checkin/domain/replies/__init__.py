"""What a reply means: sure for keys, whole messages and clear wishes, a suggestion for everything else.

Measured: guessing at free text closes tenants who need help (“gaat goed, maar wanneer komt de schilder?”). So “all is
well”, STOP and a wrong number act alone only when the whole message says nothing else; whoever clearly wishes a call is
rung; danger alarms wherever it stands; and a person reads all the rest.
"""

from __future__ import annotations

from checkin.domain.meanings import POSITIVE, Meaning, Reading
from checkin.domain.replies.keys import read_key
from checkin.domain.replies.reading import read_text

__all__ = ["POSITIVE", "Meaning", "Reading", "read_key", "read_text"]

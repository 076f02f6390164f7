"""The states of a referral: handing a tenant on to an organisation, until we know that somebody spoke to them.

Later the tenant is asked by text whether the organisation spoke to them: yes closes the loop, no brings a colleague,
and silence is listed for a person. Who cannot be texted is asked in a call.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from checkin.domain import machine
from checkin.domain.cases import CaseKind
from checkin.domain.meanings import Meaning, Reading
from checkin.domain.replies.manners import POLITE_WORDS
from checkin.domain.triage import Decision, Tell


class OrganisationKind(StrEnum):
    """What an organisation does for tenants."""

    HOME_CARE = "home_care"
    WELFARE = "welfare"
    MUNICIPALITY = "municipality"
    DEBT_HELP = "debt_help"
    COMPANY = "company"
    """Somebody to talk to, or to do things with."""
    CRISIS = "crisis"
    OTHER = "other"


class ReferralState(StrEnum):
    """Where a referral stands."""

    AGREED = "agreed"
    ASKED = "asked"
    """The tenant was asked by text whether the organisation spoke to them."""
    CALLING = "calling"
    """A colleague asks it in a call."""
    UNANSWERED = "unanswered"
    """Nobody knows: a person looks at it."""
    NOT_HELPED = "not_helped"
    HELPED = "helped"
    WITHDRAWN = "withdrawn"


class ReferralAction(StrEnum):
    """What can happen to a referral."""

    ASK = "ask"
    CALL = "call"
    YES = "yes"
    NO = "no"
    GIVE_UP = "give_up"
    PLAN = "plan"
    """Ask once more, at another moment."""
    WITHDRAW = "withdraw"


S, A = ReferralState, ReferralAction
MOVES = {
    (S.AGREED, A.ASK): S.ASKED,
    (S.AGREED, A.CALL): S.CALLING,
    (S.AGREED, A.YES): S.HELPED,
    (S.AGREED, A.NO): S.NOT_HELPED,
    (S.AGREED, A.GIVE_UP): S.UNANSWERED,
    (S.AGREED, A.WITHDRAW): S.WITHDRAWN,
    (S.ASKED, A.CALL): S.CALLING,
    (S.ASKED, A.YES): S.HELPED,
    (S.ASKED, A.NO): S.NOT_HELPED,
    (S.ASKED, A.GIVE_UP): S.UNANSWERED,
    (S.ASKED, A.WITHDRAW): S.WITHDRAWN,
    (S.CALLING, A.YES): S.HELPED,
    (S.CALLING, A.NO): S.NOT_HELPED,
    (S.CALLING, A.GIVE_UP): S.UNANSWERED,
    (S.CALLING, A.WITHDRAW): S.WITHDRAWN,
    # An answer that comes days late is still an answer.
    (S.UNANSWERED, A.YES): S.HELPED,
    (S.UNANSWERED, A.NO): S.NOT_HELPED,
    (S.UNANSWERED, A.PLAN): S.AGREED,
    (S.UNANSWERED, A.WITHDRAW): S.WITHDRAWN,
    (S.NOT_HELPED, A.YES): S.HELPED,
    (S.NOT_HELPED, A.PLAN): S.AGREED,
    (S.NOT_HELPED, A.WITHDRAW): S.WITHDRAWN,
}
REPEATS = {
    (S.AGREED, A.PLAN): "another moment for the same question",
    (S.ASKED, A.ASK): "the question left once",
    (S.CALLING, A.CALL): "a colleague was asked to ring already",
    (S.UNANSWERED, A.GIVE_UP): "two looked at the clock in the same moment",
    (S.NOT_HELPED, A.NO): "said twice",
    (S.NOT_HELPED, A.GIVE_UP): "the answer came before the term was over",
    (S.HELPED, A.YES): "said twice",
    (S.HELPED, A.GIVE_UP): "the answer came before the term was over",
    (S.HELPED, A.WITHDRAW): "the loop was closed already",
    (S.WITHDRAWN, A.YES): "whoever moved or wants no more is asked nothing",
    (S.WITHDRAWN, A.NO): "whoever moved or wants no more is asked nothing",
    (S.WITHDRAWN, A.GIVE_UP): "called off before the term was over",
    (S.WITHDRAWN, A.WITHDRAW): "called off twice",
}
LOOP_OPEN = frozenset({S.AGREED, S.ASKED, S.CALLING, S.UNANSWERED, S.NOT_HELPED})
"""Nobody knows yet whether the organisation helps."""
FOR_A_PERSON = frozenset({S.UNANSWERED, S.NOT_HELPED})
"""Nothing happens by itself any more: a person looks at it."""


def advance(state: ReferralState, action: ReferralAction) -> ReferralState:
    """Give the state of a referral after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)


# Reading the answer to “did they speak to you? 1: yes, 2: no”.

YES_WORDS = frozenset(
    ("1", "een", "one", "ja", "jawel", "jazeker", "yes", "yep", "evet", "tak", "oui", "نعم", "так")
)  # fmt: skip
NO_WORDS = frozenset(
    (
        "2", "twee", "two", "nee", "neen", "no", "nope", "niet", "nog", "not", "yet", "nein", "nicht", "noch",
        "hayir", "nie", "non", "pas", "encore", "لا", "ні", "ще",
    )
)  # fmt: skip
TWO_FACED = {"pl": frozenset(("no",))}
"""Words that are a no in one language and in another a yes: from who speaks that one, a person reads them."""
LONGEST_ANSWER = 6
"""Words; whoever writes more has something to say that a person should read."""
_WORD = re.compile(r"\w+")


def read_answer(text: str, language: str = "nl") -> ReferralAction | None:
    """Read a plain yes or no to the question about an organisation; None when it says anything else."""
    said = _words(text)
    meant = [word for word in said if word not in POLITE_WORDS - YES_WORDS - NO_WORDS]
    if not meant or len(said) > LONGEST_ANSWER or TWO_FACED.get(language, frozenset()) & set(meant):
        return None
    if all(word in YES_WORDS for word in meant):
        return A.YES
    return A.NO if all(word in NO_WORDS for word in meant) else None


def says_digit(text: str) -> bool:
    """Tell whether an answer is a digit: that answers a question that asked for one, and no other text."""
    return any(word in {"1", "2"} for word in _words(text))


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(_plain(one) for one in folded if not unicodedata.combining(one)))


def _plain(sign: str) -> str:
    if sign == "ı":
        return "i"
    return str(unicodedata.decimal(sign)) if unicodedata.category(sign) == "Nd" else sign


ANSWERED = {
    A.YES: Decision(answers=True, tell=Tell.FINE),
    A.NO: Decision(answers=True, opens=CaseKind.HELP, tell=Tell.HELP),
}
"""What follows from each answer: no reopens the case, and the tenant hears when a colleague rings."""
MEANT = {Meaning.FINE: A.YES, Meaning.HELP: A.NO}
"""What a text about the question means when it was read, by the rules or by a person."""
MEANS_SOMETHING_ELSE = frozenset({Meaning.YES, Meaning.FINE, Meaning.LATER})
"""“Graag” and “alles goed” answer a check-in; to this question they say nothing certain, so a person reads them."""
CHOICES = frozenset({Meaning.CHAT, Meaning.HELP})
"""“Praatje” and “hulp” are wishes whatever was asked; “1 praatje” mixes two questions."""


def meaning_of(action: ReferralAction) -> Meaning:
    """Give the meaning with which an answer is kept among all others."""
    return next(meaning for meaning, meant in MEANT.items() if meant is action)


def decide_answer(answer: ReferralAction | None, reading: Reading) -> Decision | None:
    """Decide what follows from a text after the question about an organisation; None when it is as any other text."""
    if reading.meaning is Meaning.URGENT or reading.automatic or reading.deceased:
        return None
    if answer is not None:
        return ANSWERED[answer]
    if not reading.sure:
        return None
    starts_with_digit = "".join(reading.because[:1])[:1].isdigit()
    ambiguous = reading.meaning in MEANS_SOMETHING_ELSE or (reading.meaning in CHOICES and starts_with_digit)
    return Decision(to_read=True) if ambiguous else None

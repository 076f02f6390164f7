"""The states of a check-in: one question to one tenant in one campaign."""

from __future__ import annotations

from enum import StrEnum

from checkin.domain import machine


class CheckInState(StrEnum):
    """Where a check-in stands; the last four are ends."""

    PLANNED = "planned"
    ASKED = "asked"
    ANSWERED = "answered"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    CANCELLED = "cancelled"


class CheckInAction(StrEnum):
    """What can happen to a check-in."""

    ASK = "ask"
    ANSWER = "answer"
    FALL_SILENT = "fall_silent"
    GIVE_UP = "give_up"
    CANCEL = "cancel"


class EndReason(StrEnum):
    """Why a check-in ended without an answer, each kept apart."""

    NO_NUMBER = "no_number"
    NUMBER_DEAD = "number_dead"
    NEVER_PICKED_UP = "never_picked_up"
    VOICEMAIL = "voicemail"
    HUNG_UP = "hung_up"
    TEXT_NOT_DELIVERED = "text_not_delivered"
    NO_ANSWER_TO_TEXT = "no_answer_to_text"
    PICKED_UP_SILENT = "picked_up_silent"
    OUTCOME_UNKNOWN = "outcome_unknown"
    STOPPED = "stopped"
    WRONG_NUMBER = "wrong_number"
    POST_ONLY = "post_only"
    DECEASED = "deceased"
    LEASE_ENDED = "lease_ended"
    SAME_HOUSEHOLD = "same_household"
    ALREADY_WAITING = "already_waiting"
    ALREADY_ASKED = "already_asked"
    SPOKEN_TO = "spoken_to"
    CAMPAIGN_STOPPED = "campaign_stopped"


S, A = CheckInState, CheckInAction
MOVES = {
    (S.PLANNED, A.ASK): S.ASKED,
    (S.PLANNED, A.ANSWER): S.ANSWERED,
    (S.PLANNED, A.GIVE_UP): S.UNREACHABLE,
    (S.PLANNED, A.CANCEL): S.CANCELLED,
    (S.ASKED, A.ANSWER): S.ANSWERED,
    (S.ASKED, A.FALL_SILENT): S.SILENT,
    (S.ASKED, A.GIVE_UP): S.UNREACHABLE,
    (S.ASKED, A.CANCEL): S.CANCELLED,
    # An answer that comes days late is still an answer.
    (S.SILENT, A.ANSWER): S.ANSWERED,
    (S.UNREACHABLE, A.ANSWER): S.ANSWERED,
    (S.CANCELLED, A.ANSWER): S.ANSWERED,
}
REPEATS = {
    (S.ASKED, A.ASK): "the second attempt of the same check-in asks again",
    (S.ANSWERED, A.ANSWER): "a tenant may answer twice; a later wish for contact moves its meaning on",
    (S.ANSWERED, A.ASK): "the answer overtook the report that the question was sent",
    (S.ANSWERED, A.FALL_SILENT): "the call ended after the key was pressed",
    (S.ANSWERED, A.GIVE_UP): "a late failure of an attempt that was answered elsewhere",
    (S.ANSWERED, A.CANCEL): "nothing is left to cancel",
    (S.SILENT, A.FALL_SILENT): "the same silence reported twice",
    (S.SILENT, A.GIVE_UP): "silence was already the end",
    (S.SILENT, A.CANCEL): "nothing is left to cancel",
    (S.SILENT, A.ASK): "a late report of an attempt",
    (S.UNREACHABLE, A.GIVE_UP): "the same failure reported twice",
    (S.UNREACHABLE, A.FALL_SILENT): "already ended",
    (S.UNREACHABLE, A.CANCEL): "nothing is left to cancel",
    (S.UNREACHABLE, A.ASK): "a late report of an attempt",
    (S.CANCELLED, A.CANCEL): "already cancelled",
    (S.CANCELLED, A.ASK): "a text that left before the campaign was stopped",
    (S.CANCELLED, A.FALL_SILENT): "already cancelled",
    (S.CANCELLED, A.GIVE_UP): "already cancelled",
}
OPEN = frozenset({S.PLANNED, S.ASKED})


def advance(state: CheckInState, action: CheckInAction) -> CheckInState:
    """Give the state of a check-in after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)

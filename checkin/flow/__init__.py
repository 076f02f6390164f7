"""Carry the decisions of triage out: a reply, a call or a report becomes rows, messages and cases."""

from __future__ import annotations

from checkin.flow.aftercare import aftercare_is_due, keep_aftercare_going
from checkin.flow.alarms import raise_by_colleague
from checkin.flow.apologies import apologise, owes_apologies
from checkin.flow.asking import end_asking, open_case
from checkin.flow.bridging import start_bridge
from checkin.flow.callbacks import offer_case
from checkin.flow.calls import (
    call_answered,
    call_ended,
    call_keys,
    call_moved,
    call_not_put_through,
    call_settled,
)
from checkin.flow.contacts import record_contact
from checkin.flow.deliveries import (
    anything_overdue,
    give_up_waiting,
    settle_text,
    settle_texts_sent,
)
from checkin.flow.facts import change_facts
from checkin.flow.replies import keep_for_a_person, read_reply, text_received
from checkin.flow.reports import TextReport, texts_reported
from checkin.flow.rereading import read_again
from checkin.flow.standing import anything_missed, ring_who_was_missed
from checkin.flow.standing_aside import stand_aside
from checkin.flow.stops import start_tenant, stop_tenant
from checkin.flow.taking_over import record_visit, take_over
from checkin.flow.wishes import note_wish

__all__ = [
    "TextReport",
    "aftercare_is_due",
    "anything_missed",
    "anything_overdue",
    "apologise",
    "call_answered",
    "call_ended",
    "call_keys",
    "call_moved",
    "call_not_put_through",
    "call_settled",
    "change_facts",
    "end_asking",
    "give_up_waiting",
    "keep_aftercare_going",
    "keep_for_a_person",
    "note_wish",
    "offer_case",
    "open_case",
    "owes_apologies",
    "raise_by_colleague",
    "read_again",
    "read_reply",
    "record_contact",
    "record_visit",
    "ring_who_was_missed",
    "settle_text",
    "settle_texts_sent",
    "stand_aside",
    "start_bridge",
    "start_tenant",
    "stop_tenant",
    "take_over",
    "text_received",
    "texts_reported",
]

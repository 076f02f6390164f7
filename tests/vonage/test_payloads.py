"""What the provider's bodies mean in our own words, and what becomes of bodies that are not what they should be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.domain.deliveries import DeliveryAction
from checkin.messaging.models import CallEnd, EventKind
from checkin.vonage import payloads
from checkin.vonage.errors import BLAME, Blame
from checkin.vonage.fields import PayloadError, moment, our_reference, phone_number, read_body, seconds
from checkin.vonage.payloads import CALL_STATUSES, TEXT_STATUSES, call_event, conversation, text_in, text_status
from tests.vonage.wire import Sample

OURS = "+3197010520001"
TENANT = "+31612340001"
REFERENCE = "0f8fad5bd9cb469fa16570867728950e"
CALL = "63f61863-4a51-4f6b-86e1-46edebcf9356"
TEXT = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab"
READERS = (text_in, text_status, call_event, conversation)


def test_a_text_is_read_in_our_own_words(sample: Sample) -> None:
    event = text_in(sample("text_in"), None, OURS)

    assert (event.kind, event.external_id, event.reference) == (EventKind.TEXT_IN, TEXT, None)
    assert event.payload == {
        "provider_id": TEXT,
        "number": TENANT,
        "to": OURS,
        "text": "Ja graag",
        "at": "2026-11-23T09:14:25+00:00",
    }


@pytest.mark.parametrize(
    ("changed", "number"),
    [
        ({"from": 31612340001}, TENANT),
        ({"from": "+31612340001"}, TENANT),
        ({"from": "0031612340001"}, TENANT),
        ({"from": " 31612340001 "}, TENANT),
        ({"from": "1008"}, "+1008"),
        ({"from": "KPN"}, ""),
        ({"from": "+31 6'; DROP TABLE tenant; --"}, ""),
        ({"from": ""}, ""),
    ],
)
def test_a_text_is_kept_whoever_it_says_it_is_from(sample: Sample, changed: dict[str, Any], number: str) -> None:
    event = text_in({**sample("text_in"), **changed}, None, OURS)

    assert event.payload["number"] == number
    assert event.payload["text"] == "Ja graag"


def test_a_text_keeps_what_can_be_kept_of_odd_characters(sample: Sample) -> None:
    odd = read_body(b'{"message_uuid":"u1","from":"31612340001","text":"a\\u0000b\\ud83dc \\ud83c\\udf37"}')

    assert text_in(odd, None, OURS).payload["text"] == "a�b�c 🌷"
    assert len(text_in({**sample("text_in"), "text": "x" * 10_000}, None, OURS).payload["text"]) == 4000
    assert text_in({**sample("text_in"), "text": ""}, None, OURS).payload["text"] == ""


@pytest.mark.parametrize(
    ("name", "action", "error", "permanent", "our_fault"),
    [
        ("text_submitted", DeliveryAction.ACCEPT, "", False, False),
        ("text_delivered", DeliveryAction.DELIVER, "", False, False),
        ("text_rejected", DeliveryAction.FAIL, "1190", True, False),
        ("text_undeliverable", DeliveryAction.FAIL, "1260", False, False),
    ],
)
def test_a_report_of_a_text_says_what_became_of_it(
    *, sample: Sample, name: str, action: DeliveryAction | None, error: str, permanent: bool, our_fault: bool
) -> None:
    event = text_status(sample(name), None, OURS)

    assert (event.kind, event.reference) == (EventKind.TEXT_STATUS, REFERENCE)
    assert event.external_id == f"{TEXT} {sample(name)['status']}"
    said = event.payload
    assert (said["action"], said["error"], said["permanent"], said["our_fault"]) == (
        action,
        error,
        permanent,
        our_fault,
    )
    assert (said["number"], said["provider_id"]) == (TENANT, TEXT)


@pytest.mark.parametrize(
    ("code", "permanent", "our_fault"),
    [(code, blame is Blame.NUMBER, blame is Blame.OURS) for code, blame in BLAME.items()]
    + [("1330", False, False), ("9999", False, False), ("", False, False)],
)
def test_only_a_failure_of_the_number_itself_is_held_against_it(
    *, sample: Sample, code: str, permanent: bool, our_fault: bool
) -> None:
    body = {**sample("text_rejected"), "error": {"title": code}}

    said = text_status(body, None, OURS).payload

    assert (said["permanent"], said["our_fault"]) == (permanent, our_fault)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ({"title": 1190}, "1190"),
        ({"title": "1190"}, "1190"),
        ({"title": "Absent", "type": "https://example.test/errors#1190"}, "1190"),
        ({"title": None, "type": None}, ""),
        ({"title": ["1190"]}, ""),
        ("1190", ""),
        (None, ""),
        ([], ""),
    ],
)
def test_the_code_of_an_error_comes_in_several_shapes(sample: Sample, error: str, code: str) -> None:
    assert text_status({**sample("text_rejected"), "error": error}, None, OURS).payload["error"] == code


@pytest.mark.parametrize("status", ["quantum", "", None, 7, {}, [], "delivered\x00"])
def test_an_unknown_status_of_a_text_is_kept_and_says_nothing(sample: Sample, status: object) -> None:
    assert text_status({**sample("text_delivered"), "status": status}, None, OURS).payload["action"] is None


@pytest.mark.parametrize("reference", ["'; DROP TABLE message", "../../etc/passwd", "", 7, None, {}, "x" * 41])
def test_a_reference_that_cannot_be_ours_is_nobodys(sample: Sample, reference: object) -> None:
    assert text_status({**sample("text_delivered"), "client_ref": reference}, None, OURS).reference is None


A, E = DeliveryAction, CallEnd


@pytest.mark.parametrize(
    ("name", "changed", "action", "end", "rang"),
    [
        ("call_started", {}, A.ACCEPT, None, False),
        ("call_ringing", {}, A.ACCEPT, None, True),
        ("call_answered", {}, A.DELIVER, None, True),
        ("call_machine", {}, A.DELIVER, E.VOICEMAIL, True),
        ("call_machine", {"status": "human"}, A.DELIVER, None, True),
        ("call_busy", {}, A.FAIL, E.BUSY, False),
        ("call_cancelled", {}, A.FAIL, E.CANCELLED, False),
        ("call_unanswered", {}, A.FAIL, E.NO_ANSWER, True),
        ("call_unanswered", {"detail": "unavailable"}, A.FAIL, E.NO_ANSWER, False),
        ("call_unanswered", {"detail": "carrier_timeout"}, A.FAIL, E.NO_ANSWER, True),
        ("call_timeout", {}, A.FAIL, E.NO_ANSWER, True),
        ("call_rejected", {}, A.FAIL, E.REJECTED, True),
        ("call_rejected", {"detail": "invalid_number"}, A.FAIL, E.NUMBER_DEAD, False),
        ("call_rejected", {"detail": "restricted"}, A.FAIL, E.FAILED, False),
        ("call_failed", {}, A.FAIL, E.NUMBER_DEAD, False),
        ("call_failed", {"detail": "number_out_of_service", "sip_code": None}, A.FAIL, E.NUMBER_DEAD, False),
        ("call_failed", {"detail": "cannot_route", "sip_code": 404}, A.FAIL, E.NUMBER_DEAD, False),
        ("call_failed", {"detail": "cannot_route", "sip_code": "503"}, A.FAIL, E.FAILED, False),
        ("call_failed", {"detail": "internal_error", "sip_code": 500}, A.FAIL, E.FAILED, False),
        ("call_failed", {"detail": {}, "sip_code": {}}, A.FAIL, E.FAILED, False),
        ("call_completed", {}, A.DELIVER, E.COMPLETED, True),
        ("call_completed", {"duration": "0"}, None, E.COMPLETED, False),
        ("call_completed", {"duration": None}, None, E.COMPLETED, False),
        ("call_transfer", {}, None, None, False),
        ("call_record", {}, None, None, False),
        ("call_script_error", {}, None, None, False),
        ("call_started", {"status": "quantum"}, None, None, False),
        ("call_started", {"status": None}, None, None, False),
        ("call_started", {"status": ["busy"]}, None, None, False),
    ],
)
def test_an_event_of_a_call_says_what_became_of_it(
    *,
    sample: Sample,
    name: str,
    changed: dict[str, Any],
    action: DeliveryAction | None,
    end: CallEnd | None,
    rang: bool,
) -> None:
    event = call_event({**sample(name), **changed}, REFERENCE, OURS)

    assert (event.kind, event.reference) == (EventKind.CALL_EVENT, REFERENCE)
    assert (event.payload["action"], event.payload["end"], event.payload["rang"]) == (action, end, rang)


def test_the_end_of_a_call_says_how_long_it_lasted_and_who_hung_up(sample: Sample) -> None:
    said = call_event(sample("call_completed"), REFERENCE, OURS).payload

    assert (said["seconds"], said["hung_up_by"], said["inbound"]) == (20, "tenant", False)
    assert (said["number"], said["provider_id"]) == (TENANT, CALL)


def test_an_event_is_known_by_call_status_and_time(sample: Sample) -> None:
    ringing, answered = sample("call_ringing"), sample("call_answered")
    later = {**ringing, "timestamp": "2026-11-23T09:15:00.000Z"}
    seen = {call_event(body, REFERENCE, OURS).external_id for body in (ringing, answered, later, dict(ringing))}

    assert len(seen) == 3
    assert all(one.startswith(f"{CALL} ") for one in seen)


def test_events_without_a_status_are_told_apart(sample: Sample) -> None:
    names = ("call_transfer", "call_record", "call_script_error")

    assert len({call_event(sample(name), None, OURS).external_id for name in names}) == 3


@pytest.mark.parametrize(
    ("changed", "number", "inbound"),
    [
        ({}, TENANT, False),
        ({"direction": "inbound", "from": "31612340001", "to": "3197010520001"}, TENANT, True),
        ({"direction": None, "from": "31612340001", "to": "3197010520001"}, TENANT, True),
        ({"direction": None}, TENANT, False),
        ({"direction": "inbound", "from": "anonymous", "to": "3197010520001"}, "", True),
        ({"to": {"type": "phone", "number": "31612340001"}}, TENANT, False),
    ],
)
def test_the_tenants_number_is_found_whichever_way_the_call_went(
    *, sample: Sample, changed: dict[str, Any], number: str, inbound: bool
) -> None:
    said = call_event({**sample("call_ringing"), **changed}, None, OURS).payload

    assert (said["number"], said["inbound"]) == (number, inbound)


def test_a_call_that_we_made_and_that_is_answered(sample: Sample) -> None:
    said = conversation(sample("answer"), REFERENCE, OURS)

    assert (said.provider_id, said.number, said.inbound, said.reference) == (CALL, TENANT, False, REFERENCE)


def test_a_tenant_who_rings_us(sample: Sample) -> None:
    said = conversation(sample("answer_inbound"), None, OURS)

    assert (said.number, said.inbound, said.reference) == (TENANT, True, None)


@pytest.mark.parametrize("caller", ["anonymous", "unknown", "", None, "Restricted"])
def test_a_caller_who_withholds_the_number_is_still_spoken_to(sample: Sample, caller: object) -> None:
    said = conversation({**sample("answer_inbound"), "from": caller}, None, OURS)

    assert (said.number, said.inbound) == ("", True)


def test_our_own_call_without_its_reference_is_no_call_from_a_tenant(sample: Sample) -> None:
    assert conversation(sample("answer"), None, OURS).inbound is False


def test_the_fallback_finds_the_reference_in_the_address_that_failed(sample: Sample) -> None:
    said = conversation(sample("fallback"), None, OURS)

    assert (said.reference, said.inbound, said.number) == (REFERENCE, False, TENANT)


@pytest.mark.parametrize(
    "request_",
    [
        None,
        "",
        {},
        {"url": 7},
        {"url": "http://[::1"},
        {"url": "https://x.test/?reference=%00"},
        {"url": "https://x.test/"},
    ],
)
def test_a_fallback_without_a_reference_is_read_all_the_same(sample: Sample, request_: object) -> None:
    assert conversation({**sample("fallback"), "original_request": request_}, None, OURS).reference is None


@pytest.mark.parametrize(
    ("dtmf", "digits"),
    [
        ({"digits": "2", "timed_out": False}, "2"),
        ({"digits": "2", "timed_out": True}, "2"),
        ({"digits": 2}, "2"),
        ({"digits": "#"}, "#"),
        ({"digits": "*"}, "*"),
        ({"digits": "1" * 30}, "1" * 20),
        ({"digits": "", "timed_out": True}, ""),
        ({"digits": None, "timed_out": True}, ""),
        ({"timed_out": True}, ""),
        ({"digits": ["2"]}, ""),
        ({"digits": True}, ""),
        ({"digits": "twee"}, ""),
        ({}, ""),
        (None, ""),
        ([], ""),
        ("2", "2"),
    ],
)
def test_keys_come_in_many_shapes_and_silence_in_more(sample: Sample, dtmf: object, digits: str) -> None:
    assert conversation({**sample("keys"), "dtmf": dtmf}, REFERENCE, OURS).digits == digits


def test_silence_may_leave_the_keys_out_altogether(sample: Sample) -> None:
    body = sample("keys")
    del body["dtmf"]

    assert conversation(body, REFERENCE, OURS).digits == ""


@pytest.mark.parametrize(
    "speech",
    [{"error": "Speech was not enabled"}, {"results": []}, {"results": [{"text": "twee", "confidence": 0.9}]}, None],
)
def test_what_was_said_aloud_is_not_listened_to(sample: Sample, speech: object) -> None:
    assert conversation({**sample("keys"), "speech": speech}, REFERENCE, OURS).digits == "2"


@pytest.mark.parametrize(
    "content",
    [
        b"", b" ", b"ja graag", b"message_uuid=u1&text=ja", b"[]", b"[{}]", b"null", b"7", b'"text"', b"true", b"{",
        b"{}}", b'{"text": NaN}', b"[" * 10_000, b'{"a":' * 10_000, b"\xff\xfe{\x00}\x00", b"\x1f\x8b\x08\x00",
        b'{"a": "\xff"}',
        b'{"a":' + b"1" * 5000 + b"}", b'{"a":"' + b"x" * 70_000 + b'"}',
    ],
)  # fmt: skip
def test_a_body_that_is_no_json_object_is_refused(content: bytes) -> None:
    with pytest.raises(PayloadError):
        read_body(content)


def test_a_byte_order_mark_and_a_doubled_field_do_no_harm() -> None:
    assert read_body(b'\xef\xbb\xbf{"text":"a","text":"b"}') == {"text": "b"}


@pytest.mark.parametrize(
    ("read", "name", "changed"),
    [
        (text_in, "text_in", {"message_uuid": None}),
        (text_in, "text_in", {"message_uuid": ""}),
        (text_in, "text_in", {"message_uuid": 7}),
        (text_in, "text_in", {"message_uuid": "x" * 101}),
        (text_in, "text_in", {"message_uuid": "u\n1"}),
        (text_in, "text_in", {"message_uuid": "u\x001"}),
        (text_in, "text_in", {"message_uuid": {}}),
        (text_in, "text_in", {"text": {}}),
        (text_in, "text_in", {"text": None}),
        (text_in, "text_in", {"text": 7}),
        (text_in, "text_in", {"from": None}),
        (text_in, "text_in", {"from": {"number": "31612340001"}}),
        (text_status, "text_delivered", {"message_uuid": None}),
        (call_event, "call_ringing", {"uuid": None, "conversation_uuid": None}),
        (call_event, "call_ringing", {"uuid": [], "conversation_uuid": {}}),
        (conversation, "answer", {"uuid": None}),
        (conversation, "keys", {"uuid": 7}),
    ],
)
def test_a_body_without_what_we_count_on_is_refused_without_repeating_it(
    sample: Sample, read: object, name: str, changed: dict[str, Any]
) -> None:
    with pytest.raises(PayloadError) as caught:
        read({**sample(name), **changed}, None, OURS)
    assert "612340001" not in str(caught.value)


@pytest.mark.parametrize("read", READERS)
def test_fields_that_the_provider_adds_later_change_nothing(sample: Sample, read: object) -> None:
    name = {text_in: "text_in", text_status: "text_delivered", call_event: "call_ringing"}.get(read, "keys")
    body = sample(name)

    assert read({**body, "new": {"deep": [1, 2, {}]}, "headers": {"a": "b"}}, REFERENCE, OURS) == read(
        body, REFERENCE, OURS
    )


@pytest.mark.parametrize(
    ("given_", "read"),
    [
        ("2026-11-23T09:14:25Z", "2026-11-23T09:14:25+00:00"),
        ("2026-11-23T10:14:25+01:00", "2026-11-23T09:14:25+00:00"),
        ("2026-11-23T09:14:25", "2026-11-23T09:14:25+00:00"),
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00"),
        ("0001-01-01T00:00:00+14:00", None),
        ("gisteren", None),
        ("", None),
        (1763889265, None),
        (None, None),
    ],
)
def test_times_are_read_where_they_are_times(given_: object, read: object) -> None:
    assert moment(given_) == read


@pytest.mark.parametrize(
    ("given_", "read"), [("7", 7), (7, 7), ("0", 0), ("-1", 0), ("7.5", 0), ("", 0), (None, 0), ("9" * 400, 0), ({}, 0)]
)
def test_durations_are_read_where_they_are_durations(given_: object, read: object) -> None:
    assert seconds(given_) == read


@pytest.mark.parametrize("given_", [True, 3.5, float("inf"), 10**20, "٣١٦١٢٣٤٠٠٠١", "31 612340001", "1" * 16, "12"])
def test_what_is_no_number_is_no_number(given_: object) -> None:
    assert phone_number(given_) == ""


def test_every_status_of_the_provider_is_in_the_tables() -> None:
    assert set(TEXT_STATUSES) >= {"submitted", "delivered", "rejected", "undeliverable"}
    assert set(CALL_STATUSES) == {
        "started", "ringing", "answered", "human", "machine", "busy", "cancelled", "unanswered", "timeout", "rejected",
        "failed", "completed",
    }  # fmt: skip


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
fields = st.sampled_from(
    [
        "message_uuid", "uuid", "call_uuid", "conversation_uuid", "from", "to", "text", "status", "timestamp",
        "client_ref",
        "error", "direction", "duration", "detail", "sip_code", "dtmf", "digits", "original_request", "url", "title",
        "type", "reason", "number", "disconnected_by",
    ]
)  # fmt: skip
bodies = st.dictionaries(fields, anything | st.dictionaries(fields, anything, max_size=4), max_size=12)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies, reference=st.none() | st.text(max_size=50))
def test_whatever_comes_is_read_or_refused_and_can_be_stored(body: dict[str, Any], reference: str | None) -> None:
    for read in READERS:
        try:
            said = read(body, our_reference(reference), OURS)
        except PayloadError:
            continue
        if isinstance(said, payloads.Event):
            stored = json.dumps(said.payload, allow_nan=False)
            assert "\\u0000" not in stored
            assert len(said.external_id) <= 200
            said.external_id.encode()
        else:
            said.number.encode()


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_bytes_come_are_an_object_or_refused(content: bytes) -> None:
    try:
        assert isinstance(read_body(content), dict)
    except PayloadError:
        return

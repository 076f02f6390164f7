"""The webhooks: each is stored once whatever happens, each call gets its words, and nothing is lost."""

from __future__ import annotations

import json
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import structlog
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlalchemy import func, select
from sqlmodel import col

from checkin.db import make_engine, reading, unit_of_work
from checkin.domain.deliveries import DeliveryState
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.models import Call, CallPurpose, EventKind, ProviderEvent
from checkin.outreach.models import Reply
from checkin.runtime import Runtime
from tests import factories
from tests.vonage.wire import OURS, Provider, Sample

ALL = ("inbound", "status", "answer", "event", "leg", "keys?step=0", "fallback")
REFERENCE = "0f8fad5bd9cb469fa16570867728950e"
TENANT = "+31612340001"


def events(runtime: Runtime) -> list[ProviderEvent]:
    with reading(runtime) as session:
        return list(session.execute(select(ProviderEvent).order_by(col(ProviderEvent.id))).scalars())


def count(runtime: Runtime, kind: type[Any]) -> int:
    with reading(runtime) as session:
        return int(session.execute(select(func.count()).select_from(kind)).scalar_one())


def call(runtime: Runtime, reference: str = REFERENCE, number: str = TENANT) -> None:
    """Store a call that has left for a tenant."""
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session, mobile=number)
        now = runtime.now()
        session.add(
            Call(
                id=reference,
                tenant_id=tenant.id,
                number=number,
                state=DeliveryState.SENT,
                due_at=now,
                sent_at=now,
                created_at=now,
            )
        )


def words(answer: Any) -> str:
    """Read the words of an NCCO."""
    return " ".join(action["text"] for action in answer.json if action["action"] == "talk")


@pytest.mark.parametrize(
    ("path", "name", "kind", "reference"),
    [
        ("inbound", "text_in", EventKind.TEXT_IN, None),
        ("status", "text_delivered", EventKind.TEXT_STATUS, REFERENCE),
        (f"event?reference={REFERENCE}", "call_ringing", EventKind.CALL_EVENT, REFERENCE),
        (f"event?reference={REFERENCE}", "call_machine", EventKind.CALL_EVENT, REFERENCE),
        (f"leg?reference={REFERENCE}", "call_machine", EventKind.CALL_EVENT, REFERENCE),
        ("event", "call_transfer", EventKind.CALL_EVENT, None),
        ("event", "call_record", EventKind.CALL_EVENT, None),
        ("event", "call_script_error", EventKind.CALL_EVENT, None),
    ],
)
def test_what_the_provider_tells_is_stored_once_and_left_to_be_handled(
    runtime: Runtime,
    wire: Provider,
    sample: Sample,
    path: str,
    name: str,
    kind: EventKind,
    reference: str | None,
) -> None:
    call(runtime)
    for _turn in range(3):
        answer = wire.post(path, sample(name))
        assert (answer.status_code, answer.content_type, answer.data) == (200, "application/json", b"")

    (event,) = events(runtime)
    assert (event.kind, event.reference, event.handled_at) == (kind, reference, None)
    assert event.received_at == runtime.now()
    assert runtime.redis.llen("rq:queue:replies") == 1


def test_a_repeat_a_hundred_times_and_all_at_once_is_still_one(
    runtime: Runtime, application: Flask, wire: Provider, sample: Sample
) -> None:
    body = sample("text_in")

    def bring(_turn: int) -> int:
        mine = Provider(application.test_client())
        return mine.post("inbound", body, jti=str(uuid.uuid4())).status_code

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(bring, range(100))) == {200}
    assert len(events(runtime)) == 1


def test_every_status_of_a_text_is_told_apart(runtime: Runtime, wire: Provider, sample: Sample) -> None:
    for name in ("text_delivered", "text_submitted", "text_rejected", "text_delivered"):
        assert wire.post("status", sample(name)).status_code == 200

    assert [event.payload["action"] for event in events(runtime)] == ["deliver", "accept", "fail"]


def test_our_call_is_greeted_and_asked_twice_it_gets_the_same_words(
    runtime: Runtime, wire: Provider, sample: Sample
) -> None:
    call(runtime)

    first, second = (wire.post(f"answer?reference={REFERENCE}", sample("answer")) for _turn in range(2))

    assert (first.status_code, first.content_type) == (200, "application/json")
    assert first.json == second.json
    assert "uw verhuurder" in words(first)
    assert first.json[-1]["eventUrl"] == [f"http://127.0.0.1:8000/webhooks/vonage/keys?reference={REFERENCE}&step=0"]
    (event,) = events(runtime)
    assert (event.kind, event.handled_at) == (EventKind.CALL_ANSWER, runtime.now())


@pytest.mark.parametrize("name", ["keys", "keys_timed_out_with_digit"])
def test_a_key_is_acted_on_once_and_spoken_back_each_time(
    runtime: Runtime, wire: Provider, sample: Sample, name: str
) -> None:
    call(runtime)
    path = f"keys?reference={REFERENCE}&step=0"

    first, second = (wire.post(path, sample(name)) for _turn in range(2))

    assert first.status_code == 200
    assert first.json == second.json
    assert "om te helpen" in words(first)
    assert (len(events(runtime)), count(runtime, Reply)) == (1, 1)


def test_silence_is_asked_again_with_the_next_step(runtime: Runtime, wire: Provider, sample: Sample) -> None:
    call(runtime)

    answer = wire.post(f"keys?reference={REFERENCE}&step=0", sample("keys_nothing_pressed"))

    assert "U heeft alle tijd." in words(answer)
    assert answer.json[-1]["eventUrl"][0].endswith("&step=1")
    assert count(runtime, Reply) == 0


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("call_timeout", "Mevrouw Van der Linden nam niet op."),
        ("call_unanswered", "Mevrouw Van der Linden nam niet op."),
        ("call_busy", "Mevrouw Van der Linden is in gesprek."),
        ("call_started", ""),
        ("call_ringing", ""),
        ("call_answered", ""),
        ("call_machine", ""),
        ("call_completed", ""),
    ],
)
def test_a_colleague_who_waits_hears_why_nobody_is_there_and_is_told_nothing_else(
    runtime: Runtime, wire: Provider, sample: Sample, name: str, spoken: str
) -> None:
    with unit_of_work(runtime) as session:
        tenant, samira = factories.tenant(session, mobile=TENANT), factories.samira(session)
        leg, now = {"purpose": CallPurpose.BRIDGE, "state": DeliveryState.SENT}, runtime.now()
        for reference, number in ((REFERENCE, TENANT), ("a" * 32, "+31687650001")):
            session.add(Call(id=reference, number=number, due_at=now, created_at=now, **leg))
        session.flush()
        case = factories.case(session, tenant_id=tenant.id)
        people = {"case_id": case.id, "staff_id": samira.id, "tenant_id": tenant.id}
        session.add(Bridge(id="a" * 32, tenant_call_id=REFERENCE, number=TENANT, started_at=now, **people))

    first, second = (wire.post(f"leg?reference={REFERENCE}", sample(name)) for _turn in range(2))

    assert (first.status_code, first.data) == (200, second.data)
    assert spoken in words(first) if spoken else first.data == b""
    assert [event.reference for event in events(runtime)] == [REFERENCE]


def test_a_tenant_who_rings_us_is_spoken_to(runtime: Runtime, wire: Provider, sample: Sample) -> None:
    call(runtime)

    answer = wire.post("answer", sample("answer_inbound"))

    assert "automatische stem" in words(answer)
    assert answer.json[-1]["eventUrl"] == ["http://127.0.0.1:8000/webhooks/vonage/keys?step=0"]


@pytest.mark.parametrize("caller", ["anonymous", "", None, "1008"])
def test_a_caller_whom_nobody_can_know_is_spoken_to(
    runtime: Runtime, wire: Provider, sample: Sample, caller: str | None
) -> None:
    body = {**sample("answer_inbound"), "from": caller}

    answer = wire.post("answer", body)
    pressed = {**sample("keys"), "from": caller, "to": OURS, "uuid": body["uuid"], "dtmf": {"digits": "1"}}

    assert "Wilt u dat een collega u terugbelt?" in words(answer)
    assert wire.post("keys?step=0", pressed).status_code == 200


def test_a_key_cannot_be_laid_at_another_telephone(runtime: Runtime, wire: Provider, sample: Sample) -> None:
    other = "1" * 32
    call(runtime)
    call(runtime, reference=other, number="+31612340002")

    wire.post(f"answer?reference={other}", sample("answer"))
    wire.post(f"keys?reference={other}&step=0", sample("keys"))
    wire.post(f"event?reference={other}", sample("call_completed"))

    assert [event.reference for event in events(runtime)] == [None, None, None]
    with reading(runtime) as session:
        untouched = session.get(Call, other)
        assert untouched is not None
        assert (untouched.answered_at, untouched.keys, untouched.provider_id) == (None, "", None)
    assert count(runtime, Reply) == 0


@pytest.mark.parametrize("reference", ["unknown", "'; DROP TABLE call; --", "../../etc/passwd", "", "x" * 400, "%00"])
def test_a_reference_that_is_not_ours_harms_nothing(
    runtime: Runtime, wire: Provider, sample: Sample, reference: str
) -> None:
    call(runtime)
    for path, name in (("answer", "answer"), ("keys", "keys"), ("event", "call_busy"), ("fallback", "fallback")):
        answer = wire.post(f"{path}?step=0&reference={reference}", sample(name))
        assert answer.status_code == 200
    assert count(runtime, Call) == 1


@pytest.mark.parametrize("step", ["", "-1", "1.5", "één", "٣", "99999", "1e3", "0x1"])
def test_a_step_that_is_no_number_is_refused(runtime: Runtime, wire: Provider, sample: Sample, step: str) -> None:
    answer = wire.post(f"keys?reference={REFERENCE}&step={step}", sample("keys"))

    assert (answer.status_code, answer.json) == (400, {"error": "step is missing"})
    assert events(runtime) == []


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete", "options"])
def test_only_post_is_answered(wire: Provider, path: str, method: str) -> None:
    assert wire.client is not None
    assert getattr(wire.client, method)(f"/webhooks/vonage/{path}").status_code == 405


@pytest.mark.parametrize("path", ALL)
def test_a_wrong_signature_is_refused_everywhere_and_nothing_is_stored(
    runtime: Runtime, wire: Provider, path: str
) -> None:
    wire.secret = "another secret of more than thirty-two bytes"

    answer = wire.post(path, {"uuid": "u1"})

    assert (answer.status_code, answer.json) == (401, {"error": "the signature is wrong"})
    assert events(runtime) == []


@pytest.mark.parametrize("path", ALL)
def test_without_a_signature_the_provider_is_asked_to_sign(runtime: Runtime, wire: Provider, path: str) -> None:
    assert wire.client is not None

    answer = wire.client.post(f"/webhooks/vonage/{path}", json={"uuid": "u1"})

    assert (answer.status_code, answer.json) == (503, {"error": "the signature is missing"})
    assert events(runtime) == []


@pytest.mark.parametrize(
    ("path", "age", "status"),
    [
        ("inbound", 23 * 3600, 200),
        ("status", 23 * 3600, 200),
        ("inbound", 27 * 3600, 401),
        ("answer", 3600, 401),
        ("event", 3600, 401),
        ("keys?step=0", 3600, 401),
        ("fallback", 3600, 401),
        ("inbound", -3600, 401),
    ],
)
def test_old_signatures_count_as_long_as_their_webhook_may_be_repeated(
    wire: Provider, sample: Sample, path: str, age: int, status: int
) -> None:
    name = {"inbound": "text_in", "status": "text_delivered"}.get(path, "keys")

    assert wire.post(path, sample(name), iat=int(time.time()) - age).status_code == status


@pytest.mark.parametrize("path", [path for path in ALL if path != "fallback"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"7",
        b"ja",
        b"{}",
        b"[" * 10_000,
        b"a=1&b=2",
        b"\x1f\x8b\x08",
        b'{"text":{}}',
        b'{"uuid":[]}',
    ],
)
def test_a_body_that_cannot_be_read_is_refused_in_one_line_and_nothing_is_stored(
    runtime: Runtime, wire: Provider, path: str, content: bytes
) -> None:
    answer = wire.post(path, content=content)

    assert (answer.status_code, answer.content_type) == (400, "application/json")
    assert list(answer.json or {}) == ["error"]
    assert b"\n" not in answer.data
    assert events(runtime) == []


@pytest.mark.parametrize("path", ALL)
def test_a_body_that_is_too_long_is_not_even_looked_at(runtime: Runtime, wire: Provider, path: str) -> None:
    answer = wire.post(path, {"message_uuid": "u1", "uuid": "u1", "from": "31612340001", "text": "x" * 70_000})

    assert (answer.status_code, answer.json) == (413, {"error": "the body is too long"})
    assert events(runtime) == []


def test_white_space_and_emoji_in_a_signed_body_are_fine(runtime: Runtime, wire: Provider, sample: Sample) -> None:
    body = {**sample("text_in"), "text": "Já 🌷"}

    assert wire.post("inbound", content=json.dumps(body, indent=1).encode()).status_code == 200
    assert events(runtime)[0].payload["text"] == "Já 🌷"


@pytest.fixture
def database_away(runtime: Runtime) -> Iterator[Callable[[], None]]:
    """Put a database in place that cannot be reached; give what brings the real one back."""
    real, runtime.engine = runtime.engine, make_engine("sqlite:////nowhere/at-all/checkin.db")

    def come_back() -> None:
        runtime.engine = real

    yield come_back
    runtime.engine = real


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("inbound", "text_in"),
        ("status", "text_delivered"),
        ("event", "call_busy"),
        ("answer", "answer"),
        ("keys?step=0", "keys"),
    ],
)
def test_while_the_database_is_away_the_provider_is_asked_to_come_again(
    runtime: Runtime,
    wire: Provider,
    sample: Sample,
    database_away: Callable[[], None],
    path: str,
    name: str,
) -> None:
    answer = wire.post(path, sample(name))
    assert (answer.status_code, answer.json) == (503, {"error": "not stored, please send again"})

    database_away()
    assert wire.post(path, sample(name)).status_code == 200
    assert len(events(runtime)) == 1


def test_when_the_first_words_failed_the_fallback_still_finds_the_call(
    runtime: Runtime, wire: Provider, sample: Sample
) -> None:
    call(runtime)

    answer = wire.post("fallback", sample("fallback"))

    assert "uw verhuurder" in words(answer)
    assert answer.json[-1]["eventUrl"][0].endswith(f"keys?reference={REFERENCE}&step=0")


@pytest.mark.parametrize("content", [b"{}", b'{"uuid": 7}', b"[]", b"", b"null", b"ja"])
def test_the_fallback_never_leaves_anybody_with_a_dead_line(wire: Provider, content: bytes) -> None:
    answer = wire.post("fallback", content=content)

    assert (answer.status_code, answer.content_type) == (200, "application/json")
    assert "Er gaat bij ons iets mis." in words(answer)
    assert "You can call us: zero, three, one, eight" in words(answer)


@pytest.mark.usefixtures("database_away")
def test_the_fallback_speaks_without_a_database_in_both_languages(wire: Provider, sample: Sample) -> None:
    answer = wire.post("fallback", sample("fallback"))

    assert (answer.status_code, answer.content_type) == (200, "application/json")
    assert [action["language"] for action in answer.json] == ["nl-NL", "en-GB"]
    assert {action["action"] for action in answer.json} == {"talk"}


@pytest.fixture
def frozen_redis(runtime: Runtime) -> Iterator[None]:
    """Put a Redis in place that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        runtime.redis = Redis(port=port, socket_timeout=2, socket_connect_timeout=2, retry=Retry(NoBackoff(), 0))
        runtime.background = True
        runtime.__post_init__()
        yield


@pytest.mark.usefixtures("frozen_redis")
def test_no_webhook_waits_for_redis(runtime: Runtime, wire: Provider, sample: Sample) -> None:
    call(runtime)
    wire.post("status", sample("text_submitted"))
    started = time.monotonic()

    for path, name in (("inbound", "text_in"), (f"answer?reference={REFERENCE}", "answer"), ("event", "call_ringing")):
        assert wire.post(path, sample(name)).status_code == 200
    assert wire.post(f"keys?reference={REFERENCE}&step=0", sample("keys")).status_code == 200

    assert time.monotonic() - started < 1.5
    assert len(events(runtime)) == 5


def test_calls_that_are_answered_at_the_same_moment_are_all_greeted(
    runtime: Runtime, application: Flask, sample: Sample
) -> None:
    references = [f"{number:032}" for number in range(24)]
    for number, reference in enumerate(references):
        call(runtime, reference=reference, number=f"+316123411{number:02}")

    def pick_up(number: int) -> str:
        body = {**sample("answer"), "uuid": f"u{number}", "to": f"316123411{number:02}"}
        return words(Provider(application.test_client()).post(f"answer?reference={references[number]}", body))

    with ThreadPoolExecutor(8) as pool:
        assert all("uw verhuurder" in said for said in pool.map(pick_up, range(24)))
    assert len(events(runtime)) == 24


def test_the_log_never_holds_a_number_or_a_text(runtime: Runtime, wire: Provider, sample: Sample) -> None:
    call(runtime)
    with structlog.testing.capture_logs() as lines:
        wire.post("inbound", {**sample("text_in"), "message_uuid": None})
        wire.post("inbound", {**sample("text_in"), "text": {"geheim": 1}})
        wire.post("status", {**sample("text_rejected"), "status": "quantum"})
        wire.post("event", {**sample("call_busy"), "status": "quantum"})
        wire.post("event", sample("call_script_error"))
        wire.post("keys?step=x", sample("keys"))
        wire.secret = "another secret of more than thirty-two bytes"
        wire.post("inbound", sample("text_in"))

    assert len(lines) >= 6
    assert "12340001" not in repr(lines)
    assert "geheim" not in repr(lines)


bodies = st.binary(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["message_uuid", "uuid", "from", "to", "text", "status", "dtmf", "digits", "timestamp"]),
            inner,
        )
    ),
    max_leaves=12,
).map(lambda value: json.dumps(value).encode())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(ALL),
    content=bodies,
    changed=st.dictionaries(st.sampled_from(["iat", "jti", "iss", "payload_hash"]), st.none() | st.text(), max_size=1),
)
def test_whatever_comes_has_an_answer_that_the_provider_understands(
    wire: Provider, path: str, content: bytes, changed: dict[str, Any]
) -> None:
    answer = wire.post(path, content=content, **changed)

    assert answer.status_code in {200, 400, 401}
    assert answer.content_type == "application/json"


def test_two_first_webhooks_of_one_call_at_once_say_the_same(
    runtime: Runtime, application: Flask, sample: Sample
) -> None:
    said: list[str] = []
    together = threading.Barrier(4)

    def ring_us() -> None:
        together.wait()
        said.append(words(Provider(application.test_client()).post("answer", sample("answer_inbound"))))

    threads = [threading.Thread(target=ring_us) for _turn in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(said)) == 1
    assert (count(runtime, Call), len(events(runtime))) == (1, 1)

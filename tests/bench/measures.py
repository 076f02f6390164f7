"""What is measured, each with its yardstick or its limit."""

from __future__ import annotations

import statistics
import time
import uuid
from collections.abc import Callable
from datetime import datetime
from tempfile import TemporaryDirectory

import psycopg
from sqlalchemy import func, select
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from checkin.campaigns.service import start_campaign
from checkin.cases.models import Case
from checkin.db import make_engine, reading, unit_of_work
from checkin.domain.deliveries import DeliveryState
from checkin.messaging.models import Call, Direction, Message
from checkin.migrations.run import upgrade
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.bench import load
from tests.bench.claims import claims
from tests.bench.figures import Figure
from tests.bench.importing import importing
from tests.bench.large_round import large
from tests.bench.reading import interpret
from tests.bench.system import System, free_port, wait_for
from tests.bench.team import team
from tests.bench.yardstick_table import TABLE

CONNECTIONS = 16
PAIRS = 6
BURST = 1500
ANSWERS, ANSWER_SECONDS = 200, 10
CALLS_PER_SECOND, CALL_SECONDS = 30, 20
SUSTAINED_SECONDS = 60
TEXT_RATE, CALL_RATE = 30, 3


def text_from(number: str, text: str) -> dict[str, object]:
    """Give the body of a text that came in, as the provider sends it."""
    return {
        "channel": "sms",
        "message_uuid": str(uuid.uuid4()),
        "to": "3197010520001",
        "from": number.lstrip("+"),
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "text": text,
        "message_type": "text",
        "sms": {"num_messages": "1", "keyword": text.split(maxsplit=1)[0].upper()},
        "usage": {"currency": "EUR", "price": "0.0333"},
    }


def webhook(system: System) -> list[Figure]:
    """Our signed, idempotent, durable webhook against the bare view, in turns on the same server and database."""
    with psycopg.connect(system.database_url) as connection:
        connection.execute(TABLE)
    bare = free_port()
    system.start(
        "yardstick",
        ["gunicorn", "--bind", f"127.0.0.1:{bare}", "--workers", "2", "--threads", "8", "--worker-class", "gthread",
         "--preload", "--log-level", "warning", "--no-control-socket", "tests.bench.yardstick:app"],
        YARDSTICK_SECRET=system.account.signature_secret,
        YARDSTICK_DATABASE=system.database_url,
        YARDSTICK_REDIS=system.redis_url,
    )  # fmt: skip
    system.start_web()
    wait_for(bare)
    ours_at = f"http://127.0.0.1:{system.port}/webhooks/vonage/inbound"
    ratios, rates, slow = [], [], []
    for pair in range(PAIRS + 1):
        ours = _burst(system, ours_at, system.port)
        theirs = _burst(system, f"http://127.0.0.1:{bare}/inbound", bare)
        if pair:  # the first pair warms both up
            ratios.append(ours.per_second / theirs.per_second)
            rates.append(ours.per_second)
            slow.append(ours.percentile(99))
    system.stop()
    ratio = statistics.median(ratios)
    spread = f"{min(ratios):.2f} to {max(ratios):.2f} over {PAIRS} pairs"
    return [
        Figure("webhook / bare view", ratio, "ratio", "≥ 0.6, aim 0.8", ratio >= 0.6, spread),
        Figure("webhooks taken in", statistics.median(rates), "per s", "", holds=True),
        Figure("webhook p99, 16 connections", statistics.median(slow), "ms", "", holds=True),
    ]


def _burst(system: System, url: str, port: int) -> load.Result:
    requests = [system.account.request(url, text_from(factories.mobile(), "1")) for _ in range(BURST)]
    result = load.as_fast_as_it_goes(port, requests, CONNECTIONS)
    if set(result.statuses) != {200}:
        raise RuntimeError(f"not every webhook was taken: {set(result.statuses)}")
    return result


def answers(system: System) -> list[Figure]:
    """How long an answer takes from webhook to work list, with 200 answers in 10 seconds."""
    system.clear()
    with unit_of_work(system.runtime) as session:
        numbers = [str(factories.tenant(session).mobile) for _ in range(ANSWERS)]
    system.start_web()
    system.start_workers()
    url = f"http://127.0.0.1:{system.port}/webhooks/vonage/inbound"
    requests = [system.account.request(url, text_from(number, "1")) for number in numbers]
    load.at_a_rate(system.port, requests, ANSWERS / ANSWER_SECONDS)
    _until(lambda: _offered(system) == ANSWERS, 60)
    with psycopg.connect(system.database_url) as connection:
        waits = [
            float(row[0])
            for row in connection.execute(
                'SELECT extract(epoch FROM c.offered_at - e.received_at) FROM "case" c'
                " JOIN reply r ON r.id = c.reply_id JOIN provider_event e ON e.external_id = r.external_id"
            )
        ]
    system.stop()
    waits.sort()
    p95 = waits[int(len(waits) * 0.95)]
    middle = statistics.median(waits)
    return [
        Figure("answer → work list, p95", p95, "s", "< 2, aim 0.5", p95 < 2, f"{len(waits)} answers in 10 s"),
        Figure("answer → work list, median", middle, "s", "", holds=True),
    ]


def _offered(system: System) -> int:
    with reading(system.runtime) as session:
        query = select(func.count()).select_from(Case).where(col(Case.offered_at).is_not(None))
        return int(session.execute(query).scalar_one())


def menu(system: System) -> list[Figure]:
    """How fast the telephone menu answers, at 30 calls a second."""
    system.clear()
    references = []
    with unit_of_work(system.runtime) as session:
        now = system.runtime.now()
        for _ in range(CALLS_PER_SECOND * CALL_SECONDS):
            tenant = factories.yilmaz(session)
            call = Call(
                id=uuid.uuid4().hex, tenant_id=tenant.id, number=str(tenant.landline), direction=Direction.OUTBOUND,
                state=DeliveryState.SENT, due_at=now, created_at=now,
            )  # fmt: skip
            session.add(call)
            references.append((call.id, call.number))
    system.start_web()
    url = f"http://127.0.0.1:{system.port}/webhooks/vonage/answer"
    warm = [_answered(system, url, *references[0]) for _ in range(60)]
    load.as_fast_as_it_goes(system.port, warm, CONNECTIONS)
    requests = [_answered(system, url, *reference) for reference in references]
    result = load.at_a_rate(system.port, requests, CALLS_PER_SECOND)
    system.stop()
    p99 = result.percentile(99)
    good = set(result.statuses) == {200}
    return [Figure("answer webhook p99, 30 calls/s", p99, "ms", "≤ 100, aim 50", good and p99 <= 100)]


def _answered(system: System, url: str, reference: str, number: str) -> bytes:
    body: dict[str, object] = {
        "from": "3197010520001",
        "to": number.lstrip("+"),
        "uuid": str(uuid.uuid4()),
        "conversation_uuid": f"CON-{uuid.uuid4()}",
        "direction": "outbound",
    }
    return system.account.request(f"{url}?reference={reference}", body)


def pace(system: System) -> list[Figure]:
    """Thirty texts and three calls a second for a minute: the rate reached, refusals, and what it costs us."""
    system.clear()
    with unit_of_work(system.runtime) as session:
        for _ in range(int(TEXT_RATE * (SUSTAINED_SECONDS + 15))):
            factories.tenant(session)
        for _ in range(int(CALL_RATE * (SUSTAINED_SECONDS + 15))):
            factories.yilmaz(session)
    system.start_web()
    system.start_workers()
    with unit_of_work(system.runtime) as session:
        now = system.runtime.now()
        start_campaign(session, name="bench", channel=Channel.AUTO, tenant_ids=None, created_by=None, now=now)
    _until(lambda: _sent(system, Message) > TEXT_RATE, 30)
    time.sleep(3)
    start, processor = time.monotonic(), system.processor_seconds()
    texts, calls = _sent(system, Message), _sent(system, Call)
    time.sleep(SUSTAINED_SECONDS)
    seconds = time.monotonic() - start
    texts, calls = _sent(system, Message) - texts, _sent(system, Call) - calls
    cores = (system.processor_seconds() - processor) / seconds
    refused = system.network.limits.texts.refused + system.network.limits.calls.refused
    system.stop()
    shares = texts / seconds / TEXT_RATE, calls / seconds / CALL_RATE
    return [
        Figure("texts sent / configured rate", shares[0], "ratio", "≥ 0.95", shares[0] >= 0.95),
        Figure("calls started / configured rate", shares[1], "ratio", "≥ 0.95", shares[1] >= 0.95),
        Figure("refused for going too fast (429)", refused, "times", "0", refused == 0),
        Figure("processor, web and workers", cores, "cores", "≤ 0.5", cores <= 0.5),
        Figure("bothered twice", len(system.network.violations), "times", "0", not system.network.violations),
    ]


def _sent(system: System, kind: type[Message | Call]) -> int:
    with reading(system.runtime) as session:
        query = select(func.count()).select_from(kind).where(col(kind.sent_at).is_not(None))
        return int(session.execute(query).scalar_one())


def _until(holds: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.1)


PLANNED = 10_000


def plan(system: System) -> list[Figure]:
    """Ten thousand check-ins chosen and planned in one go, households and reasons included, on both databases."""
    system.clear()
    with TemporaryDirectory(prefix="checkin-plan-") as directory:
        small = make_engine(f"sqlite:///{directory}/plan.db")
        upgrade(small)
        engines = {"PostgreSQL": system.runtime.engine, "SQLite": small}
        took = {name: _planned_in(engine, system.runtime.now()) for name, engine in engines.items()}
        small.dispose()
    return [
        Figure(f"10,000 check-ins planned, {name}", seconds, "s", "< 2", seconds < 2) for name, seconds in took.items()
    ]


def _planned_in(engine: Engine, now: datetime) -> float:
    row = {"created_at": now, "updated_at": now}
    with Session(engine) as session, session.begin():
        # Every third pair is a household behind one number.
        session.add_all(
            Tenant(last_name=f"Bewoner {place}", mobile=f"+316{20_000_000 + place - (place % 6 == 1)}", **row)
            for place in range(PLANNED)
        )
    start = time.perf_counter()
    with Session(engine) as session, session.begin():
        start_campaign(session, name="bench", channel=Channel.AUTO, created_by=None, now=now)
    return time.perf_counter() - start


MEASURES: dict[str, Callable[[System], list[Figure]]] = {
    "webhook": webhook,
    "menu": menu,
    "answers": answers,
    "plan": plan,
    "large": large,
    "import": importing,
    "interpret": interpret,
    "pace": pace,
    "team": team,
    "claims": claims,
}

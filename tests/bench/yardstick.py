"""The yardstick of the webhook: a bare Flask view that verifies, inserts, commits and enqueues, and nothing else."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import threading

import jwt
import psycopg
import rq
from flask import Flask, Response, request
from redis import Redis

app = Flask("yardstick")
SECRET = os.environ["YARDSTICK_SECRET"]
DATABASE = os.environ["YARDSTICK_DATABASE"]
REDIS = os.environ["YARDSTICK_REDIS"]
INSERT = (
    "INSERT INTO yardstick (external_id, payload, received_at) VALUES (%s, %s, now())"
    " ON CONFLICT DO NOTHING RETURNING id"
)


class Own(threading.local):
    """What each thread keeps: its connection and its queue."""

    def __init__(self) -> None:
        self.connection = psycopg.connect(DATABASE)
        self.queue = rq.Queue("yardstick", connection=Redis.from_url(REDIS), serializer="json")


own = Own()


@app.post("/inbound")
def inbound() -> Response:
    """Verify the signature and the hash, store the row once, commit, enqueue a job, answer."""
    body = request.get_data(cache=False)
    claims = jwt.decode(request.headers["Authorization"].removeprefix("Bearer "), SECRET, algorithms=["HS256"])
    if not hmac.compare_digest(claims["payload_hash"], hashlib.sha256(body).hexdigest()):
        return Response(status=401)
    found = json.loads(body)
    with own.connection.cursor() as cursor:
        row = cursor.execute(INSERT, (found["message_uuid"], body.decode())).fetchone()
    own.connection.commit()
    if row is not None:
        own.queue.enqueue("yardstick.nothing", row[0])
    return Response(status=200, content_type="application/json")

"""The table of the yardstick: what a bare view needs to be durable and to see a repeat."""

from __future__ import annotations

TABLE = (
    "CREATE TABLE IF NOT EXISTS yardstick"
    " (id SERIAL PRIMARY KEY, external_id TEXT UNIQUE, payload JSONB, received_at TIMESTAMPTZ)"
)

"""The web application of the tests: our own, but passwords cost little, and templates and addresses compile once."""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

from checkin.app import create_app
from checkin.runtime import Runtime

PASSWORD = "vier kleine vissen bellen"
PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
"""An argon2id that takes a tenth of a millisecond; what landlords have takes a tenth of a second, four times over."""
LITTLE = {"argon2__time_cost": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1}


class Compiled(BytecodeCache):
    """Templates as one application of this process compiled them, for the next one."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.code


class Written(Rule):
    """An address; the two functions that Werkzeug writes for it are written once, and not in every application."""

    _known: dict[tuple[object, ...], Callable[..., Any]] = {}  # noqa: RUF012  meant for all of them

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., Any]:
        key = (tuple(self._trace), repr(self.defaults), append_unknown)
        if key not in self._known:
            self._known[key] = super()._compile_builder(append_unknown)
        return self._known[key]


COMPILED = Compiled()
Flask.url_rule_class = Written


def quick_app(runtime: Runtime) -> Flask:
    """Build the web application around a running house."""
    app = create_app(runtime)
    app.jinja_env.bytecode_cache = COMPILED
    app.extensions["security"].pwd_context.update(**LITTLE)
    return app

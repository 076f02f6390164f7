"""The web application of the tests: in everything our own, but a password costs little and a template compiles once."""

from __future__ import annotations

from types import CodeType

from argon2 import PasswordHasher
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

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


COMPILED = Compiled()


def quick_app(runtime: Runtime) -> Flask:
    """Build the web application around a running house."""
    app = create_app(runtime)
    app.jinja_env.bytecode_cache = COMPILED
    app.extensions["security"].pwd_context.update(**LITTLE)
    return app

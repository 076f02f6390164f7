"""Hearing the bell: from here on a new ring makes a new job, so no work falls between two jobs."""

from __future__ import annotations

from redis.exceptions import RedisError

from checkin.doorbell import bell_key
from checkin.jobs import Queue
from checkin.runtime import Runtime


def heard(runtime: Runtime, queue: Queue) -> None:
    """Take the bell's mark away; without Redis there is none, and the reconciler called us itself."""
    try:
        runtime.redis.delete(bell_key(queue))
    except RedisError:
        return

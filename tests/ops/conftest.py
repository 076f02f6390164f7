"""What the tests of running the service need: a place for the embedded PostgreSQL."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

# The embedded server keeps its lock files here and warns when a machine (as a container) has no such place.
if "XDG_RUNTIME_DIR" not in os.environ:
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="checkin-tests-")
    atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)

"""Writes the next migration from the models: `make migration WHAT="in some words"`, to be read before it is kept.

The first one again, as long as nobody runs it: `rm checkin/migrations/versions/0001_*.py` and
`make migration WHAT="the main job"`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile

from checkin.db import make_engine
from checkin.migrations.run import newest, upgrade, write_next


def main() -> None:
    """Migrate an empty SQLite database to the newest version and write down what the models have beyond it."""
    what = " ".join(sys.argv[1:]).strip()
    if not what:
        sys.exit('Say what changes: make migration WHAT="in some words"')
    with tempfile.TemporaryDirectory() as directory:
        engine = make_engine(f"sqlite:///{directory}/empty.db")
        if newest():
            upgrade(engine)
        written = write_next(engine, what)
        engine.dispose()
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", written], check=True)  # noqa: S603 - our own file
    sys.stdout.write(f"{written}\n")


if __name__ == "__main__":
    main()

"""Runs the phone network alone: `python -m checkin.phonenet`."""

from __future__ import annotations

from checkin.phonenet.server import main

if __name__ == "__main__":
    main()

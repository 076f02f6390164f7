"""How large a file of tenants may be, outside and inside."""

from __future__ import annotations

MEGABYTE = 1024 * 1024
FILE_MEGABYTES = 20
FILE_BYTES = FILE_MEGABYTES * MEGABYTE
ROWS = 100_000
COLUMNS = 300
CELL_CHARACTERS = 32_767
"""What Excel allows in one cell."""
HEADER_WITHIN = 50
"""Rows in which the header must be found; titles and dates may stand above it."""

ZIP_ENTRIES = 2_000
UNPACKED = 300 * MEGABYTE
TEXT_INSIDE = 64 * MEGABYTE
"""What one sheet may be as plain text: three times what 100,000 ordinary rows need."""
MEMORY = 1_500 * MEGABYTE
CPU_SECONDS = 60
WAIT_SECONDS = 120

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from checkin.tenants.reading import read_table
from checkin.tenants.uploads import Uploads

CONTENT = b"Achternaam;Mobiel;BSN;Mantelzorger\nJansen;0612345678;123456782;Piet Puk\n"


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "data")


def files(uploads: Uploads) -> list[Path]:
    return sorted(uploads.directory.iterdir())


def test_a_file_waits_under_a_random_name_that_only_we_can_read(uploads):
    token, other = (uploads.keep(read_table(CONTENT)) for _time in range(2))
    assert token != other
    assert {stat.S_IMODE(path.stat().st_mode) for path in files(uploads)} == {0o600}
    assert stat.S_IMODE(uploads.directory.stat().st_mode) == 0o700
    assert not any("huurders" in path.name for path in files(uploads))
    assert list(uploads.table(token).rows()) == [(2, ["Jansen", "0612345678", "", ""])]


def test_what_we_refuse_is_not_on_disk(uploads):
    uploads.keep(read_table(CONTENT))
    assert not any(b"123456782" in path.read_bytes() or b"Puk" in path.read_bytes() for path in files(uploads))


@pytest.mark.parametrize("token", ["", "../../etc/passwd", "a" * 32, "a" * 31 + "/", "a" * 33, "a" * 32 + "\n"])
def test_a_name_that_is_not_ours_finds_nothing(uploads, token):
    with pytest.raises(FileNotFoundError):
        uploads.table(token)
    uploads.forget(token)


def test_a_file_can_be_thrown_away(uploads):
    uploads.forget(uploads.keep(read_table(CONTENT)))
    assert files(uploads) == []


def test_after_a_day_everything_is_gone(uploads):
    now = datetime.now(UTC)  # noqa: TID251 - files carry the machine's own time
    assert uploads.sweep(now) == 0
    uploads.keep(read_table(CONTENT))
    young = files(uploads)
    old = uploads.keep(read_table(CONTENT))
    for path in files(uploads):
        if path.name.startswith(old):
            os.utime(path, times=((now - timedelta(hours=25)).timestamp(),) * 2)
    assert uploads.sweep(now) == 1
    assert files(uploads) == young

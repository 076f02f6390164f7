from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.tenants import cells
from checkin.tenants.cells import Contract
from checkin.tenants.models import Channel

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "year"),
    [("12-03-1941", 1941), ("1941-03-12", 1941), ("12/3/41", 1941), ("1941", 1941), ("15047", 1941), ("19410312", 1941),
     ("12 maart 1941", 1941), ("1941-03-12 00:00", 1941), ("1941-03-12T00:00:00", 1941), ("01-01-2027", None),
     ("31-02-1941", None), ("vroeger", None), ("01-01-1753", None)],
)  # fmt: skip
def test_of_a_date_of_birth_only_the_year_is_kept(text, year):
    assert cells.birth_year_of(text, TODAY) == year


def test_a_two_digit_year_is_the_last_one_that_was():
    assert cells.date_of("1-2-26", TODAY) == date(2026, 2, 1)
    assert cells.date_of("1-2-27", TODAY) == date(1927, 2, 1)


@pytest.mark.parametrize(
    ("text", "channel"),
    [("TEL", Channel.VOICE), ("bellen", Channel.VOICE), ("MOB", Channel.TEXT), ("SMS", Channel.TEXT),
     ("POS", Channel.NONE), ("brief", Channel.NONE), ("EMA", Channel.AUTO), ("postduif", None)],
)  # fmt: skip
def test_a_preferred_channel_is_read(text, channel):
    assert cells.channel_of(text) is channel


def test_languages_are_kept_as_a_code():
    assert [cells.language_of(text) for text in ("NLD", "Nederlands", "ENG", "TUR", "Arabisch", "Klingon")] == [
        "nl", "nl", "en", "tr", "ar", None,
    ]  # fmt: skip


def test_parts_of_the_day_are_read():
    assert [cells.daypart_of(text) for text in ("OCH", "'s middags", "avond", "na 18u")] == [
        "morning", "afternoon", "evening", None,
    ]  # fmt: skip


def test_states_of_a_contract_are_read():
    assert [cells.contract_of(text) for text in ("LOP", "Lopend", "OPG", "BEE", "beëindigd", "raar")] == [
        Contract.RUNS, Contract.RUNS, Contract.NOTICE, Contract.OVER, Contract.OVER, Contract.UNKNOWN,
    ]  # fmt: skip


def test_only_people_who_live_there_are_tenants():
    assert all(cells.is_tenant_role(role) for role in ("HUU", "Huurder", "MDH", "mede-huurder", "BEW"))
    assert not any(cells.is_tenant_role(role) for role in ("WON", "LEV", "MDW", "CPE", "Leverancier"))


def test_a_word_about_health_crime_or_origin_is_noticed():
    assert cells.sensitive_word("Let op: dementie, hond in huis") == "dementie"
    assert cells.sensitive_word("Belt liever na tienen") is None


def test_what_nobody_can_see_is_taken_away():
    assert cells.clean(" A\u200bnna\u202e\x07  Jansen\u00a0\n") == "Anna Jansen"
    assert cells.clean("\ud800Jansen") == "Jansen"
    assert cells.clean("محمد") == "محمد"


@given(st.text())
def test_no_cell_breaks_a_reader(text):
    cleaned = cells.clean(text)
    cleaned.encode()
    assert cells.clean(cleaned) == cleaned
    cells.date_of(text, TODAY)
    cells.birth_year_of(text, TODAY)
    cells.contract_of(text)
    cells.channel_of(text)
    cells.sensitive_word(text)

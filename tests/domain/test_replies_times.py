"""Moments that tenants name, on Monday 23 November 2026 at five past two."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.meanings import Meaning
from checkin.domain.replies import read_text
from checkin.domain.replies.seeing import see
from checkin.domain.replies.tables import VOCABULARY
from checkin.domain.replies.times import NOBODY_WAITS, wished_moment

HOME = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 23, 14, 5, tzinfo=HOME)


def wished(text: str, now: datetime = NOW) -> str | None:
    moment = read_text(text, now=now, zone=HOME).when
    return f"{moment:%a %d-%m %H:%M}" if moment else None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("morgen na tienen", "Tue 24-11 10:00"),
        ("na 14.00 uur", "Tue 24-11 14:00"),
        ("na 15:30", "Mon 23-11 15:30"),
        ("volgende week dinsdag", "Tue 01-12 09:00"),
        ("dinsdag volgende week graag", "Tue 01-12 09:00"),
        ("vanavond na 7 uur", "Mon 23-11 19:00"),
        ("van avond na 7 uur", "Mon 23-11 19:00"),
        ("over een uurtje", "Mon 23-11 15:05"),
        ("over n uurtje", "Mon 23-11 15:05"),
        ("over een half uur", "Mon 23-11 14:35"),
        ("over een kwartiertje", "Mon 23-11 14:20"),
        ("over twee weken", "Mon 07-12 09:00"),
        ("eind van de middag", "Mon 23-11 16:00"),
        ("vanmiddag graag", "Mon 23-11 14:35"),
        ("morgenochtend", "Tue 24-11 09:00"),
        ("graag in de morgen", "Tue 24-11 09:00"),
        ("maandag graag", "Mon 30-11 09:00"),
        ("donderdagavond", "Thu 26-11 18:00"),
        ("vanmiddag om half 4", "Mon 23-11 15:30"),
        ("kwart over 2 graag", "Mon 23-11 14:15"),
        ("om kwart voor elf graag", "Tue 24-11 10:45"),
        ("na zessen", "Mon 23-11 18:00"),
        ("niet voor elven bellen aub", "Tue 24-11 11:00"),
        ("tussen 2 en 4", "Tue 24-11 14:00"),
        ("tussen de middag", "Tue 24-11 12:00"),
        ("morgen voor 12 uur", "Tue 24-11 09:00"),
        ("na het weekend", "Mon 30-11 09:00"),
        ("eind van de week", "Fri 27-11 09:00"),
        ("volgende maand", "Tue 01-12 09:00"),
        ("na kerst", "Sun 27-12 09:00"),
        ("ben op vakantie tot 5 december, daarna graag", "Sun 06-12 09:00"),
        ("1 na 2 uur", "Tue 24-11 14:00"),
        ("morgne graag", "Tue 24-11 09:00"),
        ("tomorrow after ten", "Tue 24-11 10:00"),
        ("call me in an hour", "Mon 23-11 15:05"),
        ("yarın lütfen", "Tue 24-11 09:00"),
        ("завтра", "Tue 24-11 09:00"),
        ("later", None),
        ("nu niet", None),
        ("99:99 graag later", None),
        ("de kraan lekt sinds dinsdag", None),
        ("alles goed", None),
    ],
)
def test_a_moment_that_is_named_is_worked_out(text: str, moment: str | None) -> None:
    assert wished(text) == moment


def test_without_a_clock_no_moment_is_worked_out() -> None:
    assert read_text("morgen na tienen").when is None


def test_a_moment_carries_the_time_of_the_landlord_in_summer_and_winter() -> None:
    moment = read_text("morgen na tienen", now=datetime(2026, 10, 24, 12, tzinfo=UTC), zone=HOME).when
    assert moment is not None
    assert moment.isoformat(timespec="minutes") == "2026-10-25T10:00+01:00"


WORDS = [
    "morgen",
    "overmorgen",
    "na",
    "voor",
    "niet",
    "om",
    "half",
    "kwart",
    "over",
    "tussen",
    "de",
    "het",
    "tot",
    "2",
    "10",
    "14.00",
    "23:59",
    "00:00",
    "31",
    "februari",
    "december",
    "uur",
    "tienen",
    "maandag",
    "volgende",
    "week",
    "eind",
    "van",
    "middag",
    "ochtend",
    "avond",
    "een",
    "uurtje",
    "paar",
    "dagen",
    "in",
    "999",
    "maand",
    "kerst",
    "weekend",
    "vroeg",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=7),
    st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_a_moment_lies_ahead_and_not_too_far_whatever_is_written(words: list[str], now: datetime) -> None:
    seen = see(" ".join(words))
    moment = wished_moment(seen.words, [VOCABULARY.symbol(word) for word in seen.words], now, HOME)
    assert moment is None or now < moment <= now + NOBODY_WAITS + timedelta(days=400)


def test_a_wish_for_a_moment_is_a_wish_for_later() -> None:
    for text in ("praatje graag maar morgen pas", "ja dinsdagmiddag graag", "bel me na 3 uur"):
        assert read_text(text).meaning is Meaning.LATER

"""Changed words are said at once: here when this process changed them, elsewhere within seconds."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlmodel import Session

from checkin import kept
from checkin.db import make_engine, unit_of_work
from checkin.domain.errors import Refused
from checkin.messaging.callscript import MenuMove, Voice, question
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.wording import Wording, compose
from checkin.runtime import Runtime
from checkin.settings import Settings
from checkin.tenants.models import Tenant
from checkin.texts import phrasebook, queries
from checkin.texts.models import WordsChange
from checkin.texts.service import change_words, newest_version
from tests import factories
from tests.conftest import MovableClock, make_test_runtime
from tests.line import Line, given, line

__all__ = ["given", "line"]
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
FINE = "Wat fijn! Later toch praten of hulp? Stuur 1 of 2, of bel {phone}. {org}"
TURKISH = "Sevindik! Sohbet veya yardım için 1 veya 2 yazın ya da arayın: {phone}. {org}"


def change(
    runtime: Runtime, *lines: str, key: str = "S5", language: str = "nl", follows: int = 0, staff_id: int | None = None
) -> None:
    with unit_of_work(runtime) as session:
        change_words(
            session,
            runtime.words,
            runtime.settings,
            language=language,
            key=key,
            lines=lines,
            follows=follows,
            staff_id=staff_id,
            now=runtime.now(),
        )


def test_to_begin_with_the_house_says_what_checkin_brings(runtime: Runtime) -> None:
    assert runtime.words == ORIGINAL


def test_a_change_holds_at_once_for_who_made_it_and_in_its_language_only(runtime: Runtime) -> None:
    change(runtime, FINE)
    assert runtime.words.text("S5", "nl") == FINE
    assert runtime.words.text("S5", "fa") == FINE
    assert runtime.words.text("S5", "tr") == ORIGINAL.text("S5", "tr")
    change(runtime, TURKISH, language="tr")
    assert runtime.words.text("S5", "tr") == TURKISH
    assert runtime.words.text("S6", "nl") == ORIGINAL.text("S6", "nl")


def test_another_process_follows_within_seconds(
    runtime: Runtime, settings: Settings, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_test_runtime(settings, clock)
    assert other.words == ORIGINAL
    change(runtime, FINE)
    assert other.words == ORIGINAL
    later = kept.time.monotonic() + phrasebook.KEEP_SECONDS
    monkeypatch.setattr(kept.time, "monotonic", lambda: later)
    assert other.words.text("S5", "nl") == FINE
    other.engine.dispose()
    other.redis.close()


def test_many_questions_cost_one_look(runtime: Runtime) -> None:
    looks: list[str] = []
    event.listen(runtime.engine, "before_cursor_execute", lambda *given: looks.append(given[2]))
    for _ in range(500):
        runtime.words.text("S1", "nl")
    assert len([one for one in looks if "words_change" in one]) == 1


@SQLITE
def test_when_the_database_is_away_the_last_words_hold(
    runtime: Runtime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(runtime, FINE)
    assert runtime.words.text("S5", "nl") == FINE
    here, runtime.engine = runtime.engine, make_engine(f"sqlite:///{tmp_path}/nowhere/checkin.db")
    later = kept.time.monotonic() + phrasebook.KEEP_SECONDS
    monkeypatch.setattr(kept.time, "monotonic", lambda: later)
    assert runtime.words.text("S5", "nl") == FINE
    runtime.engine = here


def test_the_original_comes_back_and_follows_newer_versions_of_checkin(runtime: Runtime) -> None:
    change(runtime, FINE)
    change(runtime, *ORIGINAL.sentences("S5", "nl"), follows=1)
    assert runtime.words == ORIGINAL
    with unit_of_work(runtime) as session:
        assert newest_version(session, language="nl", key="S5") == 2
        newest, older = queries.versions(session, language="nl", key="S5")
        assert (newest.original, older.original, older.lines) == (True, False, (FINE,))
        assert session.get_one(WordsChange, 2).lines is None
        assert queries.changed_in(session, "nl") == {}


def test_two_people_cannot_change_the_same_words(runtime: Runtime) -> None:
    change(runtime, FINE)
    with pytest.raises(Refused) as refused:
        change(runtime, FINE.replace("Wat fijn", "Heel fijn"))
    assert refused.value.code == "words_changed"
    assert runtime.words.text("S5", "nl") == FINE


@SQLITE
@pytest.mark.parametrize(
    ("key", "text", "what"),
    [
        ("S7", "{org} belt u zo snel mogelijk.", "missing_word"),
        ("S7b", "{org} belt u. Gevaar: 112.", "missing_word"),
        ("S1", "Dag, hier {org}. Stuur 1, 2 of 3.", "missing_word"),
        ("S3", "Fijn! {org} belt u.", "missing_place"),
        ("S5", "Fijn! {nobody} {org} {phone} 1 2", "unknown_place"),
    ],
)
def test_words_without_what_must_stay_are_refused_and_nothing_changes(
    runtime: Runtime, key: str, text: str, what: str
) -> None:
    with pytest.raises(Refused) as refused:
        change(runtime, text, key=key)
    assert (refused.value.code, refused.value.details["what"]) == ("words_wrong", what)
    assert runtime.words == ORIGINAL


@SQLITE
def test_every_change_stays_with_who_and_when(session: Session, runtime: Runtime) -> None:
    sanne = factories.sanne(session)
    first, second = (FINE, FINE.replace("Wat", "Heel"))
    for follows, text in enumerate((first, second)):
        change_words(
            session, runtime.words, runtime.settings, language="nl", key="S5", lines=(text,), follows=follows,
            staff_id=sanne.id, now=runtime.now() + timedelta(minutes=follows),
        )  # fmt: skip
    newest, older = queries.versions(session, language="nl", key="S5")
    assert (newest.number, newest.lines, newest.who, newest.at) == (
        2,
        (second,),
        "Sanne",
        runtime.now() + timedelta(minutes=1),
    )
    assert (older.number, older.lines) == (1, (first,))


@SQLITE
def test_words_that_cannot_be_filled_in_any_more_are_not_said(session: Session, runtime: Runtime) -> None:
    for number, (key, text) in enumerate([("S3", "Zonder tijd. {org}"), ("S99", "?"), ("S5", "{gone} {org} {phone}")]):
        session.add(WordsChange(language="nl", key=key, version=number + 1, lines=[text], at=runtime.now()))
    session.commit()
    assert runtime.words == ORIGINAL


@SQLITE
def test_who_rings_us_hears_the_changed_words_also_after_saying_who_it_is(line: Line) -> None:
    change(
        line.runtime,
        "Sizi arayalım mı?",
        "Bire basın.",
        "Yardım mı?",
        "İkiye basın.",
        key="chat line choices",
        language="tr",
    )
    number = factories.landline()
    line.store(factories.tenant, mobile=None, landline=number, birth_year=1942)
    line.store(factories.tenant, mobile=None, landline=number, birth_year=1939, language="tr")
    asked = line.rings_us(number)
    chosen = line.keys(None, "39", step=asked.steps[-1].step, provider_id="inbound")
    assert "Sizi arayalım mı?" in " ".join(chosen.steps[0].sentences)


@SQLITE
def test_tenants_read_and_hear_the_changed_words(line: Line) -> None:
    change(line.runtime, FINE)
    asked = "Selam {name}, burası {org}. Cevap: 1 sohbet, 2 yardım, 3 iyiyim. SMS yok: STOP"
    change(line.runtime, asked, key="S1", language="tr")
    change(line.runtime, "Nasılsınız?", "Bire basın.", "İkiye basın.", "Üçe basın.", key="question", language="tr")
    change(line.runtime, "Merhaba", key="morning", language="tr")
    linden: Tenant = line.store(factories.tenant)
    demir: Tenant = line.store(factories.tenant, language="tr")
    line.ask(linden)
    line.text(linden.mobile, "3")
    assert line.queued(linden.mobile) == ["S1", "S5"]
    house = {"words": line.runtime.words, "org": "Woonstichting Eemland", "phone": "0318-123456"}
    told = compose(Wording.S5_FINE, "nl", **house)  # type: ignore[arg-type]
    line.work()
    assert (linden.mobile, told) in line.carrier.texts
    assert told.startswith("Wat fijn!")
    assert line.message(line.ask(demir).id).text.startswith("Selam Sayin Van der Linden, burasi Woonstichting")
    rung: Tenant = line.store(factories.yilmaz, language="tr")
    opened = line.picked_up(line.ask(rung).id)
    said = " ".join(opened.steps[0].sentences)
    assert said.startswith("Merhaba. Burası Woonstichting Eemland")
    assert said.endswith("Nasılsınız? Bire basın. İkiye basın. Üçe basın.")
    voice = Voice("Eemland", "0318-123456", "tr", words=line.runtime.words)
    assert (
        question(voice, MenuMove.REPEAT, 100).steps[0]
        != question(Voice("Eemland", "0318-123456", "tr"), MenuMove.REPEAT, 100).steps[0]
    )

"""Recordings of the menu: versions, which one is played, and that a changed text is never said in an old voice."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from checkin.db import unit_of_work
from checkin.domain.errors import Refused
from checkin.domain.sound import SoundKind
from checkin.messaging.callscript import Voice
from checkin.messaging.recordable import Piece, pieces
from checkin.runtime import Runtime
from checkin.voice import service
from checkin.voice.queries import Version, sound, versions
from checkin.voice.recorded import KEPT_SECONDS, Recorded
from tests.conftest import MONDAY_MORNING
from tests.sounds import mp3, wav


def piece(step: str = "question", organisation: str = "Eemland") -> Piece:
    return next(one for one in pieces(Voice(organisation, "0318-123456")) if one.step == step)


def keep(session: Session, content: bytes, wanted: Piece | None = None) -> int:
    return service.keep_recording(
        session, language="nl", piece=wanted or piece(), content=content, staff_id=None, now=MONDAY_MORNING
    )


def shown(session: Session, wanted: Piece | None = None) -> list[Version]:
    one = wanted or piece()
    return versions(session, language="nl", pieces=[one]).get(one.step, [])


def played(session: Session) -> list[int]:
    return [one.version for one in shown(session) if one.played]


def test_a_new_recording_is_played_and_the_older_ones_stay(session: Session) -> None:
    first, second = keep(session, wav()), keep(session, mp3(2.0))
    assert [(one.id, one.version, one.played) for one in shown(session)] == [(second, 2, True), (first, 1, False)]
    assert [round(one.seconds) for one in shown(session)] == [2, 1]


def test_back_to_an_older_one_then_the_computer_and_nothing_is_lost(session: Session) -> None:
    first = keep(session, wav())
    keep(session, mp3())
    service.play_version(session, recording_id=first)
    assert played(session) == [1]
    service.silence(session, language="nl", step="question")
    assert played(session) == []
    assert len(shown(session)) == 2


def test_the_same_sound_twice_is_one_version(session: Session) -> None:
    first = keep(session, wav())
    keep(session, wav(pitch=600))
    assert keep(session, wav()) == first
    assert played(session) == [1]
    assert len(shown(session)) == 2


def test_a_number_is_not_given_twice_after_one_was_thrown_away(session: Session) -> None:
    first = keep(session, wav())
    keep(session, mp3())
    service.erase(session, recording_id=first)
    keep(session, wav(2.0))
    assert [one.version for one in shown(session)] == [3, 2]
    with pytest.raises(Refused, match="recording_gone"):
        service.erase(session, recording_id=first)
    with pytest.raises(Refused, match="recording_gone"):
        service.play_version(session, recording_id=first)


def test_what_is_refused_leaves_everything_as_it_was(session: Session) -> None:
    keep(session, wav())
    with pytest.raises(Refused, match="sound_unknown"):
        keep(session, b"no sound at all")
    assert played(session) == [1]


def test_another_step_and_another_language_keep_their_own(session: Session) -> None:
    keep(session, wav())
    english = next(one for one in pieces(Voice("Eemland", "0318-123456", "en")) if one.step == "question")
    service.keep_recording(session, language="en", piece=english, content=wav(), staff_id=None, now=MONDAY_MORNING)
    keep(session, mp3(), piece("silent"))
    assert played(session) == [1]
    service.silence(session, language="en", step="question")
    assert played(session) == [1]


def test_a_sound_is_given_to_whoever_has_its_address_and_to_nobody_else(session: Session) -> None:
    keep(session, wav())
    keep(session, mp3())
    newest, oldest = shown(session)
    assert len(newest.file) > 32
    assert newest.file != oldest.file
    # A call that has just been told of the older one still hears it.
    assert sound(session, token=oldest.file.removesuffix(".wav"), kind=SoundKind.WAV) == wav()
    assert sound(session, token=oldest.file.removesuffix(".wav"), kind=SoundKind.MP3) is None
    assert sound(session, token="A" * 32, kind=SoundKind.WAV) is None


def test_what_is_played_is_known_by_its_words_and_looked_up_every_few_seconds(runtime: Runtime) -> None:
    seconds = [0.0]
    recorded = Recorded(runtime, clock=lambda: seconds[0])
    assert recorded.known() == {}
    with unit_of_work(runtime) as session:
        keep(session, wav())
        (one,) = shown(session)
    assert recorded.known() == {}
    seconds[0] += KEPT_SECONDS
    assert recorded.known() == {("nl", piece().sentences): one.file}


def test_when_the_menu_says_something_else_the_old_recording_is_not_played(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        keep(session, wav(), piece("greeting-morning"))
        renamed = piece("greeting-morning", "Nieuwland")
        (one,) = shown(session, renamed)
    assert one.active
    assert not one.current
    assert ("nl", renamed.sentences) not in Recorded(runtime).known()


def test_a_database_that_is_away_leaves_a_call_with_what_was_known(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unit_of_work(runtime) as session:
        keep(session, wav())
    seconds = [0.0]
    recorded = Recorded(runtime, clock=lambda: seconds[0])
    before = recorded.known()

    def away() -> None:
        raise OperationalError("SELECT", {}, Exception("away"))

    monkeypatch.setattr(runtime.engine, "connect", away)
    seconds[0] += KEPT_SECONDS
    assert recorded.known() == before != {}

"""The menu in somebody's own voice: fetched by the provider for real, and a key works while it is played."""

from __future__ import annotations

from checkin.domain.checkins import CheckInState
from checkin.domain.replies import Meaning
from checkin.messaging.callscript import Voice
from checkin.messaging.recordable import pieces
from checkin.voice import service
from tests import factories
from tests.sounds import wav
from tests.town import ON_SQLITE, Town

pytestmark = ON_SQLITE


def test_a_recorded_question_is_streamed_and_a_key_interrupts_it(town: Town) -> None:
    settings = town.runtime.settings
    voice = Voice(settings.organisation, settings.organisation_phone)
    question = next(piece for piece in pieces(voice) if piece.step == "question")
    keep = {"language": "nl", "piece": question, "content": wav(3.0), "staff_id": None, "now": town.runtime.now()}
    town.store(service.keep_recording, **keep)
    yilmaz = town.store(factories.yilmaz)
    telephone = town.telephone(yilmaz.landline)
    town.start_round(yilmaz)
    town.until(lambda: [call for call in telephone.calls() if call["state"] == "ringing"], "the telephone rings")
    telephone.do("answer")
    town.until(lambda: "[recording " in telephone.heard(), "the recording is played")
    assert "Wij bellen voor meneer Yilmaz." in telephone.heard()
    assert "Toets drie" not in telephone.heard()

    telephone.press("3")
    town.until(lambda: "Fijn om te horen" in telephone.heard(), "the choice is spoken back")
    town.until(lambda: town.check_in(yilmaz).state is CheckInState.ANSWERED, "the check-in is answered")
    assert town.check_in(yilmaz).meaning is Meaning.FINE

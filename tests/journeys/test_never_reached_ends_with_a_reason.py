"""Nobody stays “planned” for ever: whoever is not reached ends with the reason."""

from __future__ import annotations

import pytest

from checkin.domain.checkins import CheckInState, EndReason
from tests import factories
from tests.town import ON_POSTGRESQL, Town

pytestmark = [ON_POSTGRESQL, pytest.mark.usefixtures("impatient")]


@pytest.mark.usefixtures("short_ring")
def test_three_calls_that_nobody_picks_up_end_as_never_picked_up(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = town.telephone(yilmaz.landline)
    town.start_round(yilmaz)
    town.until(lambda: town.check_in(yilmaz).state is CheckInState.UNREACHABLE, "the check-in ends")
    assert town.check_in(yilmaz).reason is EndReason.NEVER_PICKED_UP
    assert len(telephone.calls()) == 3


def test_voicemail_three_times_ends_as_voicemail(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = town.telephone(yilmaz.landline)
    town.start_round(yilmaz)

    def machine_picks_up() -> bool:
        if any(call["state"] == "ringing" for call in telephone.calls()[-1:]):
            telephone.do("voicemail")
        return town.check_in(yilmaz).state not in {CheckInState.PLANNED, CheckInState.ASKED}

    town.until(machine_picks_up, "the check-in ends")
    ended = town.check_in(yilmaz)
    assert (ended.state, ended.reason) == (CheckInState.UNREACHABLE, EndReason.VOICEMAIL)
    assert len(telephone.calls()) == 3


@pytest.mark.parametrize("action", ["reject", "answer-and-hang-up"])
def test_whoever_hangs_up_at_once_is_tried_once_more_and_then_left_alone(town: Town, action: str) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = town.telephone(yilmaz.landline)
    town.start_round(yilmaz)

    def hangs_up() -> bool:
        if any(call["state"] == "ringing" for call in telephone.calls()[-1:]):
            if action == "reject":
                telephone.do("reject")
            else:
                telephone.do("answer")
                telephone.do("hangup")
        return town.check_in(yilmaz).state is CheckInState.UNREACHABLE

    town.until(hangs_up, "the check-in ends")
    assert town.check_in(yilmaz).reason is EndReason.HUNG_UP
    assert len(telephone.calls()) == 2


def test_two_texts_without_an_answer_end_as_silent(town: Town) -> None:
    linden = town.store(factories.tenant)
    telephone = town.telephone(linden.mobile)
    town.start_round(linden)
    town.until(lambda: town.check_in(linden).state is CheckInState.SILENT, "the check-in ends")
    assert town.check_in(linden).reason is EndReason.NO_ANSWER_TO_TEXT
    assert [text.split(".")[0][:4] for text in telephone.texts()] == ["Dag ", "Dag "]
    assert "wij horen graag hoe het gaat" in telephone.texts()[1]


def test_a_tenant_without_a_number_ends_at_once(town: Town) -> None:
    nobody = town.store(factories.tenant, mobile=None)
    town.start_round(nobody)
    town.until(lambda: town.check_in(nobody).state is CheckInState.UNREACHABLE, "the check-in ends")
    assert town.check_in(nobody).reason is EndReason.NO_NUMBER


def test_post_only_is_never_rung_or_texted(town: Town) -> None:
    letters = town.store(factories.tenant, channel="none")
    town.start_round(letters)
    town.until(lambda: town.check_in(letters).state is CheckInState.UNREACHABLE, "the check-in ends")
    assert town.check_in(letters).reason is EndReason.POST_ONLY
    assert town.telephone(letters.mobile).texts() == []

"""The telephone menu: what it says, what a key leads to, and that silence leads to a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.office_hours import Daypart
from checkin.messaging import callscript
from checkin.messaging.callscript import ASKING, FIRST_STEP, AskKey, MenuMove, Say, Script, Voice, next_move

DUTCH = Voice("Woonstichting Eemland", "0318-123456")
ENGLISH = Voice("Woonstichting Eemland", "0318-123456", language="en", seconds=8)
NUMBER = "nul, drie, een, acht; een, twee, drie; vier, vijf, zes"


def spoken(script: Script) -> str:
    return " ".join(sentence for step in script.steps if isinstance(step, Say) for sentence in step.sentences)


def moves(*keys: str, slow: bool = False) -> list[MenuMove]:
    """Press one key after another, "" for silence, until the menu ends."""
    step, made = FIRST_STEP, []
    for digits in keys:
        move, step = next_move(step, digits, slow=slow)
        made.append(move)
        if move not in ASKING:
            break
    return made


@pytest.mark.parametrize(
    ("digits", "move"),
    [
        ("1", MenuMove.CHAT),
        ("2", MenuMove.HELP),
        ("3", MenuMove.FINE),
        ("9", MenuMove.NO_MORE),
        ("1#", MenuMove.CHAT),
        ("112", MenuMove.HELP),
    ],
)
def test_a_choice_counts_in_every_round(digits: str, move: MenuMove) -> None:
    for step in range(1000):
        assert next_move(step, digits) == (move, step)


def test_silence_is_met_with_patience_and_then_with_a_person() -> None:
    assert moves("", "", "") == [MenuMove.PATIENT, MenuMove.PATIENT, MenuMove.GIVE_UP]


def test_whoever_needs_more_time_is_asked_once_more() -> None:
    assert moves("", "", "", "", slow=True) == [MenuMove.PATIENT] * 3 + [MenuMove.GIVE_UP]


def test_an_unknown_key_is_met_twice_and_then_with_a_person() -> None:
    assert moves("4", "7", "*", "5") == [MenuMove.UNKNOWN_KEY, MenuMove.UNKNOWN_KEY, MenuMove.GIVE_UP]
    assert moves("12", "1") == [MenuMove.UNKNOWN_KEY, MenuMove.CHAT]


def test_zero_repeats_the_question_five_times_and_then_counts_as_silence() -> None:
    assert moves(*"000000", "", "") == [MenuMove.REPEAT] * 5 + [MenuMove.PATIENT] * 2 + [MenuMove.GIVE_UP]


def test_rounds_of_every_kind_are_counted_apart() -> None:
    assert moves("4", "", "0", "4", "0", "", "") == [
        MenuMove.UNKNOWN_KEY,
        MenuMove.PATIENT,
        MenuMove.REPEAT,
        MenuMove.UNKNOWN_KEY,
        MenuMove.REPEAT,
        MenuMove.PATIENT,
        MenuMove.GIVE_UP,
    ]


@given(st.lists(st.sampled_from(["", "0", "4", "#", "12"]), min_size=12, max_size=12), st.booleans())
def test_no_call_goes_on_for_ever_and_none_without_a_choice_ends_without_a_person(keys: list[str], slow: bool) -> None:
    made = moves(*keys, slow=slow)
    assert made[-1] is MenuMove.GIVE_UP
    assert set(made[:-1]) <= ASKING


@given(st.integers(), st.text(max_size=40), st.booleans())
def test_any_step_and_any_keys_give_a_move_and_the_step_only_grows(step: int, digits: str, slow: bool) -> None:
    move, following = next_move(step, digits, slow=slow)
    assert following > step if move in ASKING else following == step


def test_the_greeting_says_who_calls_and_for_whom_and_then_asks() -> None:
    script = callscript.greeting(DUTCH, name="mevrouw Van der Linden", daypart=Daypart.MORNING)
    assert spoken(script) == (
        "Goedemorgen. Dit is Woonstichting Eemland, uw verhuurder. U hoort een automatische stem. "
        "Wij bellen voor mevrouw Van der Linden. Wij willen graag weten hoe het met u gaat. "
        "Wilt u een praatje met een collega? Toets een. Wilt u hulp? Toets twee. Gaat alles goed? Toets drie."
    )
    assert script.steps[-1] == AskKey(FIRST_STEP, 10)


@pytest.mark.parametrize(
    ("daypart", "dutch", "english"),
    [
        (Daypart.MORNING, "Goedemorgen.", "Good morning."),
        (Daypart.AFTERNOON, "Goedemiddag.", "Good afternoon."),
        (Daypart.EVENING, "Goedenavond.", "Good evening."),
    ],
)
def test_the_greeting_fits_the_part_of_the_day(daypart: Daypart, dutch: str, english: str) -> None:
    assert spoken(callscript.greeting(DUTCH, name="", daypart=daypart)).startswith(dutch)
    assert spoken(callscript.greeting(ENGLISH, name="", daypart=daypart)).startswith(english)


def test_a_call_for_nobody_in_particular_names_nobody() -> None:
    assert "Wij bellen voor" not in spoken(callscript.greeting(DUTCH, name="", daypart=Daypart.MORNING))


@pytest.mark.parametrize(
    ("move", "opening"),
    [
        (MenuMove.REPEAT, "Wij willen graag weten"),
        (MenuMove.PATIENT, "U heeft alle tijd."),
        (MenuMove.UNKNOWN_KEY, "Die toets ken ik niet. Ik zeg het nog een keer. Wij willen graag weten"),
    ],
)
def test_every_round_asks_again_with_its_own_step(move: MenuMove, opening: str) -> None:
    script = callscript.question(DUTCH, move, 11)
    assert spoken(script).startswith(opening)
    assert "oets een." in spoken(script)
    assert script.steps[-1] == AskKey(11, 10)


def test_only_the_patient_round_names_zero_and_nine() -> None:
    assert "toets negen" in spoken(callscript.question(DUTCH, MenuMove.PATIENT, 1))
    assert "negen" not in spoken(callscript.question(DUTCH, MenuMove.REPEAT, 100))


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (
            MenuMove.CHAT,
            f"Fijn! Een collega belt u vandaag voor 17 uur voor een praatje. U ziet dan nummer {NUMBER}. Tot dan.",
        ),
        (
            MenuMove.HELP,
            (
                "Dank u. Een collega belt u vandaag voor 17 uur om te helpen. Is er nu gevaar? "
                "Hang dan op en bel een, een, twee. Tot straks."
            ),
        ),
        (MenuMove.FINE, f"Fijn om te horen. Wilt u later toch iemand spreken? Bel {NUMBER}. Een fijne dag."),
        (MenuMove.NO_MORE, f"Wij bellen u niet meer met deze stem. U kunt ons altijd bellen: {NUMBER}. Dag."),
    ],
)
def test_what_was_chosen_is_spoken_back_and_the_call_ends(move: MenuMove, said: str) -> None:
    script = callscript.confirmed(DUTCH, move, "vandaag voor 17 uur")
    assert spoken(script) == said
    assert not any(isinstance(step, AskKey) for step in script.steps)


def test_without_a_promise_a_person_rings_as_soon_as_possible() -> None:
    assert "belt u zo snel mogelijk voor een praatje" in spoken(callscript.confirmed(DUTCH, MenuMove.CHAT))
    assert "call you as soon as we can to help" in spoken(callscript.confirmed(ENGLISH, MenuMove.HELP))


def test_silence_ends_with_a_person_who_will_ring() -> None:
    assert "Een collega belt u zelf nog even." in spoken(callscript.goodbye_silent(DUTCH))


def test_whoever_rings_back_hears_the_same_question_and_no_name() -> None:
    said = spoken(callscript.inbound_greeting(DUTCH))
    assert said.startswith(
        "U spreekt met de automatische stem van Woonstichting Eemland. Wij hadden u gebeld. Wij willen"
    )
    assert "Wij hadden u gebeld" not in spoken(callscript.inbound_greeting(DUTCH, we_called=False))


def test_an_unknown_caller_is_asked_about_nobody_and_can_be_rung_back() -> None:
    said = spoken(callscript.unknown_caller(DUTCH))
    assert said == (
        "U spreekt met de automatische stem van Woonstichting Eemland. Wilt u dat een collega u terugbelt? Toets een. "
        "Wilt u geen telefoontjes of sms meer van ons? Toets negen."
    )
    again = callscript.unknown_caller(DUTCH, MenuMove.UNKNOWN_KEY, 10)
    assert spoken(again).startswith("Die toets ken ik niet.")
    assert again.steps[-1] == AskKey(10, 10)
    assert "terug" in spoken(callscript.confirmed(DUTCH, MenuMove.CHAT, "morgen voor 12 uur", known=False))
    assert "collega" not in spoken(callscript.goodbye_silent(DUTCH, known=False))


def test_voicemail_hears_nothing_about_anybody() -> None:
    said = spoken(callscript.goodbye_voicemail(DUTCH, daypart=Daypart.AFTERNOON))
    assert said.startswith("Goedemiddag, dit is Woonstichting Eemland, uw verhuurder.")
    assert NUMBER in said


def test_trouble_at_our_end_is_said_to_be_ours() -> None:
    assert "Dat ligt niet aan u." in spoken(callscript.goodbye_trouble(DUTCH))


def test_a_language_that_we_do_not_speak_hears_dutch() -> None:
    persian = callscript.goodbye_silent(Voice("Eemland", "0318-123456", language="fa"))
    assert persian == callscript.goodbye_silent(Voice("Eemland", "0318-123456"))


def test_english_is_spoken_whole() -> None:
    script = callscript.greeting(ENGLISH, name="Mrs Van der Linden", daypart=Daypart.EVENING)
    assert {step.language for step in script.steps if isinstance(step, Say)} == {"en"}
    assert "We are calling for Mrs Van der Linden." in spoken(script)
    assert script.steps[-1] == AskKey(FIRST_STEP, 8)


@pytest.mark.parametrize("move", [MenuMove.REPEAT, MenuMove.PATIENT, MenuMove.UNKNOWN_KEY])
def test_there_is_time_to_think_before_a_key_is_named(move: MenuMove) -> None:
    assert callscript.pause_before("Toets een.", "nl") > callscript.pause_before("Wilt u hulp?", "nl")
    script = callscript.question(DUTCH, move, 1)
    assert len(spoken(script)) < 1500

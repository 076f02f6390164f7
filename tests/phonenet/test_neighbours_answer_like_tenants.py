"""Simulated neighbours: lively, repeatable, quiet once they have answered."""

from __future__ import annotations

from pathlib import Path

import pytest
import urllib3

from checkin.phonenet.neighbours import REPLIES
from checkin.phonenet.network import Pace, PhoneNetwork
from tests.phonenet.conftest import Build
from tests.phonenet.landlord import Client, Landlord, Reply, pass_the_clock, wait_for

NUMBERS = [f"3161200{number:04}" for number in range(100, 160)]
QUESTION = "Hoe gaat het met u? Antwoord 1, 2 of 3."
FAST = Pace(time_scale=100, speech_rate=2000, texts_per_second=1000, calls_per_second=1000)


COLLEAGUE = "31687650001"


@pytest.fixture
def network(shared: Build) -> PhoneNetwork:
    return shared(pace=FAST, neighbours=True)


def replies(network: PhoneNetwork) -> dict[str, list[str]]:
    return {
        number: [text["text"] for text in network.handset(number).texts if text["direction"] == "from_tenant"]
        for number in NUMBERS
    }


def ask_all(client: Client, words: str = QUESTION) -> None:
    """Text everybody, and wait until all who are going to answer have answered."""
    for number in NUMBERS:
        client.text(to=number, text=words)
    network = client.network
    sent = [text for number in NUMBERS for text in network.texts.of(number) if text.direction == "to_tenant"]
    wait_for(lambda: all(text.status in {"delivered", "rejected"} for text in sent))
    pass_the_clock(network)  # the last neighbour has read the text
    wait_for(lambda: not network.clock._heap)
    pass_the_clock(network)  # the last answer is written


def test_most_answer_a_question_in_words_of_their_own(client: Client, network: PhoneNetwork) -> None:
    ask_all(client)
    said = [words for written in replies(network).values() for words in written]
    assert 30 < len(said) < 60
    assert len(set(said)) > 8
    assert set(said) <= {reply for reply, _ in REPLIES}
    assert client.network.violations == []


def test_they_answer_once_and_then_keep_quiet(client: Client, network: PhoneNetwork) -> None:
    ask_all(client)
    first = replies(network)
    ask_all(client, "Dank u wel. Wij bellen u. Stuur stop om te stoppen.")
    thanks = [number for number, written in replies(network).items() if written != first[number]]
    assert len(thanks) <= 6
    assert all(replies(network)[number][-1] == "dank u" for number in thanks)


def test_the_same_numbers_say_the_same(build: Build, pool: urllib3.PoolManager, tmp_path: Path) -> None:
    said = []
    for name in ("one", "two"):
        network = build(pace=FAST, neighbours=True, data=tmp_path / name)
        ask_all(Client(network, pool))
        said.append(replies(network))
    assert said[0] == said[1]


def test_a_number_that_a_person_works_is_left_alone(client: Client, network: PhoneNetwork) -> None:
    for number in NUMBERS[:30]:
        client.plain("GET", f"/handset/{number}", Accept="text/html")
    for number in NUMBERS[30:]:
        network.handset(number).send("ik doe dit zelf")
    ask_all(client)
    assert {words for written in replies(network).values() for words in written} == {"ik doe dit zelf"}
    assert len(client.plain("GET", "/neighbours").json()["by_hand"]) == len(NUMBERS)


def test_they_can_be_silenced(client: Client, network: PhoneNetwork) -> None:
    assert client.plain("PUT", "/neighbours", {"active": False}).json()["active"] is False
    assert client.plain("PUT", "/neighbours", {"active": "perhaps"}).status == 409
    ask_all(client)
    assert not any(replies(network).values())


def test_calls_end_in_every_way_that_calls_end(client: Client, network: PhoneNetwork, landlord: Landlord) -> None:
    script = [
        {"action": "talk", "text": "Druk 1, 2 of 3", "bargeIn": True},
        {
            "action": "input",
            "type": ["dtmf"],
            "dtmf": {"timeOut": 10, "maxDigits": 1},
            "eventUrl": [f"{landlord.url}/input"],
        },
    ]
    for number in NUMBERS:
        client.call(ncco=script, to=[{"type": "phone", "number": number}], ringing_timer=30)
    calls = network.switchboard.book.all()
    wait_for(lambda: all(call.is_over for call in calls))
    assert {"completed", "timeout"} <= {call.state for call in calls}
    assert {"busy", "rejected", "failed"} & {call.state for call in calls}
    assert {"1", "2", "3"} <= {call.keys for call in calls}
    assert any(call.machine for call in calls)
    wait_for(lambda: len(landlord.on("/input")) >= sum(bool(call.keys) for call in calls))


def test_a_colleague_picks_up_accepts_and_is_put_through_to_a_tenant(
    client: Client, network: PhoneNetwork, landlord: Landlord
) -> None:
    network.neighbours.colleagues = frozenset({COLLEAGUE})
    landlord.always["/input"] = Reply(
        body=[
            {"action": "connect", "endpoint": [{"type": "phone", "number": NUMBERS[0]}], "machineDetection": "continue"}
        ]
    )
    listen = {"action": "input", "type": ["dtmf"], "dtmf": {"maxDigits": 1}, "eventUrl": [f"{landlord.url}/input"]}
    client.call(ncco=[listen], to=[{"type": "phone", "number": COLLEAGUE}])
    wait_for(lambda: [call for call in network.switchboard.book.of(COLLEAGUE) if call.is_over])
    [colleague], [tenant] = network.switchboard.book.of(COLLEAGUE), network.switchboard.book.of(NUMBERS[0])
    assert (colleague.keys, colleague.state, tenant.state, tenant.machine) == ("1", "completed", "completed", False)
    client.text(to=COLLEAGUE, text=QUESTION)
    landlord.wait("/status", 2)
    assert [text["direction"] for text in network.handset(COLLEAGUE).texts] == ["to_tenant"], (
        "tenants are asked, not we"
    )
    network.neighbours.colleagues = frozenset()


def test_some_have_a_number_that_is_no_longer_in_use(client: Client, network: PhoneNetwork, landlord: Landlord) -> None:
    moved_away = "31612345607"
    client.text(to=moved_away)
    landlord.wait("/status", 2)
    assert landlord.statuses("/status") == ["submitted", "rejected"]
    client.plain("PUT", "/neighbours", {"active": False})
    client.text(to=moved_away)
    landlord.wait("/status", 4)
    assert landlord.statuses("/status")[2:] == ["submitted", "delivered"]


def states(network: PhoneNetwork) -> tuple[bool, set[str]]:
    """Tell whether they are awake, and what they leave to people; then end the run."""
    seen = network.neighbours.active, set(network.handsets.by_hand)
    network.stop()
    return seen


def test_what_was_decided_about_them_holds_after_a_restart(
    build: Build, pool: urllib3.PoolManager, tmp_path: Path
) -> None:
    data = tmp_path / "kept"
    assert states(build(data=data)) == (False, set())
    first = build(data=data, neighbours=True)
    first.handset(NUMBERS[0]).send("ik doe dit zelf")
    Client(first, pool).plain("GET", f"/handset/{NUMBERS[1]}", Accept="text/html")
    assert states(first) == (True, set(NUMBERS[:2]))
    second = build(data=data)
    Client(second, pool).plain("PUT", "/neighbours", {"active": False})
    Client(second, pool).plain("POST", "/reset")
    assert states(second) == (False, set())
    assert states(build(data=data, neighbours=True)) == (False, set())

"""Walks through NCCOs, as a tenant hears them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
import urllib3

from checkin.phonenet.ncco import NccoError, read_ncco
from checkin.phonenet.network import Pace, PhoneNetwork
from checkin.phonenet.sounds import sound_problem
from checkin.phonenet.speech import SsmlError, read_aloud
from tests.phonenet.conftest import Build
from tests.phonenet.landlord import TENANT, Client, Conversation, Json, Landlord, Reply, wait_for

Converse = Callable[..., Conversation]
WAIT = {"action": "wait", "timeout": 600}
STAFF = "31687654321"


def talk(text: str, **fields: object) -> Json:
    return {"action": "talk", "text": text, **fields}


def listen(landlord: Landlord, **dtmf: object) -> Json:
    return {"action": "input", "type": ["dtmf"], "dtmf": dtmf, "eventUrl": [f"{landlord.url}/input"]}


def test_a_key_goes_to_the_input_address_and_its_answer_is_played(landlord: Landlord, converse: Converse) -> None:
    landlord.always["/input"] = Reply(body=[talk("Dank u wel")])
    call = converse(talk("Druk een toets", bargeIn=True), listen(landlord, maxDigits=1), talk("Nooit gehoord"))
    call.wait_listening()
    call.press("1")
    call.wait_state("completed")
    body = landlord.bodies("/input")[0]
    assert body["dtmf"] == {"digits": "1", "timed_out": False}
    assert body["speech"] == {"error": "Speech was not enabled"}
    assert (body["uuid"], body["to"]) == (call.uuid, TENANT)
    assert "status" not in body
    assert call.shown["heard"] == ["Druk een toets", "Dank u wel"]
    assert call.shown["keys"] == "1"


def test_an_empty_answer_lets_the_old_script_run_on(landlord: Landlord, converse: Converse) -> None:
    call = converse(listen(landlord, maxDigits=1), talk("Tot ziens"))
    call.wait_listening()
    call.press("2")
    call.wait_state("completed")
    assert call.shown["heard"] == ["Tot ziens"]


def test_silence_is_reported_as_timed_out(landlord: Landlord, converse: Converse) -> None:
    converse(listen(landlord, timeOut=1))
    assert landlord.wait("/input")[0].body["dtmf"] == {"digits": "", "timed_out": True}


def test_digits_and_a_time_out_come_together(landlord: Landlord, converse: Converse) -> None:
    call = converse(listen(landlord, timeOut=1, maxDigits=4))
    call.wait_listening()
    call.press("12")
    assert landlord.wait("/input")[0].body["dtmf"] == {"digits": "12", "timed_out": True}


def test_the_hash_key_submits(landlord: Landlord, converse: Converse) -> None:
    call = converse(listen(landlord, timeOut=10, maxDigits=10, submitOnHash=True))
    call.wait_listening()
    call.press("1234#")
    assert landlord.wait("/input")[0].body["dtmf"] == {"digits": "1234", "timed_out": False}


def test_a_key_interrupts_a_long_sentence(build: Build, pool: urllib3.PoolManager, landlord: Landlord) -> None:
    network = build(pace=Pace(speech_rate=1, calls_per_second=30))
    client = Client(network, pool)
    made = client.call(ncco=[talk("Een hele lange zin " * 10, bargeIn=True), listen(landlord, maxDigits=1)])
    call = Conversation(client, made.json()["uuid"])
    call.answer()
    call.wait_listening()
    began = time.monotonic()
    call.press("3")
    landlord.wait("/input")
    assert time.monotonic() - began < 1


def test_the_time_out_runs_only_after_the_sentence(build: Build, pool: urllib3.PoolManager, landlord: Landlord) -> None:
    network = build(pace=Pace(speech_rate=50, calls_per_second=30))
    client = Client(network, pool)
    made = client.call(ncco=[talk("Tien tekens" * 2, bargeIn=True), listen(landlord, timeOut=0)])
    began = time.monotonic()
    Conversation(client, made.json()["uuid"]).answer()
    landlord.wait("/input")
    assert time.monotonic() - began > 0.4


def test_keys_pressed_while_a_menu_is_spoken_count(build: Build, pool: urllib3.PoolManager, landlord: Landlord) -> None:
    network = build(pace=Pace(speech_rate=100, calls_per_second=30))
    client = Client(network, pool)
    made = client.call(
        ncco=[
            talk("Druk een", bargeIn=True),
            {"action": "wait", "timeout": 0.4},
            listen(landlord, maxDigits=1),
        ]
    )
    call = Conversation(client, made.json()["uuid"])
    call.answer()
    call.wait_heard("Druk een")
    call.press("2")
    assert landlord.wait("/input")[0].body["dtmf"]["digits"] == "2"


def test_keys_pressed_while_nobody_listens_are_lost(landlord: Landlord, converse: Converse) -> None:
    call = converse({"action": "wait", "timeout": 2}, listen(landlord, maxDigits=1, timeOut=1))
    call.press("9")
    assert landlord.wait("/input")[0].body["dtmf"]["digits"] == ""


def test_speech_alone_hears_nothing(landlord: Landlord, converse: Converse) -> None:
    converse(
        {"action": "input", "type": ["speech"], "speech": {"startTimeout": 1}, "eventUrl": [f"{landlord.url}/input"]}
    )
    body = landlord.wait("/input")[0].body
    assert body["speech"] == {"timeout_reason": "start_timeout", "results": []}
    assert body["dtmf"] == {"digits": None, "timed_out": False}


def test_sound_is_fetched_and_a_missing_one_is_reported(
    landlord: Landlord, converse: Converse, network: PhoneNetwork
) -> None:
    landlord.always["/gone.mp3"] = Reply(status=404)
    stream = {"action": "stream", "streamUrl": [f"{landlord.url}/gone.mp3"]}
    call = converse(stream, WAIT)
    call.wait_heard("[recording gone.mp3]")
    wait_for(lambda: any("reason" in body for body in landlord.bodies("/event")))
    assert landlord.on("/gone.mp3")[0].method == "GET"
    wait_for(lambda: network.violations)
    (violation,) = network.violations
    assert violation["kind"] == "sound_missing"
    assert violation["detail"] == "HTTP 404"


def test_what_is_fetched_must_be_sound() -> None:
    assert sound_problem("audio/wav", b"RIFF\0\0\0\0WAVEfmt ") == ""
    assert sound_problem("audio/mpeg; x=1", b"\xff\xfb\x90\0") == ""
    assert sound_problem("audio/mpeg", b"ID3\4") == ""
    assert sound_problem("text/html", b"<h1>Not found</h1>") == "neither WAV nor MP3"
    assert sound_problem("audio/wav", b"\xff\xfb\x90\0") == "content type audio/wav for mp3"
    assert sound_problem("", b"\xff\xfb\x90\0") == "content type none for mp3"


def test_notify_tells_and_may_replace_the_script(landlord: Landlord, converse: Converse) -> None:
    landlord.always["/notify"] = Reply(body=[talk("Vervangen")])
    notify = {"action": "notify", "payload": {"step": 3}, "eventUrl": [f"{landlord.url}/notify"]}
    call = converse(notify, talk("Nooit"))
    call.wait_state("completed")
    assert landlord.bodies("/notify")[0]["payload"] == {"step": 3}
    assert call.shown["heard"] == ["Vervangen"]


def test_a_recording_ends_at_its_key(landlord: Landlord, converse: Converse) -> None:
    record = {"action": "record", "endOnKey": "#", "timeOut": 60, "eventUrl": [f"{landlord.url}/record"]}
    call = converse(record, talk("Opgenomen"))
    call.wait_heard("[recording]")
    call.press("#")
    call.wait_heard("Opgenomen")
    body = landlord.wait("/record")[0].body
    assert {"start_time", "end_time", "recording_url", "size", "recording_uuid"} <= body.keys()
    assert "status" not in body


def test_connect_rings_a_second_telephone_with_events_of_its_own(
    client: Client, landlord: Landlord, converse: Converse
) -> None:
    connect = {
        "action": "connect",
        "endpoint": [{"type": "phone", "number": STAFF}],
        "eventUrl": [f"{landlord.url}/leg"],
    }
    call = converse(connect, talk("Nog iets"))
    wait_for(lambda: client.network.handset(STAFF).calls)
    leg = client.network.handset(STAFF).calls[0]
    client.network.handset(STAFF).answer(leg["uuid"])
    call.wait_heard("[connected]")
    assert client.network.handset(STAFF).calls[0]["heard"] == ["[connected]"]
    client.network.handset(STAFF).hang_up(leg["uuid"])
    call.wait_state("completed")
    assert "Nog iets" in call.shown["heard"]
    wait_for(lambda: landlord.statuses("/leg") == ["started", "ringing", "answered", "completed"])
    assert {body["conversation_uuid"] for body in landlord.bodies("/leg")} == {
        body["conversation_uuid"] for body in landlord.bodies("/event")
    }


def test_the_second_telephone_stops_when_the_first_hangs_up(client: Client, converse: Converse) -> None:
    call = converse({"action": "connect", "endpoint": [{"type": "phone", "number": STAFF}]})
    wait_for(lambda: client.network.handset(STAFF).calls)
    client.network.handset(TENANT).hang_up(call.uuid)
    wait_for(lambda: client.network.handset(STAFF).calls[0]["state"] == "cancelled")


def test_a_synchronous_connect_waits_for_another_script(client: Client, landlord: Landlord, converse: Converse) -> None:
    landlord.always["/leg"] = Reply(body=[talk("Er is niemand")])
    call = converse(
        {
            "action": "connect",
            "endpoint": [{"type": "phone", "number": STAFF}],
            "eventType": "synchronous",
            "eventUrl": [f"{landlord.url}/leg"],
        },
        talk("Nooit"),
    )
    wait_for(lambda: client.network.handset(STAFF).calls)
    client.network.handset(STAFF).reject(client.network.handset(STAFF).calls[0]["uuid"])
    call.wait_state("completed")
    assert call.shown["heard"][-1] == "Er is niemand"


def to_staff(landlord: Landlord, **fields: object) -> Json:
    endpoint = {"endpoint": [{"type": "phone", "number": STAFF}], "eventUrl": [f"{landlord.url}/leg"]}
    return {"action": "connect", **endpoint, **fields}


@pytest.mark.parametrize(
    ("behaviour", "machine", "told"),
    [
        ("continue", False, ["started", "ringing", "answered", "human", "completed"]),
        ("continue", True, ["started", "ringing", "answered", "machine", "completed"]),
        ("hangup", False, ["started", "ringing", "answered", "human", "completed"]),
        ("hangup", True, ["started", "ringing", "answered", "machine", "completed"]),
    ],
)
def test_the_second_telephone_tells_who_picked_up(
    client: Client, landlord: Landlord, converse: Converse, behaviour: str, machine: bool, told: list[str]
) -> None:
    call = converse(to_staff(landlord, machineDetection=behaviour, limit=5), talk("Nog iets"))
    staff = client.network.handset(STAFF)
    wait_for(lambda: staff.calls)
    leg = staff.calls[0]["uuid"]
    (staff.voicemail if machine else staff.answer)(leg)
    wait_for(lambda: landlord.statuses("/leg") == told)
    call.wait_state("completed")
    [detected] = [body for body in landlord.bodies("/leg") if body["status"] in {"human", "machine"}]
    assert (detected["call_uuid"], "uuid" in detected) == (leg, False)
    [ended] = [body for body in landlord.bodies("/leg") if body["status"] == "completed"]
    assert (int(ended["duration"]) < 5) == (machine and behaviour == "hangup")
    assert call.shown["heard"][-1] == "Nog iets"


def test_the_second_telephone_shows_a_number_of_the_account_or_none(
    client: Client, landlord: Landlord, converse: Converse
) -> None:
    for shown, seen in ((client.network.application.numbers[0],) * 2, ("31600000000", "unknown")):
        call = converse(to_staff(landlord, **{"from": shown}))
        wait_for(lambda: [one for one in client.network.handset(STAFF).calls if one["state"] == "ringing"])
        assert client.network.handset(STAFF).calls[-1]["from"] == seen
        client.network.handset(TENANT).hang_up(call.uuid)
        wait_for(lambda: client.network.handset(STAFF).calls[-1]["state"] == "cancelled")


def test_a_second_telephone_that_nobody_answers_asks_what_now_and_tells_that_it_is_over(
    client: Client, landlord: Landlord, converse: Converse
) -> None:
    landlord.always["/leg"] = Reply(body=[talk("Er nam niemand op")])
    call = converse(to_staff(landlord, eventType="synchronous", timeout=1), talk("Nooit"))
    call.wait_state("completed")
    assert call.shown["heard"][-1] == "Er nam niemand op"
    wait_for(lambda: {"started", "ringing", "timeout", "completed"} <= set(landlord.statuses("/leg")))


def test_a_conversation_ends_for_all_when_its_owner_leaves(client: Client, converse: Converse) -> None:
    owner = converse({"action": "conversation", "name": "buurt", "endOnExit": True})
    made = client.call(ncco=[{"action": "conversation", "name": "buurt"}], to=[{"type": "phone", "number": STAFF}])
    client.network.handset(STAFF).answer(made.json()["uuid"])
    client.network.handset(TENANT).hang_up(owner.uuid)
    wait_for(lambda: client.network.handset(STAFF).calls[0]["state"] == "completed")


@pytest.mark.parametrize(
    "wrong",
    [
        {"action": "talk"},
        {"action": "talk", "text": ""},
        {"action": "talk", "text": "x" * 1501},
        {"action": "talk", "text": "<speak>Jan & Piet</speak>"},
        {"action": "talk", "text": "<speak>open"},
        {"action": "input"},
        {"action": "input", "type": ["dtmf"], "dtmf": {"timeOut": 11}},
        {"action": "input", "type": ["dtmf"], "dtmf": {"maxDigits": 0}},
        {"action": "input", "type": ["dtmf"], "eventUrl": "http://127.0.0.1/x"},
        {"action": "stream", "streamUrl": "http://127.0.0.1/x"},
        {"action": "connect", "endpoint": []},
        {"action": "connect", "endpoint": [{"type": "phone", "number": STAFF}], "machineDetection": "perhaps"},
        {"action": "connect", "endpoint": [{"type": "phone", "number": STAFF}], "advancedMachineDetection": "yes"},
        {"action": "connect", "endpoint": [{"type": "phone", "number": "+316"}]},
        {"action": "notify", "payload": {}},
        {"action": "record", "endOnSilence": 1},
        {"action": "conversation"},
        {"action": "dance"},
        "talk",
    ],
)
def test_a_wrong_script_is_refused(wrong: object) -> None:
    with pytest.raises(NccoError, match="Syntax error in NCCO"):
        read_ncco([wrong])


def test_a_wrong_script_kills_the_call_and_is_reported(landlord: Landlord, converse: Converse) -> None:
    landlord.always["/answer"] = Reply(body=[{"action": "dance"}])
    call = converse(answer_url=[f"{landlord.url}/answer"], answer_method="POST")
    call.wait_state("completed")
    wait_for(lambda: any("reason" in body for body in landlord.bodies("/event")))
    report = next(body for body in landlord.bodies("/event") if "reason" in body)
    assert report.keys() == {"reason", "conversation_uuid", "timestamp"}
    assert call.shown["heard"] == []


def test_ssml_is_heard_as_words_and_pauses() -> None:
    speech = read_aloud('<speak>Dag<break time="500ms"/>mevrouw <emphasis>Jansen &amp; co</emphasis></speak>')
    assert speech.text == "Dag mevrouw Jansen & co"
    assert speech.sentences == ("Dag mevrouw Jansen & co",)
    assert speech.pause == 0.5
    assert read_aloud("1 < 2 & zo").text == "1 < 2 & zo"
    with pytest.raises(SsmlError):
        read_aloud("<speak><bold>x</bold></speak>")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Goedemorgen. Dit is Zuid, uw verhuurder.", ["Goedemorgen.", "Dit is Zuid, uw verhuurder."]),
        (
            "Voor mevrouw A.B. Smit. Een collega belt u. Dag!",
            ["Voor mevrouw A.B. Smit.", "Een collega belt u.", "Dag!"],
        ),
        ("Bel nul, drie, een, acht; een, twee.  \n Dag", ["Bel nul, drie, een, acht; een, twee.", "Dag"]),
        ("Toets 1. Hulp? Toets 2.", ["Toets 1.", "Hulp?", "Toets 2."]),
        ('<speak>Hulp: <break time="1s"/>toets twee.<break/>en dan</speak>', ["Hulp: toets twee.", "en dan"]),
        ('<speak>Bel nul,<break time="1s"/>drie. Dag.</speak>', ["Bel nul, drie.", "Dag."]),
        ("<speak><s>een</s><s>twee</s> <p>drie. Vier</p></speak>", ["een", "twee", "drie.", "Vier"]),
        ("<speak> </speak>", []),
    ],
)
def test_a_talk_is_heard_sentence_by_sentence(text: str, sentences: list[str]) -> None:
    assert read_aloud(text).sentences == tuple(sentences)

"""Recordings by their contents: what can be played, for how long, and why something cannot."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.errors import Refused
from checkin.domain.sound import LARGEST, SHORTEST_SECONDS, SoundKind, read_sound
from tests.sounds import MP3_HEADER, mp3, wav

ID3 = b"ID3\x04\x00\x00\x00\x00\x00\x0a" + b"TIT2 words"
EXTENSIBLE = struct.pack("<HHIIHHHHI", 0xFFFE, 1, 8000, 16000, 2, 16, 22, 16, 4) + struct.pack("<H", 1) + bytes(14)


def chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def riff(*chunks: bytes) -> bytes:
    body = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("content", "kind", "seconds"),
    [
        (wav(1.0), SoundKind.WAV, 1.0),
        (wav(2.5, rate=44100, channels=2), SoundKind.WAV, 2.5),
        (riff(chunk(b"LIST", b"odd"), chunk(b"fmt ", EXTENSIBLE), chunk(b"data", bytes(16000))), SoundKind.WAV, 1.0),
        (mp3(3.0), SoundKind.MP3, 3.0),
        (ID3 + bytes(100) + mp3(1.0) + b"TAG" + bytes(125), SoundKind.MP3, 1.0),
        (mp3(2.0, header=b"\xff\xf3\x40\xc4", length=104, samples=576 / 22050), SoundKind.MP3, 2.0),
        (mp3(2.0) + bytes(30), SoundKind.MP3, 2.0),
    ],
)
def test_what_can_be_played_is_known_with_its_length(content: bytes, kind: SoundKind, seconds: float) -> None:
    sound = read_sound(content)
    assert sound.kind is kind
    assert sound.seconds == pytest.approx(seconds, abs=0.03)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sound_empty"),
        (b"RIFF" + bytes(LARGEST), "sound_large"),
        (b"OggS" + bytes(1000), "sound_unknown"),
        (b"\0\0\0 ftypM4A " + bytes(1000), "sound_unknown"),
        (b"<!doctype html>", "sound_unknown"),
        (wav(1.0, bits=8), "sound_form"),
        (
            riff(chunk(b"fmt ", struct.pack("<HHIIHH", 7, 1, 8000, 8000, 1, 8)), chunk(b"data", bytes(8000))),
            "sound_form",
        ),
        (wav(1.0, channels=3), "sound_form"),
        (wav(1.0, rate=96000), "sound_form"),
        (wav(1.0)[:-100], "sound_broken"),
        (riff(chunk(b"data", bytes(8000))), "sound_broken"),
        (riff(), "sound_broken"),
        (ID3, "sound_broken"),
        (MP3_HEADER + bytes(500), "sound_broken"),
        (mp3(2.0) + b"<html>", "sound_broken"),
        (wav(0.3), "sound_short"),
        (mp3(0.3), "sound_short"),
        (wav(61.0), "sound_long"),
        (mp3(61.0), "sound_long"),
    ],
)
def test_what_cannot_be_played_is_refused_with_its_reason(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_sound(content)
    assert refused.value.code == code


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"RIFF\0\0\0\0WAVE", b"ID3", MP3_HEADER, wav(0.6)[:60], mp3(0.1)])
)
def test_whatever_is_uploaded_is_a_sound_or_is_refused(rest: bytes, start: bytes) -> None:
    with suppress(Refused):
        assert read_sound(start + rest).seconds >= SHORTEST_SECONDS

"""Recordings that can be played: a tone as WAV, silence as MP3."""

from __future__ import annotations

import io
import math
import struct
import wave


def wav(seconds: float = 1.0, *, rate: int = 8000, channels: int = 1, bits: int = 16, pitch: int = 440) -> bytes:
    """Make a WAV file with a tone."""
    file = io.BytesIO()
    width = bits // 8
    with wave.open(file, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(width)
        sound.setframerate(rate)
        tone = [int(8000 * math.sin(2 * math.pi * pitch * at / rate)) for at in range(rate)]
        one = (lambda value: struct.pack("<h", value)) if width == 2 else (lambda value: bytes([128 + value // 256]))
        second = b"".join(one(value) * channels for value in tone)
        sound.writeframes((second * math.ceil(seconds))[: int(rate * seconds) * width * channels])
    return file.getvalue()


MP3_HEADER = b"\xff\xfb\x90\x00"
"""MPEG 1 layer III, 128 kbit/s, 44.1 kHz: a frame of 417 bytes that sounds for 1152 samples."""


def mp3(seconds: float = 1.0, *, header: bytes = MP3_HEADER, length: int = 417, samples: float = 1152 / 44100) -> bytes:
    """Make an MP3 file of empty frames."""
    return (header + bytes(length - len(header))) * math.ceil(seconds / samples)

"""What a recording is: WAV or MP3 by its contents, how long it lasts, and why it is refused."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.errors import Refused

LARGEST = 5 * 1024 * 1024
"""Bytes: a minute of a voice in one channel fits, and a telephone fetches it again for every call."""
SHORTEST_SECONDS, LONGEST_SECONDS = 0.5, 60.0
"""Nobody listens longer than this to a menu; shorter than half a second is a slip of the finger."""
WAV_BITS = 16
WAV_RATES = range(8000, 48001)
PCM, EXTENSIBLE = 1, 0xFFFE


class SoundKind(StrEnum):
    """What the provider can play."""

    WAV = "wav"
    MP3 = "mp3"


@dataclass(frozen=True)
class Sound:
    """A recording that can be played over the telephone."""

    kind: SoundKind
    seconds: float


def read_sound(content: bytes) -> Sound:
    """Read a recording. Raises Refused with the reason why it cannot be played."""
    if not content:
        raise Refused("sound_empty")
    if len(content) > LARGEST:
        raise Refused("sound_large")
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        sound = Sound(SoundKind.WAV, _wav_seconds(content))
    elif content[:3] == b"ID3" or _frame(content, 0):
        sound = Sound(SoundKind.MP3, _mp3_seconds(content))
    else:
        raise Refused("sound_unknown")
    if sound.seconds < SHORTEST_SECONDS:
        raise Refused("sound_short")
    if sound.seconds > LONGEST_SECONDS:
        raise Refused("sound_long")
    return sound


def _wav_seconds(content: bytes) -> float:
    """Give the length of a WAV file (RIFF: chunks of a name, a size and that many bytes, padded to even)."""
    form, data = b"", -1
    for name, body, size in _chunks(content):
        if name == b"fmt ":
            form = body
        elif name == b"data":
            data = size
    if len(form) < struct.calcsize("<HHIIHH") or data < 0:
        raise Refused("sound_broken")
    coding, channels, rate, _bytes, _block, bits = struct.unpack_from("<HHIIHH", form)
    if coding == EXTENSIBLE and len(form) >= struct.calcsize("<HHIIHHHHIH"):
        coding = struct.unpack_from("<H", form, 24)[0]
    if coding != PCM or bits != WAV_BITS or channels not in {1, 2} or rate not in WAV_RATES:
        raise Refused("sound_form")
    return data / float(rate * channels * WAV_BITS // 8)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Give each chunk: its name, its first bytes and its size. Raises Refused when the file breaks off."""
    place = 12
    while place + 8 <= len(content):
        name, size = struct.unpack_from("<4sI", content, place)
        if place + 8 + size > len(content):
            raise Refused("sound_broken")
        yield name, content[place + 8 : place + 8 + min(size, 64)], size
        place += 8 + size + size % 2


@dataclass(frozen=True)
class _Frame:
    """One frame of an MP3: its bytes and how long it sounds."""

    length: int
    seconds: float


FIRST_MPEG = 3
LAYER_THREE = 1
BITRATES = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits a second, for MPEG 1 and for the later ones at half and quarter rate (ISO 11172-3, ISO 13818-3)."""
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
FEWEST_FRAMES = 3
"""One sync word happens by chance; three that follow each other do not."""


def _frame(content: bytes, place: int) -> _Frame | None:
    """Read the header of the frame that begins here; None when none does."""
    if place + 4 > len(content) or content[place] != 0xFF or content[place + 1] & 0xE0 != 0xE0:  # noqa: PLR2004  sync
        return None
    version, layer = content[place + 1] >> 3 & 3, content[place + 1] >> 1 & 3
    bitrate, rate, padding = content[place + 2] >> 4, content[place + 2] >> 2 & 3, content[place + 2] >> 1 & 1
    first = version == FIRST_MPEG
    if version not in RATES or layer != LAYER_THREE or bitrate in {0, 15} or rate == 3:  # noqa: PLR2004  reserved
        return None
    per_second, samples = RATES[version][rate], 1152 if first else 576
    length = samples // 8 * BITRATES[first][bitrate] * 1000 // per_second + padding
    return _Frame(length, samples / per_second)


def _mp3_seconds(content: bytes) -> float:
    """Add up the frames of an MP3 file; what stands before them is a tag, what stands after them may be one."""
    place, frames, seconds = _after_tag(content), 0, 0.0
    while (frame := _frame(content, place)) is not None:
        frames += 1
        seconds += frame.seconds
        place += frame.length
    rest = content[place:]
    if frames < FEWEST_FRAMES or not (rest[:3] == b"TAG" or rest[:8] == b"APETAGEX" or not rest.strip(b"\0")):
        raise Refused("sound_broken")
    return seconds


def _after_tag(content: bytes) -> int:
    """Step over an ID3 tag, whose size has seven bits in each byte, and the zeros that may follow it."""
    place = 0
    if content[:3] == b"ID3" and len(content) >= 10:  # noqa: PLR2004  its header
        size = 0
        for one in content[6:10]:
            size = size << 7 | one & 0x7F
        place = 10 + size + (10 if content[5] & 0x10 else 0)
    while place < len(content) and content[place] == 0:
        place += 1
    return place

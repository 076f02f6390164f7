"""What the provider can play: WAV of 16 bits and MP3, told by the bytes and by the name that comes with them."""

from __future__ import annotations

TYPES = {
    "wav": frozenset({"audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"}),
    "mp3": frozenset({"audio/mpeg", "audio/mp3"}),
}


def sound_problem(content_type: str, content: bytes) -> str:
    """Say why this cannot be played; nothing when it can."""
    kind = _kind(content)
    if not kind:
        return "neither WAV nor MP3"
    named = content_type.partition(";")[0].strip().lower()
    return "" if named in TYPES[kind] else f"content type {named or 'none'} for {kind}"


def _kind(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "wav"
    begins_a_frame = len(content) > 1 and content[0] == 0xFF and content[1] >= 0xE0  # noqa: PLR2004  its sync word
    return "mp3" if content[:3] == b"ID3" or begins_a_frame else ""

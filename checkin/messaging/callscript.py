"""What the telephone menu says, and what a key or a silence leads to; without a word of any provider."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.office_hours import Daypart
from checkin.domain.replies import Meaning, read_key
from checkin.domain.spoken import spoken_digits
from checkin.domain.tongues import spoken
from checkin.domain.words import Words
from checkin.messaging.house_words import ORIGINAL, SOON, asks_for_key
from checkin.messaging.own_words import HOUSE_WORDS, OwnWords

FIRST_STEP = 0
PATIENT_REPEATS = 2
"""One in five people over 65 cannot finish a telephone menu: two quiet repeats, then a person rings."""
PATIENT_REPEATS_SLOW = 3
"""A provider waits ten seconds at most; whoever needs more time is asked once more instead."""
UNKNOWN_KEYS = 2
REPEATS_ASKED = 5
"""More zeros than this are a stuck key; they count as silence."""


@dataclass(frozen=True)
class Say:
    """Sentences to speak, with a pause between them."""

    sentences: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class AskKey:
    """Wait for one key, or a few. `step` travels in the address to which they come back: all that is remembered."""

    step: int
    seconds: int
    digits: int = 1


@dataclass(frozen=True)
class PutThrough:
    """Ring a second telephone, showing our number, and let the two speak.

    `reference` is ours for that second call: all that becomes of it is reported under it.
    """

    number: str
    reference: str


@dataclass(frozen=True)
class Join:
    """Meet others who were sent to the same room; whoever hangs up ends it."""

    room: str


@dataclass(frozen=True)
class Script:
    """What a call does next; it ends after the last step."""

    steps: tuple[Say | AskKey | PutThrough | Join, ...]


@dataclass(frozen=True)
class Voice:
    """Who speaks, and how: the landlord's name and number, the tenant's language, the seconds to wait for a key."""

    organisation: str
    phone: str
    language: str = "nl"
    seconds: int = 10
    own: OwnWords = HOUSE_WORDS
    """The campaign's own opening and question."""
    words: Words = ORIGINAL
    """What the house says."""


class MenuMove(StrEnum):
    """What happens next in the menu; the first four ask for a key again."""

    ASK = "ask"
    REPEAT = "repeat"
    PATIENT = "patient"
    UNKNOWN_KEY = "unknown_key"
    GIVE_UP = "give_up"
    CHAT = "chat"
    HELP = "help"
    FINE = "fine"
    NO_MORE = "no_more"


ASKING = frozenset({MenuMove.ASK, MenuMove.REPEAT, MenuMove.PATIENT, MenuMove.UNKNOWN_KEY})
"""Moves after which the menu waits for a key."""

CHOICES = {
    Meaning.CHAT: MenuMove.CHAT,
    Meaning.HELP: MenuMove.HELP,
    Meaning.URGENT: MenuMove.HELP,
    Meaning.FINE: MenuMove.FINE,
    Meaning.STOP: MenuMove.NO_MORE,
}
REPEAT_KEY = "0"
CONFIRMATIONS = {
    MenuMove.CHAT: "chat",
    MenuMove.HELP: "help",
    MenuMove.FINE: "fine",
    MenuMove.NO_MORE: "no more",
}


@dataclass(frozen=True)
class _Rounds:
    """How often each kind of round has been; as a step 213 is two repeats, one unknown key, three silences."""

    repeats: int
    unknown: int
    silences: int

    @classmethod
    def of(cls, step: int) -> _Rounds:
        known = min(max(step, FIRST_STEP), 999)
        return cls(known // 100, known // 10 % 10, known % 10)


def next_move(step: int, digits: str, *, slow: bool = False) -> tuple[MenuMove, int]:
    """Decide on the keys that came back from `step` (none: silence); give the move and the step to ask with next.

    The step grows with every round, so no menu goes on for ever, and a key that is reported twice is recognised.
    """
    meaning = read_key(digits)
    if meaning is not None:
        return CHOICES[meaning], step
    rounds, pressed = _Rounds.of(step), digits.strip(" #")
    if pressed == REPEAT_KEY and rounds.repeats < REPEATS_ASKED:
        return MenuMove.REPEAT, step + 100
    if pressed not in ("", REPEAT_KEY):
        return (MenuMove.UNKNOWN_KEY, step + 10) if rounds.unknown < UNKNOWN_KEYS else (MenuMove.GIVE_UP, step)
    patience = PATIENT_REPEATS_SLOW if slow else PATIENT_REPEATS
    return (MenuMove.PATIENT, step + 1) if rounds.silences < patience else (MenuMove.GIVE_UP, step)


SHORT_PAUSE, LONG_PAUSE = 0.7, 1.2
"""Seconds between sentences; the longer one leaves time to think before a key is named."""


def pause_before(sentence: str, language: str) -> float:
    """Give the seconds of quiet that a sentence deserves before it is spoken; after a colon the key has its own."""
    return LONG_PAUSE if ": " not in sentence and asks_for_key(sentence, language) else SHORT_PAUSE


def greeting(voice: Voice, *, name: str, daypart: Daypart, code_word: str = "", on_a_card: bool = True) -> Script:
    """Open an outgoing call: who we are, for whom, the word that only we can know, and the question."""
    for_whom = ("for whom",) if name else ()
    word = ("word on the card" if on_a_card else "word in the text",) if code_word else ()
    values = {"name": name, "code_word": code_word, "greeting": _greeting(voice, daypart)}
    return _asking(voice, FIRST_STEP, _say(voice, "greeting", *for_whom, *word, "question", **values))


def inbound_greeting(voice: Voice, *, we_called: bool = True) -> Script:
    """Open a call from a number that we know; nothing is said about whose it is."""
    called = ("we called",) if we_called else ()
    return _asking(voice, FIRST_STEP, _say(voice, "inbound", *called, "question"))


def question(voice: Voice, move: MenuMove, step: int) -> Script:
    """Ask a known tenant (again), as the move says; `step` is the one that `next_move` gave."""
    parts = {MenuMove.PATIENT: ("patient",), MenuMove.UNKNOWN_KEY: ("unknown key", "question")}
    return _asking(voice, step, _say(voice, *parts.get(move, ("question",))))


def unknown_caller(voice: Voice, move: MenuMove = MenuMove.ASK, step: int = FIRST_STEP) -> Script:
    """Ask somebody whose number we do not know, in every round; nothing about any tenant is said."""
    opening = {MenuMove.ASK: ("inbound",), MenuMove.UNKNOWN_KEY: ("unknown key",)}
    return _asking(voice, step, _say(voice, *opening.get(move, ()), "unknown caller"))


def who_calls(voice: Voice, step: int, *, digits: int, again: bool = False) -> Script:
    """Ask which of several people behind one number it is; nobody's name is said."""
    said = _say(voice, *(("not one of us",) if again else ("inbound",)), "who calls")
    return Script((said, AskKey(step, voice.seconds, digits)))


def chat_line(
    voice: Voice,
    move: MenuMove,
    step: int,
    *,
    known: bool,
    open_now: bool,
    colleague_now: bool,
    we_called: bool = False,
) -> Script:
    """Say what a tenant who rings us may choose; a colleague now only when somebody is there."""
    opening = ("inbound", *(("we called",) if we_called else ()), *(() if open_now else ("chat line closed",)))
    parts = {MenuMove.ASK: opening, MenuMove.UNKNOWN_KEY: ("unknown key",), MenuMove.PATIENT: ("patience",)}
    now = ("colleague now",) if colleague_now else ()
    choices = "chat line choices" if known else "unknown caller"
    return _asking(voice, step, _say(voice, *parts.get(move, ()), *now, choices))


STILL_LOOKING_EVERY = 3


def looking(voice: Voice, step: int, *, first: bool, seconds: int) -> Script:
    """Let somebody wait while a colleague is found; now and then a word, so that the line is not dead."""
    words = ("looking",) if first else ("still looking",) if step % STILL_LOOKING_EVERY == 0 else ()
    said = (_say(voice, *words),) if words else ()
    return Script((*said, AskKey(step, seconds)))


def found_colleague(voice: Voice, room: str) -> Script:
    """Put somebody through to the colleague who waits in a room."""
    return Script((_say(voice, "found"), Join(room)))


def nobody_free(voice: Voice) -> Say:
    """Say that nobody is free now; the promise follows."""
    return _say(voice, "nobody free")


def confirmed(voice: Voice, move: MenuMove, when: str = "", *, known: bool = True) -> Script:
    """Speak back what was chosen, with the promised time; without one it is “as soon as we can”."""
    rings_back = not known and move in {MenuMove.CHAT, MenuMove.HELP}
    part = "call back" if rings_back else CONFIRMATIONS[move]
    return Script((_say(voice, part, when=when or voice.words.text(SOON, voice.language)),))


def goodbye_silent(voice: Voice, *, known: bool = True) -> Script:
    """End after silence: a person will ring a known tenant; anybody else hears our number."""
    return Script((_say(voice, "silent" if known else "not heard"),))


def goodbye_voicemail(voice: Voice, *, daypart: Daypart) -> Script:
    """Leave a message that says nothing about anybody, for whoever may hear it."""
    return Script((_say(voice, "voicemail", greeting=_greeting(voice, daypart)),))


def goodbye_trouble(voice: Voice) -> Script:
    """End when something broke at our end."""
    return Script((_say(voice, "trouble"),))


def _asking(voice: Voice, step: int, said: Say) -> Script:
    return Script((said, AskKey(step, voice.seconds)))


def fixed_values(voice: Voice) -> dict[str, str]:
    """Give what every sentence may be filled with, whoever hears it: the landlord's name and number."""
    return {"org": voice.organisation, "phone": spoken_digits(voice.phone, voice.language)}


def _say(voice: Voice, *parts: str, **values: str) -> Say:
    values |= fixed_values(voice)
    said = (voice.own.sentences(part, voice.language) or voice.words.sentences(part, voice.language) for part in parts)
    sentences = tuple(sentence.format(**values) for part in said for sentence in part)
    return Say(sentences, spoken(voice.language))


def _greeting(voice: Voice, daypart: Daypart) -> str:
    return voice.words.text(daypart.value, voice.language)

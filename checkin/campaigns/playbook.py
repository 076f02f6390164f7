"""A playbook: a recipe for a campaign, checked to the last word, that landlords can give to each other as a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from checkin.campaigns.words import tells_why, wrong_with_speech, wrong_with_text
from checkin.domain.errors import Refused
from checkin.domain.ladder import Ladder
from checkin.domain.office_hours import Hours
from checkin.domain.target_groups import GroupRule, UnknownRule
from checkin.domain.words import Words
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.own_words import LANGUAGES, SPOKEN, TEXTS
from checkin.tenants.models import Channel

FORMAT, VERSION = "checkin-playbook", 1
PLAIN_KEY = "round"
LARGEST_FILE = 100_000
"""A playbook is two pages of text; anything larger is something else."""
Language = Literal["nl", "en"]


class Part(BaseModel):
    """A part of a playbook: fixed once made, and without a word that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Said(Part):
    """The words of a campaign in one language: two texts, and the opening and the question of the menu."""

    S1: str
    S2: str
    greeting: tuple[str, ...]
    question: tuple[str, ...]

    def wrong(self, language: str) -> dict[str, list[str]]:
        """Name what is wrong, part by part."""
        found = {part: wrong_with_text(part, getattr(self, part), language) for part in ("S1", "S2")}
        found |= {part: wrong_with_speech(part, getattr(self, part), language) for part in ("greeting", "question")}
        return {part: codes for part, codes in found.items() if codes}


class Described(Part):
    """What a playbook is called and says in one language."""

    title: str = Field(min_length=1, max_length=60)
    about: str = Field(max_length=300)
    round_name: str = Field(min_length=1, max_length=80)
    """What a campaign made from it is called at first; colleagues who ring may see it."""
    words: Said
    talk_guide: tuple[str, ...] = Field(min_length=1, max_length=12)

    @field_validator("talk_guide")
    @classmethod
    def _short_lines(cls, lines: tuple[str, ...]) -> tuple[str, ...]:
        if any(not line or len(line) > 400 for line in lines):  # noqa: PLR2004  read in one glance, on the telephone
            raise ValueError("a line of the talk guide is empty or too long")
        return lines


class Playbook(Part):
    """One recipe: for whom, in which words, by which channel, when, and what comes after the last attempt."""

    format: Literal["checkin-playbook"] = "checkin-playbook"
    version: Literal[1] = 1
    key: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    group: dict[str, Any] = Field(default_factory=dict)
    needs_list: bool = False
    """Its tenants cannot be found by a rule: the coordinator brings a list or a selection file."""
    needs_selection: bool = False
    """It follows nuisance or arrears: only a selection file, with its purpose and legal ground, may name its tenants,
    and nothing that colleagues see may tell why."""
    channel: Channel = Channel.AUTO
    robot: bool = True
    text_hours: str = ""
    call_hours: str = ""
    ladder: dict[str, Any] = Field(default_factory=dict)
    languages: dict[Language, Described]

    @field_validator("text_hours", "call_hours")
    @classmethod
    def _readable(cls, hours: str) -> str:
        if hours:
            Hours.parse(hours)
        return hours

    @field_validator("group")
    @classmethod
    def _understood(cls, group: dict[str, Any]) -> dict[str, Any]:
        try:
            GroupRule.from_json(group or GroupRule().as_json())
        except UnknownRule as error:
            raise ValueError(f"a rule that this version does not understand: {error}") from None
        return group

    @field_validator("ladder")
    @classmethod
    def _climbable(cls, ladder: dict[str, Any]) -> dict[str, Any]:
        Ladder.from_json(ladder)
        return ladder

    @model_validator(mode="after")
    def _whole(self) -> Playbook:
        if missing := set(LANGUAGES) - set(self.languages):
            raise ValueError(f"nothing in {', '.join(sorted(missing))}")
        for language, described in self.languages.items():
            for part, codes in described.words.wrong(language).items():
                raise ValueError(f"{language} {part}: {', '.join(codes)}")
        if self.group.keys() & {"references", "except_group"}:
            raise ValueError("a playbook holds no tenants")
        for language, described in self.languages.items():
            if self.needs_selection and tells_why(described.round_name, *described.talk_guide):
                raise ValueError(f"{language}: colleagues would read why somebody was chosen")
        return self

    def described(self, language: str) -> Described:
        """Give its words in one language."""
        return self.languages["en" if language == "en" else "nl"]

    def own_words(self) -> dict[str, dict[str, Any]]:
        """Give its words as `messaging` reads them."""
        return {language: described.words.model_dump(mode="json") for language, described in self.languages.items()}

    def without_a_cause(self) -> Playbook:
        """Give it as any other round: nothing in it tells any more why its tenants were chosen."""
        content = self.as_json() | {"key": PLAIN_KEY, "group": {}, "needs_list": False, "needs_selection": False}
        for described in content["languages"].values():
            described |= {"title": described["round_name"][:60], "about": ""}
        return read_playbook(content)

    def as_json(self) -> dict[str, Any]:
        """Give it as it is stored."""
        return self.model_dump(mode="json")

    def as_file(self) -> str:
        """Give it as a file for another landlord: words and rules, nothing about anybody."""
        return json.dumps(self.as_json(), ensure_ascii=False, indent=2) + "\n"


def in_house_words(playbook: Playbook, words: Words) -> Playbook:
    """Let a playbook say what the house says by now, wherever it said what the house said at first."""
    content = playbook.as_json()
    for language in LANGUAGES:
        said = content["languages"][language]["words"]
        for part in (*TEXTS, *SPOKEN):
            first, by_now = (source.sentences(part, language) for source in (ORIGINAL, words))
            if said[part] in (first[0], list(first)):
                said[part] = by_now[0] if part in TEXTS else list(by_now)
    try:
        return read_playbook(content)
    except ValidationError:  # longer than fits with every landlord's name
        return playbook


def read_playbook(stored: Mapping[str, Any]) -> Playbook:
    """Read a stored playbook. Raises ValueError with what is wrong."""
    return Playbook.model_validate(stored)


def read_file(content: bytes) -> Playbook:
    """Read a playbook that somebody sent.

    Raises Refused: "playbook_large", "playbook_no_file" when it is no playbook at all, "playbook_newer" when it was
    made by a newer version, "playbook_wrong" with `what` is wrong in it.
    """
    if len(content) > LARGEST_FILE:
        raise Refused("playbook_large")
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise Refused("playbook_no_file") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused("playbook_no_file")
    if found.get("version") != VERSION:
        raise Refused("playbook_newer")
    try:
        return read_playbook(found)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = " ".join(str(part) for part in first["loc"])
        raise Refused("playbook_wrong", what=f"{where}: {first['msg']}".strip(" :")) from None

"""Writes the pages of docs/ that follow from the code: settings, states, ladder, the next tenant, commands.

`make docs` writes them; a test fails when one of them is stale.
"""

from __future__ import annotations

import inspect
import itertools
import json
import re
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any

import click
from annotated_types import Ge, Gt, Le
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from checkin.cli import COMMANDS, main
from checkin.commands.rehearsing import as_dict
from checkin.domain import alarms, bridges, cases, checkins, deliveries, follow_ups, gifts, offers, referrals
from checkin.domain.attempts import NOTHING_ARRIVED, AttemptEnd
from checkin.domain.ladder import ALLOWED, LIMITS, RULES, Ladder
from checkin.domain.next_case import ORDER, PASSED_OVER, PRESSING
from checkin.domain.rehearsal import Plan, rehearse
from checkin.jobs import Queue
from checkin.settings import SECRETS_DIRECTORY, Settings

HERE = Path(__file__).parent
MADE = "<!-- Made from the code by `make docs`; changes here are lost. -->"
WIDTH = 96
# Settings


def settings_page() -> str:
    """Give every setting with its default, its meaning, and whether it is secret or must be given."""
    lines = [
        "# Settings",
        "",
        MADE,
        "",
        "Each is read from an environment variable, from `.env` in the working directory (`CHECKIN_ENV_FILE` names",
        f"another file), or from a file in `{SECRETS_DIRECTORY}` with the name in lower case. The variable goes before",
        "`.env`, and `.env` before the secret file. What is missing or wrong is named all at once at the start;",
        "`checkin doctor` tries what is given. [example.env](example.env) is a file to begin with.",
        "",
        "What is required has no default. What is **secret** never shows in logs or error pages: give it as a file.",
    ]
    for heading, names in _groups().items():
        lines += ["", f"## {heading}", "", "| setting | default | meaning |", "|---|---|---|"]
        lines += [_setting(name, Settings.model_fields[name]) for name in names]
    return _page(lines)


def _groups() -> dict[str, list[str]]:
    """Read the headings between the settings, which are comments after an empty line."""
    source = inspect.getsource(Settings)
    groups: dict[str, list[str]] = {}
    for heading, name in re.findall(r"^\n    # (.+)$|^    (\w+): ", source, re.MULTILINE):
        if heading:
            groups[heading] = []
        elif name in Settings.model_fields:
            groups[next(reversed(groups))].append(name)
    return groups


def _setting(name: str, field: FieldInfo) -> str:
    marks = ["required"] * field.is_required() + ["**secret**"] * (field.annotation is SecretStr)
    default = "" if field.is_required() else _default(field.default)
    limits = ", ".join(limit for limit in map(_limit, field.metadata) if limit)
    meaning = f"{field.description} ({limits})" if limits else str(field.description)
    return f"| `CHECKIN_{name.upper()}` | {', '.join(filter(None, [*marks, default]))} | {_cell(meaning)} |"


def _limit(limit: object) -> str:
    """Say what a number must be; the descriptions say themselves how long a text may be."""
    match limit:
        case Ge():
            return f"at least {limit.ge}"
        case Gt():
            return f"more than {limit.gt}"
        case Le():
            return f"at most {limit.le}"
    return ""


def _default(value: Any) -> str:
    if value is None or value in ("", frozenset()):
        return "empty"
    text = ",".join(sorted(value)) if isinstance(value, frozenset) else str(value)
    return f"`{text.lower() if isinstance(value, bool) else text}`"


# States

Table = Mapping[tuple[StrEnum, StrEnum], str]


def states_page() -> str:
    """Give a diagram of each state machine, and the repeats that change nothing with their reasons."""
    return _page(
        [
            "# States",
            "",
            MADE,
            "",
            "Small machines, each one table in `checkin/domain/`: a legal move moves, a known repeat changes",
            "nothing and says why, anything else raises. [ADR 0003](adr/0003-transition-tables.md) says why so.",
            *_machine("Check-in", checkins),
            *_machine("Case", cases),
            *_machine("Delivery of a text or call", deliveries),
            *_machine("Bridged call", bridges),
            *_machine("Alarm", alarms),
            *_machine("Colleague now", offers),
            *_machine("Follow-up", follow_ups),
            *_machine("Referral", referrals),
            *_machine("Gift", gifts),
        ]
    )


def _machine(heading: str, module: ModuleType) -> Iterator[str]:
    summary = (module.__doc__ or "").strip()
    yield from ("", f"## {heading}", "", summary, "", "```mermaid", "stateDiagram-v2")
    yield from _diagram(module.MOVES)
    yield from ("```", "", "Repeats that change nothing:", "", "| in state | on | because |", "|---|---|---|")
    for (actions, reason), states in _repeats(module.REPEATS).items():
        yield f"| {', '.join(states)} | {actions} | {_cell(reason)} |"


def _repeats(table: Table) -> dict[tuple[str, str], list[str]]:
    """Put the states together that share actions and the reason."""
    rows: dict[tuple[str, str], list[str]] = {}
    for (state, reason), actions in _grouped(table).items():
        rows.setdefault((", ".join(actions), reason), []).append(_words(state))
    return rows


def _diagram(moves: Table) -> Iterator[str]:
    states = list(type(next(iter(moves))[0]))
    for state in states:
        if "_" in state:
            yield f"    {state}: {_words(state)}"
    yield f"    [*] --> {states[0]}"
    for (before, after), actions in _grouped(moves).items():
        yield f"    {before} --> {after}: {', '.join(actions)}"
    left = {state for state, _action in moves}
    yield from (f"    {state} --> [*]" for state in states if state not in left)


def _grouped(table: Table) -> dict[tuple[str, str], list[str]]:
    """Put the actions together that share a state and what follows."""
    together: dict[tuple[str, str], list[str]] = {}
    for (state, action), follows in table.items():
        together.setdefault((state.value, str(follows)), []).append(_words(action))
    return together


def _words(name: str) -> str:
    return str(name).replace("_", " ")


# The ladder


def ladder_page() -> str:
    """Give the ladder of the house: what follows each end, what else a campaign may choose, and its numbers."""
    house = Ladder()
    return _page(
        [
            "# The ladder of attempts",
            "",
            MADE,
            "",
            "How a tenant who has not answered is tried again, unless a campaign chose otherwise. Only what arrived",
            "counts as a try. Two calls that rang are never in the same part of the day when another is possible; a",
            "busy line did not ring. Any human contact, by whatever route, ends the asking in every campaign. The",
            "rules are `checkin/domain/ladder.py` (the table) and `checkin/domain/climbing.py` (how it is climbed).",
            "",
            "| after | follows | counts as a try | a campaign may also choose |",
            "|---|---|---|---|",
            *(_rule(end) for end in ALLOWED),
            "| picked up, silent; unknown | a person rings | yes; no | nothing: silence is not “fine” |",
            "| failed, cancelled | the same again, three times at most | no | nothing: it never left |",
            "",
            f"Mobile telephones: {_words(house.mobile)}; landlines are only ever rung. After the last try: a line on",
            "the coordinator's list with the reason (`list`), a case for a colleague (`personal_call`) or the",
            "caretaker's list of addresses (`caretaker`).",
            "",
            "| number | of the house | from | to |",
            "|---|---|---|---|",
            *(
                f"| {_words(name)} | {getattr(house, name)} | {least} | {most} |"
                for name, (least, most) in LIMITS.items()
            ),
        ]
    )


def _rule(end: AttemptEnd) -> str:
    others = ", ".join(_words(then) for then in ALLOWED[end] if then is not RULES[end])
    counts = "the third in a row" if end is AttemptEnd.BUSY else "no" if end in NOTHING_ARRIVED else "yes"
    after = "delivered, and the last text was not answered" if end is AttemptEnd.DELIVERED else _words(end)
    return f"| {after} | {_words(RULES[end])} | {counts} | {others} |"


# The next tenant


def next_case_page() -> str:
    """Give what *Volgende huurder* chooses: whom it passes over, and who goes before whom."""
    return _page(
        [
            "# The next tenant",
            "",
            MADE,
            "",
            "What *Volgende huurder* gives a colleague. First whatever she has in hand already. Then, of those who",
            "may be rung now, the first in this order; each line decides between those whom the lines before it",
            "leave equal, and promises are whole hours, so many are equal:",
            "",
            *(f"{place}. {sentence}" for place, (sentence, _) in enumerate(ORDER, 1)),
            "",
            "She is not given a tenant when",
            "",
            *(f"* {sentence}" for _, sentence, _ in PASSED_OVER),
            "",
            f"Pressing is from {PRESSING.seconds // 60} minutes before the promise, or after the agreed moment: then",
            "anybody may ring. On the work list everybody may choose for herself. The rules are",
            "`checkin/domain/next_case.py`.",
        ]
    )


# Commands


def commands_page() -> str:
    """Give the help of every command."""
    root = main.make_context("checkin", [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH)
    commands = {name: main.get_command(root, name) for name in COMMANDS}
    return _page(
        [
            "# Commands",
            "",
            MADE,
            "",
            "`checkin` is in `.venv/bin` after `make setup`.",
            *_help(root),
            *(line for name, command in commands.items() if command for line in _family(root, name, command)),
            "",
            "## python -m workers",
            "",
            f"`python -m workers QUEUE` runs the worker of one queue ({', '.join(f'`{queue}`' for queue in Queue)});",
            "`python -m workers reconciler` runs the reconciler. `checkin run` runs them all.",
        ]
    )


def _family(parent: click.Context, name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, parent=parent, info_name=name)
    yield from _help(context)
    if isinstance(command, click.Group):
        for child_name, child in command.commands.items():
            yield from _family(context, child_name, child)


def _help(context: click.Context) -> Iterator[str]:
    yield from ("", f"## {context.command_path}", "", "```text", context.get_help(), "```")


# Rehearsal

FIGURES = HERE / "rehearsal.json"
STAFF, YES_RATES, MINUTES = (1, 5, 35, 200), (0.05, 0.2, 0.6), (5, 20)
TENANTS, HOURS_PER_WEEK = 2000, 2


def rehearsal_page() -> str:
    """Give the figures of rehearsals, as `python -m docs.generate figures` wrote them down."""
    lines = [
        "# Rehearsal",
        "",
        MADE,
        "",
        f"`checkin rehearse --tenants {TENANTS} --staff N --hours-per-week {HOURS_PER_WEEK} --yes-rate Y --minutes M`",
        "for all of these. The neighbours are simulated: they answer late, use voicemail, press wrong keys, fall",
        "silent, ring back and need several tries; `checkin/domain/neighbours.py` says how many do what. Nobody of",
        "them is real, and your tenants are others: rehearse with your own numbers.",
        "",
        "*Least* is the longer of the work divided by the hours of duty in a week, and what the same round takes with",
        "the same neighbours and unlimited colleagues. *Ahead* is how far promises lie ahead, in days on which",
        "somebody is on duty: the median and the furthest. Who sends everything at once promises by the same rule,",
        "but never further ahead than two such days. By hand, every tenant is phoned by a colleague, without a robot.",
        "",
        "[ADR 0019](adr/0019-the-pace.md) says how the pace is chosen.",
        "`python -m docs.generate figures` measures anew.",
        "",
        "| staff | yes | minutes | rung | days | least | ratio | kept | ahead | idle | at once: kept | by hand: days |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    return _page([*lines, *map(_rehearsed, json.loads(FIGURES.read_text("utf-8")))])


def _rehearsed(row: dict[str, Any]) -> str:
    cells = [
        row["staff"],
        f"{row['yes_rate']:.0%}",
        row["minutes"],
        row["cases"],
        f"{row['days']:.1f}",
        f"{row['least_days']:.1f}",
        f"{row['days'] / row['least_days']:.2f}",
        f"{row['promises_kept']:.1%}",
        f"{row['promised_duty_days_median']:g}, {row['promised_duty_days_max']}",
        f"{row['idle_share']:.0%}",
        f"{row['baseline_all_at_once']['promises_kept']:.1%}",
        f"{row['baseline_by_hand']['days']:.0f}",
    ]
    return f"| {' | '.join(map(str, cells))} |"


def rehearsed_row(staff: int, yes_rate: float, minutes: int) -> dict[str, Any]:
    """Rehearse one row of the table."""
    found = rehearse(Plan(TENANTS, staff, HOURS_PER_WEEK, yes_rate, minutes))
    return {"staff": staff, "yes_rate": yes_rate, "minutes": minutes, **as_dict(found)}


def measure() -> None:
    """Rehearse every row anew; it takes some minutes."""
    rows = [rehearsed_row(*given) for given in itertools.product(STAFF, YES_RATES, MINUTES)]
    FIGURES.write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n", "utf-8")


# Pages


def _page(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PAGES = {
    "settings.md": settings_page,
    "states.md": states_page,
    "ladder.md": ladder_page,
    "next-case.md": next_case_page,
    "commands.md": commands_page,
    "rehearsal.md": rehearsal_page,
}
"""Every page that is made, by its name in docs/."""


def write() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["figures"]:
        measure()
    write()

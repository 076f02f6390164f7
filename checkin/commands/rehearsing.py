"""`checkin rehearse`: a whole round in virtual time, before a real telephone rings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from checkin.domain.rehearsal import NeverEnds, Plan, Rehearsal
from checkin.domain.sampled_rehearsal import rehearse_every_way
from checkin.domain.virtual_outcome import Outcome

ROWS = {
    "days": "days until nobody is asked and nobody waits",
    "least_days": "the least that it could take",
    "check_ins": "check-ins",
    "cases": "tenants whom a person rings",
    "promises_kept": "promises kept",
    "promised_minutes_median": "promised ahead, median (minutes)",
    "promised_duty_days_median": "promised ahead, median (days on duty)",
    "promised_duty_days_max": "promised ahead, furthest (days on duty)",
    "waiting_max": "most tenants who wait at once",
    "staff_hours": "hours of ringing",
    "idle_share": "hours on duty without anybody to ring",
}


@click.command("rehearse")
@click.option("--tenants", type=int, required=True, help="How many tenants are asked.")
@click.option("--staff", type=int, required=True, help="How many colleagues ring back.")
@click.option("--hours-per-week", type=float, required=True, help="Hours a week of each colleague.")
@click.option("--yes-rate", type=float, default=0.2, show_default=True, help="Of those who choose: who wants a call.")
@click.option("--minutes", type=float, default=20.0, show_default=True, help="Minutes that a talk takes on average.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same neighbours.")
@click.option(
    "--at-most",
    type=click.IntRange(min=100),
    help="Play so many tenants at most, with everything else in proportion; the figures are those of the whole round.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for a program.")
def rehearse_command(
    *,
    tenants: int,
    staff: int,
    hours_per_week: float,
    yes_rate: float,
    minutes: float,
    seed: int,
    at_most: int | None,
    as_json: bool,
) -> None:
    """Rehearse a round with simulated neighbours: at the pace of the service, all at once, and by hand."""
    try:
        plan = Plan(tenants, staff, hours_per_week, yes_rate, minutes, seed)
        found = rehearse_every_way(plan, most=at_most or tenants)
    except (ValueError, NeverEnds) as error:
        raise click.UsageError(f"{error}.") from None
    if as_json:
        click.echo(json.dumps(as_dict(found)))
        return
    for line in _table(found):
        click.echo(line)


def as_dict(found: Rehearsal) -> dict[str, Any]:
    """Give the figures of a rehearsal for a program."""
    return {
        **_figures(found, found.paced),
        "baseline_all_at_once": _figures(found, found.at_once),
        "baseline_by_hand": _figures(found, found.by_hand),
    }


def _figures(found: Rehearsal, outcome: Outcome) -> dict[str, Any]:
    return {
        "days": round(outcome.days, 2),
        "least_days": round(found.least_days(outcome), 2),
        "check_ins": outcome.check_ins,
        "answers": outcome.answers,
        "cases": outcome.cases,
        "promises_kept": None if outcome.promises_kept is None else round(outcome.promises_kept, 4),
        "promised_minutes_median": outcome.promised_minutes_median and round(outcome.promised_minutes_median),
        "promised_duty_days_median": outcome.promised_duty_days_median,
        "promised_duty_days_max": outcome.promised_duty_days_max,
        "waiting_max": outcome.waiting_max,
        "staff_hours": round(outcome.work_minutes / 60, 1),
        "idle_share": round(outcome.idle_share, 3),
    }


def _table(found: Rehearsal) -> Iterator[str]:
    figures = [_figures(found, outcome) for outcome in (found.paced, found.at_once, found.by_hand)]
    yield _line("", ("at our pace", "all at once", "by hand"))
    for key, words in ROWS.items():
        yield _line(words, [_in_words(key, one[key]) for one in figures])
    for answer in sorted({name for one in figures for name in one["answers"]}):
        yield _line(f"answered: {answer.replace('_', ' ')}", [str(one["answers"].get(answer, 0)) for one in figures])


def _line(words: str, cells: Sequence[str]) -> str:
    return f"{words:<{max(map(len, ROWS.values()))}}" + "".join(f"{cell:>13}" for cell in cells)


def _in_words(key: str, value: float | None) -> str:
    if value is None:
        return "nobody"
    return f"{value:.1%}" if key in {"promises_kept", "idle_share"} else f"{value:.10g}"

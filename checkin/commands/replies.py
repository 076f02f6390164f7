"""`checkin interpret` and `checkin replies evaluate`: how texts are read, one by one and measured."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from checkin.clock import system_clock
from checkin.domain.meanings import Meaning, Reading
from checkin.domain.replies import read_text
from checkin.domain.replies.measuring import LABELS, Judged, Measured, measure

HOME = "Europe/Amsterdam"
AS_JSON = json.JSONEncoder(ensure_ascii=False)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for a program.")
@click.option("--now", "at", metavar="MOMENT", help="Read as if it were this moment, such as 2026-11-23T14:00+01:00.")
@click.option("--zone", default=HOME, show_default=True, help="The time zone in which moments are meant.")
def interpret(*, as_json: bool, at: str | None, zone: str) -> None:
    """Read messages, one a line, and say what each means. They come in on standard input."""
    place = _zone(zone)
    now = _moment(at, place) if at else None
    out = sys.stdout.buffer
    for text in _lines(sys.stdin.buffer):
        reading = read_text(text, now=now or system_clock(), zone=place)
        line = AS_JSON.encode(as_dict(reading)) if as_json else _in_words(reading)
        out.write(f"{line}\n".encode("utf-8", "replace"))
        out.flush()  # a program may wait for this answer before it asks on


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Give the lines as text, whatever their bytes: only a line feed ends one."""
    for line in stream:
        yield line.rstrip(b"\r\n").decode("utf-8", "replace")


def as_dict(reading: Reading) -> dict[str, Any]:
    """Give a reading for a program. START opens nothing and closes nothing for a tenant: a person would see it."""
    return {
        "meaning": (Meaning.UNCLEAR if reading.meaning is Meaning.START else reading.meaning).value,
        "sure": reading.sure and reading.meaning is not Meaning.START,
        "because": list(reading.because),
        "when": reading.when.isoformat(timespec="minutes") if reading.when else None,
        "language": reading.language,
    }


def _in_words(reading: Reading) -> str:
    sure = "sure" if reading.sure else "a person reads it"
    when = f", {reading.when:%a %d %b %H:%M}" if reading.when else ""
    return f"{reading.meaning.value:<13}{sure:<20}{' | '.join(reading.because)}{when}"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise click.UsageError(f"there is no time zone “{name}”.") from None


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"“{text}” is no moment; write it as 2026-11-23T14:00+01:00.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


@click.group()
def replies() -> None:
    """Measure how replies are read."""


@replies.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="As JSON, for a program.")
def evaluate(*, file: Path, as_json: bool) -> None:
    """Read the replies of a CSV file with the columns text and label, and compare."""
    measured = measure(_labelled(file))
    if as_json:
        click.echo(json.dumps(_figures(measured), ensure_ascii=False))
        return
    for line in _table(measured):
        click.echo(line)


def _labelled(file: Path) -> list[tuple[str, str]]:
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        rows = csv.DictReader(lines)
        if not {"text", "label"} <= set(rows.fieldnames or ()):
            raise click.UsageError(f"{file} has no columns “text” and “label”.")
        found = [(row["text"] or "", (row["label"] or "").strip().replace("_", "-")) for row in rows]
    unknown = sorted({label for _, label in found} - set(LABELS))
    if unknown:
        raise click.UsageError(f"these labels are not known: {', '.join(unknown)}. Known are {', '.join(LABELS)}.")
    return found


def _figures(measured: Measured) -> dict[str, Any]:
    confusion = measured.confusion()
    return {
        "messages": measured.count,
        "accuracy": round(measured.right, 4),
        "decided_alone": round(measured.alone, 4),
        "wrong_closes": len(measured.wrong_closes),
        "danger_missed": len(measured.danger_missed),
        "false_alarms": len(measured.false_alarms),
        "wrong_alone": len(measured.wrong_alone),
        "confusion": {label: {read: confusion[label, read] for read in LABELS} for label in LABELS},
        "mistakes": {
            "wrong_closes": [_mistake(one) for one in measured.wrong_closes],
            "danger_missed": [_mistake(one) for one in measured.danger_missed],
        },
    }


def _mistake(one: Judged) -> dict[str, Any]:
    return {"text": one.text, "label": one.label, "read_as": one.read_as, "because": list(one.reading.because)}


def _table(measured: Measured) -> Iterator[str]:
    yield f"{'messages':<34}{measured.count:>8}"
    yield f"{'suggestion right':<34}{measured.right:>8.1%}"
    yield f"{'decided alone':<34}{measured.alone:>8.1%}"
    yield f"{'wrong closes':<34}{len(measured.wrong_closes):>8}"
    yield f"{'danger missed':<34}{len(measured.danger_missed):>8}"
    yield f"{'false alarms':<34}{len(measured.false_alarms):>8}"
    yield f"{'wrong alone':<34}{len(measured.wrong_alone):>8}"
    yield ""
    yield f"{'label / read as':<16}" + "".join(f"{label:>14}" for label in LABELS)
    confusion = measured.confusion()
    for label in LABELS:
        yield f"{label:<16}" + "".join(f"{confusion[label, read] or '.':>14}" for read in LABELS)
    for name, mistakes in (("wrong close", measured.wrong_closes), ("danger missed", measured.danger_missed)):
        for one in mistakes:
            yield f"{name}: {one.text!r} is {one.label}, read as {one.read_as}, by {' | '.join(one.reading.because)}"

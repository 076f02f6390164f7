"""The menu on top of every page: what this person may see, and where one is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app, request, url_for
from sqlmodel import Session

Counted = Callable[[Session], int]


@dataclass(frozen=True)
class Item:
    """One place to go: its name for scripts, its endpoint, its words, and perhaps how many wait there."""

    name: str
    endpoint: str
    label: str
    also: tuple[str, ...] = ()
    """Blueprints whose other pages belong to this item."""
    count: Counted | None = None
    counted: str = ""
    """What the count counts, for those who hear the page."""


@dataclass(frozen=True)
class Shown:
    """An item as the template shows it."""

    name: str
    href: str
    label: str
    current: bool
    count: int
    counted: str


def shown(items: list[Item], session: Callable[[], Session]) -> list[Shown]:
    """Prepare the items for one page."""
    return [
        Shown(
            name=item.name,
            href=url_for(item.endpoint),
            label=str(item.label),
            current=_is_here(item, items),
            count=item.count(session()) if item.count else 0,
            counted=str(item.counted),
        )
        for item in items
        if item.endpoint in current_app.view_functions
    ]


def _is_here(item: Item, items: list[Item]) -> bool:
    if request.endpoint in {one.endpoint for one in items}:
        return request.endpoint == item.endpoint
    return request.blueprint in item.also

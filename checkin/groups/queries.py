"""Which tenants a target group means, said in SQL; and what there is to choose from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.cases.models import Contact
from checkin.domain.cases import SPOKEN
from checkin.domain.target_groups import GroupRule
from checkin.groups.models import Selection, SelectionRow, TargetGroup
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True)
class Moment:
    """Now, and where: a lease ends and an age is reached by the landlord's own calendar, not by UTC."""

    now: datetime
    zone: tzinfo

    @property
    def today(self) -> Any:
        """The landlord's date."""
        return self.now.astimezone(self.zone).date()


def members(session: Session, rule: GroupRule, moment: Moment) -> list[Condition]:
    """Say in SQL, over Tenant, whom a rule means: every condition holds."""
    return list(_conditions(session, rule, moment))


def _conditions(session: Session, rule: GroupRule, moment: Moment) -> Iterator[Condition]:
    yield from _born(rule, moment)
    if (since := rule.moved_in_from(moment.today)) is not None:
        yield col(Tenant.moved_in_on) >= since
    if rule.without_email:
        yield col(Tenant.email) == ""
    for column, wanted in (
        (Tenant.neighbourhood, rule.neighbourhoods),
        (Tenant.complex, rule.complexes),
        (Tenant.language, rule.languages),
    ):
        if wanted:
            yield col(column).in_(wanted)
    if rule.never_spoken:
        yield ~spoken_to()
    if rule.not_spoken_days is not None:
        yield ~spoken_to(since=moment.now - timedelta(days=rule.not_spoken_days))
    if rule.references:
        yield col(Tenant.external_ref).in_(listed(session, rule.references))
    yield from _not_in_the_other(session, rule, moment)


def _born(rule: GroupRule, moment: Moment) -> Iterator[Condition]:
    if (until := rule.born_until(moment.today)) is not None:
        yield col(Tenant.birth_year) <= until
    if (since := rule.born_from(moment.today)) is not None:
        yield col(Tenant.birth_year) >= since


def _not_in_the_other(session: Session, rule: GroupRule, moment: Moment) -> Iterator[Condition]:
    other = session.get(TargetGroup, rule.except_group) if rule.except_group is not None else None
    if other is not None:
        # What the other group leaves out itself does not count here: one step, and never a circle.
        excepted = replace(GroupRule.from_json(other.rule), except_group=None)
        theirs = sa.and_(sa.true(), *_conditions(session, excepted, moment))
        # An unknown year of birth is not "80 or older": whoever may or may not be in the other group is not left out.
        yield sa.func.coalesce(theirs, sa.false()).is_(sa.false())


def spoken_to(*, since: datetime | None = None) -> Condition:
    """Say in SQL that a colleague reached this tenant, lately or ever."""
    later = [] if since is None else [col(Contact.at) > since]
    spoken = sa.exists().where(
        col(Contact.tenant_id) == col(Tenant.id), col(Contact.outcome).in_(sorted(SPOKEN)), *later
    )
    return spoken.correlate(Tenant)


def selected(selection_id: int) -> Condition:
    """Say in SQL that this tenant stands in a selection file."""
    rows = select(SelectionRow.tenant_id).where(SelectionRow.selection_id == selection_id)
    return col(Tenant.id).in_(rows)


def listed(session: Session, values: Sequence[Any], kind: type[sa.types.TypeEngine[Any]] = sa.String) -> Any:
    """Give a list of any length, also of none, to SQL as one parameter: a parameter for each would be too many."""
    if session.get_bind().dialect.name == "sqlite":
        return sa.select(sa.func.json_each(json.dumps(list(values))).table_valued("value").c.value)
    return sa.select(sa.func.unnest(sa.cast(sa.literal(list(values), sa.ARRAY(kind)), sa.ARRAY(kind))))


@dataclass(frozen=True)
class Offered:
    """What a group can be chosen by here."""

    tenants: int
    neighbourhoods: tuple[str, ...]
    complexes: tuple[str, ...]
    languages: tuple[str, ...]
    others: tuple[tuple[int, str], ...]
    """Groups that can be left out, by their name."""


def offered(session: Session, *, group_id: int | None = None) -> Offered:
    """List what there is to choose by; without the group itself, and without groups that leave others out."""
    groups = session.exec(select(TargetGroup).order_by(col(TargetGroup.name)))
    return Offered(
        tenants=session.exec(select(sa.func.count()).select_from(Tenant)).one(),
        neighbourhoods=_filled(session, Tenant.neighbourhood),
        complexes=_filled(session, Tenant.complex),
        languages=_filled(session, Tenant.language),
        others=tuple(
            (one.id or 0, one.name) for one in groups if one.id != group_id and "except_group" not in one.rule
        ),
    )


def _filled(session: Session, column: Any) -> tuple[str, ...]:
    return tuple(filter(None, session.exec(select(column).distinct().order_by(column))))


@dataclass(frozen=True)
class GroupRow:
    """A saved group in the list."""

    id: int
    name: str
    rule: GroupRule
    by: str | None
    updated_at: datetime


def group_rows(session: Session) -> list[GroupRow]:
    """List the saved groups by name."""
    statement = (
        select(TargetGroup, Staff.name)
        .join(Staff, col(Staff.id) == col(TargetGroup.created_by), isouter=True)
        .order_by(sa.func.lower(col(TargetGroup.name)))
    )
    return [
        GroupRow(group.id or 0, group.name, GroupRule.from_json(group.rule), by, group.updated_at)
        for group, by in session.exec(statement)
    ]


@dataclass(frozen=True)
class SelectionLine:
    """A selection file in the list; for coordinators alone."""

    selection: Selection
    by: str | None


def selection_lines(session: Session, *, selection_id: int | None = None) -> list[SelectionLine]:
    """List the selection files, the newest first."""
    statement = (
        select(Selection, Staff.name)
        .join(Staff, col(Staff.id) == col(Selection.created_by), isouter=True)
        .order_by(col(Selection.id).desc())
    )
    if selection_id is not None:
        statement = statement.where(Selection.id == selection_id)
    return [SelectionLine(selection, by) for selection, by in session.exec(statement)]

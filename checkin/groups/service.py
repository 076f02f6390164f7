"""Keeping target groups: under a name of their own, and never in a circle."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from checkin.domain.errors import Refused
from checkin.domain.target_groups import GroupRule
from checkin.groups.models import TargetGroup


def save_group(
    session: Session, *, name: str, rule: GroupRule, staff_id: int | None, now: datetime, group_id: int | None = None
) -> TargetGroup:
    """Make a group, or change one. Raises Refused: "group_gone", "group_name_taken", "group_leaves_out"."""
    group = _find(session, group_id) if group_id is not None else TargetGroup(name=name, created_at=now, updated_at=now)
    same_name = select(TargetGroup.id).where(TargetGroup.name == name, TargetGroup.id != group.id)
    if session.exec(same_name).first() is not None:
        raise Refused("group_name_taken")
    _check_exception(session, group, rule)
    group.name, group.rule, group.updated_at = name, rule.as_json(), now
    group.created_by = group.created_by or staff_id
    session.add(group)
    session.flush()
    return group


def _find(session: Session, group_id: int) -> TargetGroup:
    group = session.get(TargetGroup, group_id)
    if group is None:
        raise Refused("group_gone")
    return group


def _check_exception(session: Session, group: TargetGroup, rule: GroupRule) -> None:
    """Leave out one group at most: a group that others leave out leaves nobody out itself."""
    if rule.except_group is None:
        return
    other = _find(session, rule.except_group)
    if other.id == group.id or "except_group" in other.rule or (group.id and left_out_by(session, group.id)):
        raise Refused("group_leaves_out")


def left_out_by(session: Session, group_id: int) -> list[TargetGroup]:
    """List the groups that leave the tenants of this one out."""
    groups = session.exec(select(TargetGroup).order_by(col(TargetGroup.name)))
    return [group for group in groups if group.rule.get("except_group") == group_id]


def delete_group(session: Session, *, group_id: int) -> None:
    """Delete a group; campaigns keep the rule they began with. Raises Refused: "group_gone", "group_in_use"."""
    group = _find(session, group_id)
    if users := left_out_by(session, group_id):
        raise Refused("group_in_use", group=users[0].name)
    session.delete(group)

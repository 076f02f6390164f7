"""Accounts: adding a colleague, and what a password must be."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import datetime

from argon2 import PasswordHasher
from sqlmodel import Session, select

from checkin.domain.errors import Refused
from checkin.staff.models import Role, Staff

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
DIFFERENT_LETTERS = 5
EASY = ("wachtwoord", "password", "welkom", "woonstichting", "checkin", "123456789")


def password_problem(password: str, *, email: str) -> str | None:
    """Give the code of what is wrong with a new password, or None. Length counts; odd signs are not asked for."""
    if len(password) < SHORTEST_PASSWORD:
        return "password_short"
    if len(password) > LONGEST_PASSWORD:
        return "password_long"
    plain = password.lower()
    guessable = [word for word in (*EASY, email.partition("@")[0]) if word and word in plain]
    left = plain
    for word in guessable:
        left = left.replace(word, "")
    if len(set(plain)) < DIFFERENT_LETTERS or (guessable and len(left) < SHORTEST_PASSWORD - DIFFERENT_LETTERS):
        return "password_easy"
    return None


def hash_password(password: str) -> str:
    """Hash a password with argon2id, written as Flask-Security writes it."""
    return PasswordHasher().hash(unicodedata.normalize("NFKD", password))


def new_uniquifier() -> str:
    """Make the value that ties sessions to an account as it is now."""
    return secrets.token_hex(16)


def add_staff(session: Session, *, email: str, name: str, role: Role, password: str, now: datetime) -> Staff:
    """Make an account. Raises Refused when the address is taken or is none, or the password is too easy."""
    address = email.strip().lower()
    if address.count("@") != 1 or address.startswith("@") or address.endswith("@"):
        raise Refused("email_wrong")
    if not name.strip():
        raise Refused("name_missing")
    if session.exec(select(Staff.id).where(Staff.email == address)).first() is not None:
        raise Refused("email_taken")
    if problem := password_problem(password, email=address):
        raise Refused(problem)
    staff = Staff(
        email=address,
        name=name.strip(),
        role=role,
        password=hash_password(password),
        fs_uniquifier=new_uniquifier(),
        created_at=now,
    )
    session.add(staff)
    session.flush()
    return staff

"""Signing in and choosing a new password."""

from __future__ import annotations

import unicodedata
from typing import Any

from flask import current_app, request
from flask_security import ChangePasswordForm, LoginForm, verify_password
from wtforms import EmailField, Field, HiddenField, PasswordField
from wtforms.validators import InputRequired, Length

from checkin.db import unit_of_work
from checkin.staff import throttle
from checkin.staff.colleague import signed_in
from checkin.staff.known_browser import mark_of_browser
from checkin.staff.service import LONGEST_PASSWORD, SHORTEST_PASSWORD, password_problem
from checkin.web.addresses import safe_next
from checkin.web.context import now, runtime, session
from checkin.web.forms import _
from checkin.web.refusals import sentence

LONGEST_EMAIL = 254
NOT_TOO_LONG = Length(max=LONGEST_PASSWORD, message=_("Een wachtwoord heeft hoogstens 200 tekens."))
# One answer for a wrong password, an unknown or disabled account: nobody learns who works here.
WRONG = _("Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na.")
LOCKED = _("Er is te vaak een verkeerd wachtwoord ingevuld. Wacht een kwartier en probeer het dan opnieuw.")


class SignInForm(LoginForm):
    """E-mail address and password. Every try is counted before the password is looked at."""

    email = EmailField(
        _("E-mailadres"),
        validators=[InputRequired(_("Vul uw e-mailadres in.")), Length(max=LONGEST_EMAIL)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        _("Wachtwoord"),
        validators=[InputRequired(_("Vul uw wachtwoord in.")), NOT_TOO_LONG],
        render_kw={"autocomplete": "current-password"},
    )
    next = HiddenField()
    remember = None  # type: ignore[assignment]
    submit = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.next.data = safe_next(self.next.data)

    def validate(self, **kwargs: Any) -> bool:  # type: ignore[override]
        """Count, then look at the password, then forget the count of who is in."""
        if not super(LoginForm, self).validate(**kwargs):
            return False
        attempt = attempt_for(str(self.email.data))
        if not may_look(attempt):
            self.form_errors = [LOCKED]
            return False
        if not super().validate(**kwargs):
            self.email.errors, self.password.errors, self.form_errors = [], [], [WRONG]
            return False
        # In the request's own unit of work: it already writes when an old hash was just made anew.
        throttle.forgive(session(), attempt)
        return True


class NewPasswordForm(ChangePasswordForm):
    """The password of now, and the new one twice."""

    password = PasswordField(
        _("Uw wachtwoord van nu"),
        validators=[InputRequired(_("Vul uw wachtwoord in.")), NOT_TOO_LONG],
        render_kw={"autocomplete": "current-password"},
    )
    new_password = PasswordField(
        _("Nieuw wachtwoord"),
        validators=[InputRequired(_("Vul een nieuw wachtwoord in."))],
        render_kw={"autocomplete": "new-password", "minlength": SHORTEST_PASSWORD},
    )
    new_password_confirm = PasswordField(
        _("Nieuw wachtwoord, nog een keer"),
        validators=[InputRequired(_("Vul het nieuwe wachtwoord nog een keer in."))],
        render_kw={"autocomplete": "new-password"},
    )
    submit = None  # type: ignore[assignment]

    def validate(self, **kwargs: Any) -> bool:  # type: ignore[override]
        """Check the new password, and then the old one: guesses at it count as guesses at the door."""
        if not super(ChangePasswordForm, self).validate(**kwargs):
            return False
        self.password.data, self.new_password.data = normal(self.password.data), normal(self.new_password.data)
        return self._new_one_will_do() and self._old_one_is_right()

    def _new_one_will_do(self) -> bool:
        new = str(self.new_password.data)
        if new != normal(self.new_password_confirm.data):
            return _wrong(self.new_password_confirm, _("De twee nieuwe wachtwoorden zijn niet gelijk."))
        if new == self.password.data:
            return _wrong(self.new_password, _("Kies een ander wachtwoord dan dat van nu."))
        problem = password_problem(new, email=signed_in().email)
        return problem is None or _wrong(self.new_password, sentence(problem))

    def _old_one_is_right(self) -> bool:
        attempt = attempt_for(signed_in().email)
        if not may_look(attempt):
            return _wrong(self.password, LOCKED)
        if not verify_password(str(self.password.data), signed_in().password):
            return _wrong(self.password, _("Uw wachtwoord van nu klopt niet."))
        forgive(attempt)
        return True


def attempt_for(email: str) -> throttle.Attempt:
    """Say who tries a password, and from where."""
    address = email.strip().lower()
    return throttle.Attempt(
        secret=current_app.config["SECRET_KEY"],
        email=address,
        address=request.remote_addr or "",
        browser=mark_of_browser(address),
    )


def may_look(attempt: throttle.Attempt) -> bool:
    """Count a try, stored whatever comes of the request, and tell whether its password may be looked at."""
    with unit_of_work(runtime()) as own_session:
        throttle.forget_old(own_session, now=now())
        return throttle.count(own_session, attempt, now=now())


def forgive(attempt: throttle.Attempt) -> None:
    """Take back the count of a try that was right."""
    with unit_of_work(runtime()) as own_session:
        throttle.forgive(own_session, attempt)


def normal(password: str | None) -> str:
    """Write a password one way, whatever keyboard it came from."""
    return unicodedata.normalize("NFKD", password or "")


def _wrong(field: Field, words: str) -> bool:
    field.errors = [words]
    return False

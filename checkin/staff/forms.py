"""Signing in and choosing a new password."""

from __future__ import annotations

from typing import Any

from flask import current_app, request
from flask_babel import lazy_gettext as _
from flask_security import ChangePasswordForm, LoginForm
from flask_security.password_util import PasswordUtil
from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import InputRequired, Length

from checkin.db import unit_of_work
from checkin.staff import throttle
from checkin.staff.known_browser import mark_of_browser
from checkin.staff.service import LONGEST_PASSWORD, SHORTEST_PASSWORD, password_problem
from checkin.web.addresses import safe_next
from checkin.web.context import now, runtime
from checkin.web.refusals import sentence

LONGEST_EMAIL = 254
GIVEN = [InputRequired(_("Vul uw wachtwoord in.")), Length(max=LONGEST_PASSWORD)]
# One answer for a wrong password, an unknown or disabled account: nobody learns who works here.
WRONG = _("Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na.")
LOCKED = _("Er is te vaak geprobeerd in te loggen. Wacht een kwartier en probeer het dan opnieuw.")


class SignInForm(LoginForm):  # type: ignore[misc]
    """E-mail address and password. Every try is counted before the password is looked at."""

    email = EmailField(
        _("E-mailadres"),
        validators=[InputRequired(_("Vul uw e-mailadres in.")), Length(max=LONGEST_EMAIL)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(_("Wachtwoord"), validators=GIVEN, render_kw={"autocomplete": "current-password"})
    next = HiddenField(filters=[safe_next])
    remember = None
    submit = None

    def validate(self, **kwargs: Any) -> bool:
        """Count, then look at the password, then forget the count of who is in."""
        if not self.email.data or not self.password.data:
            return bool(super(LoginForm, self).validate(**kwargs))
        attempt = attempt_for(self.email.data)
        with unit_of_work(runtime()) as own_session:
            throttle.forget_old(own_session, now=now())
            allowed = throttle.count(own_session, attempt, now=now())
        if not allowed:
            self.form_errors = [LOCKED]
            return False
        if not super().validate(**kwargs):
            self.email.errors, self.password.errors, self.form_errors = [], [], [WRONG]
            return False
        with unit_of_work(runtime()) as own_session:
            throttle.forgive(own_session, attempt)
        return True


def attempt_for(email: str) -> throttle.Attempt:
    """Say who tries to sign in, and from where."""
    address = email.strip().lower()
    return throttle.Attempt(
        secret=current_app.config["SECRET_KEY"],
        email=address,
        address=request.remote_addr or "",
        browser=mark_of_browser(address),
    )


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """The password of now, and the new one, once: a browser shows what is typed, and a manager fills it in."""

    password = PasswordField(
        _("Uw wachtwoord van nu"), validators=GIVEN, render_kw={"autocomplete": "current-password"}
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
    submit = None

    def validate(self, **kwargs: Any) -> bool:
        """Check the old password and the new one, in the words of the screens."""
        if self.new_password.data != self.new_password_confirm.data:
            super(ChangePasswordForm, self).validate(**kwargs)
            self.new_password_confirm.errors = [_("De twee nieuwe wachtwoorden zijn niet gelijk.")]
            return False
        return bool(super().validate(**kwargs))


class PasswordRules(PasswordUtil):  # type: ignore[misc]
    """Our rules for a new password, where Flask-Security asks for them."""

    def validate(self, password: str, is_register: bool, **kwargs: Any) -> tuple[list[str] | None, str]:  # noqa: FBT001
        """Give what is wrong, in words, and the password as it will be hashed."""
        del is_register
        problem = password_problem(password, email=kwargs["user"].email)
        return ([sentence(problem)] if problem else None), self.normalize(password)
